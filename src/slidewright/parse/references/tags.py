"""Tags and their attributes in raw HTML, each with its place. No tree: a slide's HTML need not be well formed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

START = re.compile(r"<!--|<([A-Za-z][\w:.-]*)")
ATTRIBUTE = re.compile(r"[\s/]*([^\s\"'<>/=][^\s\"'<>/=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?", re.S)
END = re.compile(r"[\s/]*>")
RAW = ("script", "style", "textarea", "pre", "code")
"""Elements whose content is text, or shows code."""


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

    def attribute(self, name: str) -> str | None:
        """The value of an attribute, or None."""
        return next((attribute.value for attribute in self.attributes if attribute.name == name), None)


def tags(text: str) -> Iterator[Tag]:
    """Opening tags in order; comments and what stands inside `<script>`, `<pre>` and `<code>` are passed over."""
    at = 0
    ends = _Ends(text)
    while match := START.search(text, at):
        if match[1] is None:
            end = text.find("-->", match.end())
            at = len(text) if end < 0 else end + 3
            continue
        attributes, at = _attributes(text, match.end())
        inner, at = _inner(text, match[1].lower(), at, ends)
        yield Tag(match[1], attributes, match.start(), inner)


def _attributes(text: str, at: int) -> tuple[tuple[Attribute, ...], int]:
    attributes = []
    while match := ATTRIBUTE.match(text, at):
        group = next((number for number in (2, 3, 4) if match[number] is not None), 0)
        if group:
            attributes.append(Attribute(match[1], match[group], match.start(group)))
        at = match.end()
    end = END.match(text, at)
    return tuple(attributes), end.end() if end else at


def _inner(text: str, name: str, at: int, ends: _Ends) -> tuple[tuple[int, int] | None, int]:
    """The span that raw text takes, and where to read on: what has no end takes all, code without end nothing."""
    if name not in RAW or text.startswith("/>", at - 2):
        return None, at
    start, end = ends.after(name, at)
    is_open_code = start == len(text) and name in ("pre", "code")
    return (at, start), at if is_open_code else end


class _Ends:
    """Where elements end; each place is looked for once, so that unclosed elements cost no more than closed ones."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, tuple[int, int]] = {}

    def after(self, name: str, at: int) -> tuple[int, int]:
        """Where the next closing tag begins and ends; the end of the text if there is none."""
        found = self._found.get(name)
        if found is None or found[0] < at:
            match = re.compile(rf"</{re.escape(name)}\s*>", re.I).search(self._text, at)
            found = match.span() if match else (len(self._text), len(self._text))
            self._found[name] = found
        return found
