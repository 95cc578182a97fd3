"""The icons that a deck can draw from: the bundled sets, and those that are installed near it."""

from __future__ import annotations

from slidewright.icons.sets import IconSets as IconSets
from slidewright.icons.wording import absence as absence

__all__ = ["IconSets", "absence"]
