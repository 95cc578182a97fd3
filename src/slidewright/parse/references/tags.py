"""Tags and their attributes in raw HTML, each with its place. No tree: a slide's HTML need not be well formed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

START = re.compile(r"<!--|<([A-Za-z][\w:.-]*)")
ATTRIBUTE = re.compile(r"[\s/]*([^\s\"'<>/=][^\s\"'<>/=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?", re.S)
RAW = ("script", "style", "pre", "code", "textarea")


class Attribute(NamedTuple):
    """An attribute: name, value as written, and the offset where the value begins."""

    name: str
    value: str
    start: int


class Tag(NamedTuple):
    """An opening tag, its attributes, and the span of what it encloses if that is raw text (`<style>`)."""

    name: str
    attributes: tuple[Attribute, ...]
    start: int
    inner: tuple[int, int] | None


def tags(text: str) -> Iterator[Tag]:
    """Opening tags in order; comments and what stands inside `<script>`, `<pre>` and `<code>` are passed over."""
    at = 0
    while match := START.search(text, at):
        if match[1] is None:
            end = text.find("-->", match.end())
            at = len(text) if end < 0 else end + 3
            continue
        attributes, at = _attributes(text, match.end())
        name = match[1]
        inner = None
        if name.lower() in RAW and not text[:at].endswith("/>"):
            inner, at = _inner(text, name, at)
        yield Tag(name, attributes, match.start(), inner)


def _attributes(text: str, at: int) -> tuple[tuple[Attribute, ...], int]:
    attributes = []
    while match := ATTRIBUTE.match(text, at):
        group = next((number for number in (2, 3, 4) if match[number] is not None), 0)
        if group:
            attributes.append(Attribute(match[1], match[group], match.start(group)))
        at = match.end()
    end = re.compile(r"[\s/]*>").match(text, at)
    return tuple(attributes), end.end() if end else at


def _inner(text: str, name: str, at: int) -> tuple[tuple[int, int], int]:
    close = re.compile(rf"</{re.escape(name)}\s*>", re.I).search(text, at)
    if close is None:
        return (at, len(text)), at if name.lower() in ("pre", "code") else len(text)
    return (at, close.start()), close.end()
