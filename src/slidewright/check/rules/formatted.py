"""What a Markdown formatter may have made of frontmatter and separators: the blocks of a slide that could be either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from slidewright.check.rules.key_lines import Pair, are_frontmatter, are_joined, joined_pairs, pairs_of
from slidewright.resolve.outcomes import Part

MDFORMAT = "_" * 70
"""The ruler that mdformat writes for every other."""
RULERS = frozenset([MDFORMAT, "***", "- - -", "* * *", "___", "_ _ _", "*****"])


class Block(NamedTuple):
    """A top-level block of a slide that a formatter may have made: what it is, its text, its lines in the file."""

    kind: str
    text: str
    first: int
    last: int

    @property
    def is_ruler(self) -> bool:
        """Is it a ruler that formatters write for `---`?"""
        return self.kind == "hr" and self.text in RULERS


def blocks_of(part: Part) -> Iterator[Block]:
    """The top-level blocks of a slide: rulers, headings and paragraphs with their text; others without."""
    source = part.slide.source
    top = source.position(part.slide.content_span.start).line - 1
    tokens = part.anatomy.tokens.blocks
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.level == 0 and token.map and token.nesting >= 0:
            first, last = token.map[0] + top, token.map[1] + top
            text = following.content if following is not None and token.nesting == 1 else ""
            yield Block(token.type, source.lines[first].strip() if token.type == "hr" else text, first, last)


def keys_of(blocks: Sequence[Block], number: int) -> list[Pair]:
    """The keys that a block is made of, where it begins a slide or stands below a formatter's ruler; else none."""
    block = blocks[number] if number < len(blocks) else None
    if block is None or (number > 0 and not blocks[number - 1].is_ruler):
        return []
    pairs: list[Pair] = []
    if block.kind == "heading_open":
        pairs = joined_pairs(" ".join(block.text.split()))
    elif block.kind == "paragraph_open":
        pairs = pairs_of(block.text.split("\n")) if number > 0 else []
        if are_joined(block.text.split("\n")):
            pairs = joined_pairs(" ".join(block.text.split()))
    return pairs if are_frontmatter(pairs) else []
