"""The frontmatter rules: keys, values and the blocks that hold them."""

from __future__ import annotations

RULES: tuple[str, ...] = (
    "invalid-frontmatter",
    "swallowed-slide",
    "lost-frontmatter",
    "formatter-damage",
    "unknown-key",
    "misplaced-key",
    "duplicate-key",
    "deprecated-key",
    "wrong-type",
    "wrong-value",
    "unknown-layout",
    "duplicate-alias",
)
