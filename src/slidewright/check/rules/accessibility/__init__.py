"""The accessibility rules: what part of an audience cannot see, hear or find."""

from __future__ import annotations

RULES: tuple[str, ...] = (
    "missing-alt-text",
    "missing-title",
    "skipped-heading-level",
    "missing-lang",
    "low-contrast",
    "text-in-tiny-size",
)
