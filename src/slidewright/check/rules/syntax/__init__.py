"""The syntax rules: what breaks a slide's template or is read otherwise than meant."""

from __future__ import annotations

RULES: tuple[str, ...] = ()
