"""Markdown that stands inside a block of HTML, where Slidev shows it as it is written (format C.2)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from slidewright.parse.anatomy.markup import Tag
from slidewright.resolve.outcomes import Part

MARKS = re.compile(
    r"^[ \t]*(?P<fence>(?:`{3,}|~{3,})[^`\n]*$)"
    r"|^[ \t]*(?P<heading>#{1,6}[ \t]+\S[^\n]*)"
    r"|^[ \t]*(?P<item>(?:[-*+]|\d{1,2}[.)])[ \t]+(?![-*+\s])[^\n]+)"
    r"|(?P<image>!\[[^\]\n]{0,200}\]\([^\s)]{1,400}\))"
    r"|(?P<link>(?<!!)\[[^\]\[\n]{1,200}\]\((?:https?://|\.{0,2}/)[^\s)]{1,400}\))"
    r"|(?P<bold>(?<![*\w])\*\*(?![\s*])[^*\n]{1,200}(?<!\s)\*\*(?!\*))",
    re.M,
)
OTHER_BLOCK = re.compile(r"\s*<(?:!|\?|(?:script|pre|style)(?![\w-]))", re.I)
LITERAL = frozenset(("pre", "code", "kbd", "samp"))
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)

Range = tuple[int, int]


class Eaten(NamedTuple):
    """The first Markdown in a block of HTML: its kind, its span, and the span of the block."""

    kind: str
    span: Range
    block: Range


def eaten(part: Part) -> Iterator[Eaten]:
    """The first Markdown in each block of HTML, in order."""
    content = part.slide.content
    for token, (start, end), _ in part.anatomy.placed:
        if token.type == "html_block" and not OTHER_BLOCK.match(token.content):
            found = _first(content, max(content.find("<", start, end), start), end, part.anatomy.tags)
            if found:
                yield found


def _first(content: str, start: int, end: int, tags: tuple[Tag, ...]) -> Eaten | None:
    hidden: list[Range] | None = None
    at = start
    while match := MARKS.search(content, at, end):
        hidden = list(_hidden(content, start, end, tags)) if hidden is None else hidden
        kind = match.lastgroup or ""
        place = match.start(kind)
        number = bisect_right(hidden, (place, end)) - 1
        if number < 0 or place >= hidden[number][1]:
            return Eaten(kind, (place, match.end(kind)), (start, end))
        at = max(hidden[number][1], match.start() + 1)
    return None


def _hidden(content: str, start: int, end: int, tags: tuple[Tag, ...]) -> Iterator[Range]:
    """What of a block is no text to read: tags, comments, scripts, styles and code; in order, without overlaps."""
    last = start
    ranges = sorted([*_tag_ranges(start, end, tags), *(m.span() for m in COMMENT.finditer(content, start, end))])
    for first, stop in ranges:
        if stop > last:
            yield max(first, last), stop
            last = stop


def _tag_ranges(start: int, end: int, tags: tuple[Tag, ...]) -> Iterator[Range]:
    opened: Tag | None = None
    for tag in tags[bisect_right(tags, start - 1, key=_start) : bisect_right(tags, end - 1, key=_start)]:
        yield tag.start, tag.end if tag.inner is None else tag.inner[1]
        if "markdown" in tag.name.lower() and tag.kind == "open":
            yield tag.end, end  # such components read Markdown themselves
        if tag.name in LITERAL and tag.kind == "open" and opened is None:
            opened = tag
        elif opened is not None and tag.kind == "close" and tag.name == opened.name:
            yield opened.end, tag.start
            opened = None


def _start(tag: Tag) -> int:
    return tag.start
