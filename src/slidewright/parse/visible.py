"""What an audience reads of a slide, line by line: text without code, comments, formulas, scripts and styles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from slidewright.parse.markdown.tokens import Placed

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
ENCLOSING = re.compile(r"<(?:script|style|textarea|pre|code)", re.I)
ITEM = re.compile(r"[\s>]*(?:[-*+]|\d+[.)])\s+\Z")
MASKED = ("code_inline", "math_inline")

Range = tuple[int, int]


class Link(NamedTuple):
    """A written link (no bare address): the offset in the content where it begins, and its address, decoded."""

    start: int
    address: str


class Line(NamedTuple):
    """A line of text: its offset in the content, the text with what is not read blanked, and the links in it."""

    start: int
    text: str
    is_item: bool
    links: tuple[Link, ...]

    @property
    def end(self) -> int:
        """Offset of its end in the content."""
        return self.start + len(self.text)


def visible_lines(content: str, placed: Iterable[Placed]) -> list[Line]:
    """The lines of a slide's paragraphs, headings, list items, table cells and HTML, in the order of the source."""
    from slidewright.parse.references.markdown import decoded

    ranges: list[Range] = []
    masks: list[Range] = []
    links: list[Link] = []
    for token, (start, end), target in placed:
        if token.type == "inline":
            ranges += [(base.start, base.start + base.length) for base in token.meta["bases"]]
        elif token.type == "html_block":
            ranges += _split(content, start, end)
            masks += _unread(content[start:end], start)
        elif token.type in MASKED or (token.type == "html_inline" and content.startswith("<!--", start)):
            masks.append((start, end))
        elif token.type == "link_open" and token.markup != "linkify" and target is not None:
            links.append(Link(start, decoded(content[target[0] : target[1]])))
    return list(_lines(content, sorted(ranges), sorted(masks), sorted(links)))


def _split(content: str, start: int, end: int) -> Iterator[Range]:
    for line in content[start:end].split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _unread(html: str, start: int) -> Iterator[Range]:
    """What is not read of raw HTML: comments, and what scripts, styles and code enclose."""
    from slidewright.parse.references.tags import tags

    for match in COMMENT.finditer(html):
        yield start + match.start(), start + match.end()
    for tag in tags(html) if ENCLOSING.search(html) else ():
        if tag.inner is not None:
            yield start + tag.inner[0], start + tag.inner[1]


def _lines(content: str, ranges: list[Range], masks: list[Range], links: list[Link]) -> Iterator[Line]:
    next_mask = next_link = 0
    for start, end in ranges:
        inside: list[Link] = []
        while next_link < len(links) and links[next_link].start < end:
            inside += [links[next_link]] if links[next_link].start >= start else []
            next_link += 1
        while next_mask < len(masks) and masks[next_mask][1] <= start:
            next_mask += 1
        text = _masked(content, start, end, masks, next_mask)
        is_item = ITEM.match(content, content.rfind("\n", 0, start) + 1, start) is not None
        yield Line(start, text, is_item, tuple(inside))


def _masked(content: str, start: int, end: int, masks: list[Range], number: int) -> str:
    """A range of the content with the masks from the given one on blanked."""
    parts, at = [], start
    while number < len(masks) and masks[number][0] < end:
        first, last = max(masks[number][0], at), min(masks[number][1], end)
        if last > first:
            parts += [content[at:first], " " * (last - first)]
            at = last
        number += 1
    return "".join([*parts, content[at:end]])
