"""The frontmatter rules: keys, values and the blocks that hold them."""

from __future__ import annotations

RULES: tuple[str, ...] = (
    "invalid-frontmatter",
    "swallowed-slide",
)
