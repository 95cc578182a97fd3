"""Elements opening and closing in the order of a slide's Vue template, with the places of those that were written."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it.token import Token

from slidewright.parse.anatomy.markup import Tag, scan
from slidewright.parse.markdown.tokens import Placed, Tokens

LITERAL = ("fence", "code_inline", "math_inline", "math_block")
"""Tokens whose mustaches Vue does not see."""
HTML = ("html_block", "html_inline")
NOWHERE = (-1, -1)

Range = tuple[int, int]


class Event(NamedTuple):
    """An element that opens or closes: a written tag, or one that Markdown makes (`tag` None; `at` tells where).

    `slot` is the name in the marker (`::name::`) that makes a template. A comment that its own piece of HTML does not
    close is an event named `!--`: what follows it is no longer what it seems.
    """

    name: str
    is_opening: bool
    at: int
    tag: Tag | None = None
    slot: str | None = None


class Masks:
    """Vue's `{{ }}`: expressions, whatever tags their strings hold. `unclosed`: the offset of one that never ends."""

    def __init__(self, content: str, placed: list[Placed]) -> None:
        self.ranges = list(_interpolations(content, placed)) if "{{" in content else []
        self.unclosed = self.ranges.pop()[0] if self.ranges and self.ranges[-1][1] < 0 else None
        self._starts = [start for start, _ in self.ranges]

    def hide(self, at: int) -> bool:
        """Does an offset stand within an expression?"""
        number = bisect_right(self._starts, at) - 1
        return number >= 0 and at < self.ranges[number][1]


def _interpolations(content: str, placed: list[Placed]) -> Iterator[Range]:
    literal = sorted(item.span for item in placed if item.token.type in LITERAL or _is_comment(item.token))
    starts = [start for start, _ in literal]

    def find(mark: str, at: int) -> int:
        """The next mark that stands in no code."""
        while (at := content.find(mark, at)) >= 0:
            number = bisect_right(starts, at) - 1
            if number < 0 or at >= literal[number][1]:
                return at
            at = literal[number][1]
        return -1

    at = find("{{", 0)
    while at >= 0:
        end = find("}}", at + 2)
        if end < 0:
            yield at, -1
            return
        yield at, end + 2
        at = find("{{", end + 2)


def _is_comment(token: Token) -> bool:
    return token.type in HTML and token.content.startswith("<!--")


def tags(content: str, tokens: Tokens) -> tuple[Tag, ...]:
    """Every tag of HTML blocks and inline HTML, in order."""
    masks = Masks(content, tokens.placed)
    pieces = (_piece(content, item.token, item.span) for item in tokens.placed if item.token.type in HTML)
    found = (tag for span in pieces for tag in scan(content, *span) if not masks.hide(tag.start))
    return tuple(sorted(found, key=_start))


def _start(tag: Tag) -> int:
    return tag.start


def _piece(content: str, token: Token, span: Range) -> Range:
    """The span of a token's HTML: of a component that is complete on its line, the line's rest is none."""
    start, end = span
    if token.type == "html_inline" and end - start > len(token.content) and content.startswith(token.content, start):
        return start, start + len(token.content)
    return span


def tags_of(content: str, token: Token, span: Range, tags: tuple[Tag, ...]) -> list[Tag]:
    """Those of a slide's tags that stand in one token, which has this span."""
    start, end = _piece(content, token, span)
    first = bisect_left(tags, start, key=_start)
    return list(tags[first : bisect_left(tags, end, lo=first, key=_start)])


def events(content: str, tokens: Tokens, tags: tuple[Tag, ...]) -> tuple[Event, ...]:
    """The events of a slide in the order of its template; none of what `<script setup>` and its end take out of it."""
    found = tuple(_Events(content, tokens, tags).all())
    cut = _script(tags)
    return tuple(event for event in found if not cut[0] <= event.at < cut[1]) if cut else found


def _script(tags: tuple[Tag, ...]) -> Range | None:
    """From a `<script setup>` to the last `</script>`: Slidev's cut is greedy."""
    scripts = [tag for tag in tags if tag.name.lower() == "script"]
    start = next((tag.start for tag in scripts if tag.kind == "open" and tag.attribute("setup")), None)
    end = next((tag.end for tag in reversed(scripts) if tag.kind == "close"), None)
    return (start, end) if start is not None and end is not None and start < end else None


class _Events:
    """One walk over a slide's tokens."""

    def __init__(self, content: str, tokens: Tokens, tags: tuple[Tag, ...]) -> None:
        self.content = content
        self.tokens = tokens
        self.tags = tags
        self.masks = Masks(content, tokens.placed)
        self.spans = {id(item.token): item.span for item in tokens.placed}

    def all(self) -> Iterator[Event]:
        """Every event, in order."""
        lines, at = self.tokens.lines, 0
        for token in self.tokens.blocks:
            at = lines.span(*token.map)[0] if token.map else at
            if "slot" in token.meta:
                yield Event("template", True, _slot_place(self.tokens, token), slot=token.meta["slot"])
            elif token.map is None and token.type == "html_block":
                if "</template>" in token.content:
                    yield Event("template", False, len(self.content))
            else:
                for part in token.children or () if token.type == "inline" else (token,):
                    if part.nesting or part.type in HTML:
                        yield from self._of(part, at)

    def _of(self, token: Token, at: int) -> Iterator[Event]:
        span = self.spans.get(id(token), NOWHERE)
        if token.type not in HTML:
            if not token.hidden:
                yield Event(token.tag, token.nesting > 0, span[0] if span[0] >= 0 else at)
        elif span[0] >= 0:
            yield from self._written(token, span)

    def _written(self, token: Token, span: Range) -> Iterator[Event]:
        last, end = _piece(self.content, token, span)
        for tag in tags_of(self.content, token, span, self.tags):
            yield Event(tag.name, tag.kind != "close", tag.start, tag)
            last = tag.end if tag.inner is None else tag.inner[1]
        opening = self.content.rfind("<!--", last, end)
        if opening >= 0 and self.content.find("-->", opening + 2, end) < 0 and not self.masks.hide(opening):
            yield Event("!--", True, opening)


def _slot_place(tokens: Tokens, token: Token) -> int:
    start, end = tokens.lines.span(token.meta["line"], token.meta["line"] + 1)
    return max(tokens.lines.content.find("::", start, end), start)
