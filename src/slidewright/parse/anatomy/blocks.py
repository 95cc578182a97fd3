"""Code, headings, formulas, pictures and slot markers of a slide, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import NamedTuple

from slidewright.parse.anatomy.markup import Tag
from slidewright.parse.markdown.fences import CodeBlock, code_block
from slidewright.parse.markdown.snippets import SnippetImport
from slidewright.parse.markdown.tokens import Placed, Tokens

FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*")
CLOSING = re.compile(r"[\s>]*(`{3,}|~{3,})[ \t]*\Z")
HEADING_TAG = re.compile(r"h([1-6])\Z", re.I)
OPENER = re.compile(r"[\s>]*(?:#{1,6}[ \t]+)?")
INNER_TAG = re.compile(r"<[^<>]*>")


class Code(NamedTuple):
    """A fenced block or a `<<<` import.

    `info` is the info string as written, at `info_start`; `span` is the whole block, `inner` its code. A block is not
    `is_closed` when the slide ends before its closing fence. `block` is what Slidev's transformers make of it;
    `snippet` is set for `<<<`, whose code is in another file.
    """

    info: str
    info_start: int
    span: tuple[int, int]
    inner: tuple[int, int]
    marker: str
    is_closed: bool
    block: CodeBlock
    snippet: SnippetImport | None = None


class Heading(NamedTuple):
    """A heading: level 1 to 6, its text as written, the span of that text, and its tag where it is HTML."""

    level: int
    text: str
    span: tuple[int, int]
    tag: Tag | None = None


class Formula(NamedTuple):
    """A formula: its TeX, the span with its dollars, and whether it stands as a block."""

    tex: str
    span: tuple[int, int]
    is_block: bool


class Picture(NamedTuple):
    """An image: its alternative text (None: no `alt` at all), its span, and its tag where it is HTML.

    A bound `:alt` counts as some text. `is_hidden`: marked as decoration (`aria-hidden`, `role="presentation"`).
    """

    alt: str | None
    span: tuple[int, int]
    tag: Tag | None = None
    is_hidden: bool = False


class SlotMarker(NamedTuple):
    """A `::name::` line."""

    name: str
    span: tuple[int, int]


def codes(content: str, tokens: Tokens) -> tuple[Code, ...]:
    """The fenced blocks of a slide."""
    return tuple(_code(content, placed) for placed in tokens.placed if placed.token.type == "fence")


def _code(content: str, placed: Placed) -> Code:
    token, (start, end), _ = placed
    line = token.map[0] if token.map else 0
    block = code_block(token.info, token.content, token.markup, line)
    snippet: SnippetImport | None = token.meta.get("snippet")
    if snippet is not None:
        at = content.find("<<<", start, end)
        return Code(token.info, at, (at, end), (end, end), "<<<", True, block, snippet)
    first = content.find("\n", start, end)
    first = end if first < 0 else first
    opening = FENCE.search(content, start, first)
    info_start = opening.end() if opening else start
    last = content.rfind("\n", start, end)
    closing = CLOSING.match(content, last + 1, end) if last > start else None
    is_closed = closing is not None and closing[1].startswith(token.markup)
    inner = (min(first + 1, end), last if is_closed and last > first else end)
    return Code(content[info_start:first].rstrip(), info_start, (start, end), inner, token.markup, is_closed, block)


def headings(content: str, tokens: Tokens, tags: Iterable[Tag]) -> tuple[Heading, ...]:
    """The headings of a slide."""
    found = []
    for opening, inline in zip(tokens.blocks, tokens.blocks[1:], strict=False):
        if opening.type == "heading_open" and opening.map:
            start, end = tokens.lines.span(opening.map[0], opening.map[0] + 1)
            match = OPENER.match(content, start, end)
            start = match.end() if match else start
            found.append(Heading(int(opening.tag[1]), inline.content, (start, end)))
    opened: Tag | None = None
    for tag in tags:
        level = HEADING_TAG.match(tag.name)
        if level and tag.kind == "open":
            opened = tag
        elif level and tag.kind == "close" and opened and opened.name == tag.name:
            text = INNER_TAG.sub("", content[opened.end : tag.start]).strip()
            found.append(Heading(int(level[1]), text, (opened.start, tag.end), opened))
            opened = None
    return tuple(sorted(found, key=lambda heading: heading.span))


def formulas(content: str, tokens: Tokens) -> tuple[Formula, ...]:
    """The formulas of a slide."""
    kinds = ("math_inline", "math_block")
    return tuple(
        Formula(token.content, span, token.type == "math_block")
        for token, span, _ in tokens.placed
        if token.type in kinds
    )


def pictures(content: str, placed: Iterable[Placed], tags: Iterable[Tag]) -> tuple[Picture, ...]:
    """The images of a slide."""
    found = [Picture(token.content, span) for token, span, _ in placed if token.type == "image"]
    for tag in tags:
        if tag.name == "img":
            alt = tag.value("alt", ":alt", "v-bind:alt")
            is_hidden = tag.value("aria-hidden") in ("true", "") or tag.value("role") in ("presentation", "none")
            found.append(Picture(None if alt is None else unescape(alt), (tag.start, tag.end), tag, is_hidden))
    return tuple(sorted(found, key=lambda picture: picture.span))


def slots(content: str, tokens: Tokens) -> tuple[SlotMarker, ...]:
    """The slot markers of a slide."""
    lines = (token.meta for token in tokens.blocks if token.map is None and "slot" in token.meta)
    found = []
    for meta in lines:
        start, end = tokens.lines.span(meta["line"], meta["line"] + 1)
        at = content.find("::", start, end)
        found.append(SlotMarker(meta["slot"], (max(at, start), start + len(content[start:end].rstrip()))))
    return tuple(found)
