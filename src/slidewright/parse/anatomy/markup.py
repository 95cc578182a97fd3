"""Tags in raw HTML, opening and closing, with their attributes and places. No tree: HTML need not be well formed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

START = re.compile(r"<!--|<(/?)([A-Za-z][\w:.-]*)")
ATTRIBUTE = re.compile(r"[\s/]*([^\s\"'<>/=][^\s\"'<>/=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?", re.S)
END = re.compile(r"[\s/]*>")
RAW = frozenset(("script", "style", "textarea"))
"""Elements whose content is text, never tags."""

TagKind = Literal["open", "close", "void"]


class Attribute(NamedTuple):
    """An attribute: its name and value as written (None without one), and where both begin."""

    name: str
    value: str | None
    start: int
    value_start: int


class Tag(NamedTuple):
    """A tag: `<a>` opens, `</a>` closes, `<a/>` is void. `is_complete`: its `>` is there.

    `inner` is the span of raw text that `<style>`, `<script>` and `<textarea>` enclose.
    """

    name: str
    kind: TagKind
    attributes: tuple[Attribute, ...]
    start: int
    end: int
    is_complete: bool = True
    inner: tuple[int, int] | None = None

    def attribute(self, *names: str) -> Attribute | None:
        """The first attribute of one of these names."""
        return next((attribute for attribute in self.attributes if attribute.name in names), None)

    def value(self, *names: str) -> str | None:
        """The value of the first attribute of one of these names; empty for one without a value."""
        found = self.attribute(*names)
        return None if found is None else found.value or ""


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Tag]:
    """Tags of a range of a text, in order; comments and raw text are passed over."""
    stop = len(text) if end is None else end
    at = start
    while match := START.search(text, at, stop):
        if match[2] is None:
            close = text.find("-->", match.end(), stop)
            at = stop if close < 0 else close + 3
            continue
        tag = _tag(text, match, stop)
        yield tag
        at = tag.end if tag.inner is None else tag.inner[1]


def _tag(text: str, match: re.Match[str], stop: int) -> Tag:
    attributes, at = _attributes(text, match.end(), stop)
    close = END.match(text, at, stop)
    end = close.end() if close else at
    if match[1]:
        return Tag(match[2], "close", (), match.start(), end, close is not None)
    is_void = close is not None and "/" in close[0]
    inner = None if is_void or match[2].lower() not in RAW else _inner(text, match[2], end, stop)
    return Tag(match[2], "void" if is_void else "open", attributes, match.start(), end, close is not None, inner)


def _attributes(text: str, at: int, stop: int) -> tuple[tuple[Attribute, ...], int]:
    attributes = []
    while match := ATTRIBUTE.match(text, at, stop):
        group = next((number for number in (2, 3, 4) if match[number] is not None), 0)
        value_start = match.start(group) if group else match.end(1)
        attributes.append(Attribute(match[1], match[group] if group else None, match.start(1), value_start))
        at = match.end()
    return tuple(attributes), at


def _inner(text: str, name: str, at: int, stop: int) -> tuple[int, int]:
    """The span up to the closing tag, or to the end where there is none."""
    close = re.compile(rf"</{re.escape(name)}(?=[\s>/])", re.I).search(text, at, stop)
    return at, close.start() if close else stop
