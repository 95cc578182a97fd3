"""The suppression rules: comments to slidewright that do nothing, or not what they say."""

from __future__ import annotations

RULES: tuple[str, ...] = ("unknown-rule-in-suppression", "suppression-in-note", "unused-suppression")
