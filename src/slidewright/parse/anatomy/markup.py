"""Tags in raw HTML, opening and closing, with their attributes and places. No tree: HTML need not be well formed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

START = re.compile(r"<!--|<(/?)([A-Za-z][^\s/>]*)")
ATTRIBUTE = re.compile(r"[\s/]*([^\s\"'<>/=][^\s\"'<>/=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?", re.S)
END = re.compile(r"[\s/]*>")
GAP = re.compile(r"[\s]*")
SPACE_OR_QUOTE = " \t\r\n\f\"'"
RAW = frozenset(("script", "style", "textarea"))
"""Elements whose content is text, never tags."""

TagKind = Literal["open", "close", "void"]


class Attribute(NamedTuple):
    """An attribute: its name and value as written (None without one), and where both begin."""

    name: str
    value: str | None
    start: int
    value_start: int


class Flaw(NamedTuple):
    """What Vue refuses in a tag: why, and the span of the text at fault."""

    reason: Literal["duplicate", "quote", "value", "equals", "unquoted", "slash", "name"]
    start: int
    end: int


class Tag(NamedTuple):
    """A tag: `<a>` opens, `</a>` closes, `<a/>` is void. `is_complete`: its `>` is there.

    `inner` is the span of raw text that `<style>`, `<script>` and `<textarea>` enclose. `flaw` is the first fault in
    its attributes for which Vue refuses the slide.
    """

    name: str
    kind: TagKind
    attributes: tuple[Attribute, ...]
    start: int
    end: int
    is_complete: bool = True
    inner: tuple[int, int] | None = None
    flaw: Flaw | None = None

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
            close = text.find("-->", match.start() + 2, stop)  # `<!-->` is a whole comment
            at = stop if close < 0 else close + 3
            continue
        tag = _tag(text, match, stop)
        yield tag
        at = tag.end if tag.inner is None else tag.inner[1]


def _tag(text: str, match: re.Match[str], stop: int) -> Tag:
    attributes, at, flaw = _attributes(text, match.end(), stop)
    close = END.match(text, at, stop)
    end = close.end() if close else at
    if match[1]:
        return Tag(match[2], "close", (), match.start(), end, close is not None)
    is_void = close is not None and close[0].endswith("/>")
    stray = close[0].find("/", 0, -2) if close else -1
    if stray >= 0:
        flaw = flaw or Flaw("slash", at + stray, at + stray + 1)
    inner = None if is_void or match[2].lower() not in RAW else _inner(text, match[2], end, stop)
    return Tag(match[2], "void" if is_void else "open", attributes, match.start(), end, close is not None, inner, flaw)


def _attributes(text: str, at: int, stop: int) -> tuple[tuple[Attribute, ...], int, Flaw | None]:
    """The attributes from `at` on, where they end, and the first flaw; what is flawed is passed over, as Vue does."""
    attributes: list[Attribute] = []
    names: set[str] = set()
    flaw: Flaw | None = None
    while True:
        match = ATTRIBUTE.match(text, at, stop)
        if match:
            flaw = flaw or _flaw(match, names)
            names.add(match[1])
            group = next((number for number in (2, 3, 4) if match[number] is not None), 0)
            value_start = match.start(group) if group else match.end(1)
            attributes.append(Attribute(match[1], match[group] if group else None, match.start(1), value_start))
            at = match.end()
            continue
        at = GAP.match(text, at, stop).end()  # type: ignore[union-attr]  # it matches nothing, too
        if at >= stop or text[at] in "/>":
            return tuple(attributes), at, flaw
        found, at = _obstacle(text, at, stop)
        flaw = flaw or found


def _flaw(match: re.Match[str], names: set[str]) -> Flaw | None:
    """A stray slash before an attribute, or a name that was there before."""
    slash = match[0].find("/", 0, match.start(1) - match.start())
    if slash >= 0:
        return Flaw("slash", match.start() + slash, match.start() + slash + 1)
    return Flaw("duplicate", match.start(1), match.end(1)) if match[1] in names else None


def _obstacle(text: str, at: int, stop: int) -> tuple[Flaw, int]:
    """What stands where an attribute should, and where to read on."""
    if text[at] != "=":
        reason: Literal["unquoted", "name"] = "unquoted" if text[at - 1] not in SPACE_OR_QUOTE else "name"
        return Flaw(reason, at, at + 1), at + 1
    value = GAP.match(text, at + 1, stop)
    after = value.end() if value else at + 1
    if after < stop and text[after] in "\"'":
        return Flaw("quote", after, after + 1), stop  # no end in sight: the tag swallows the rest
    if after >= stop or text[after] == ">":
        return Flaw("value", at, at + 1), at + 1
    return Flaw("equals", at, at + 1), at + 1


def _inner(text: str, name: str, at: int, stop: int) -> tuple[int, int]:
    """The span up to the closing tag, or to the end where there is none."""
    close = re.compile(rf"</{re.escape(name)}(?=[\s>/])", re.I).search(text, at, stop)
    return at, close.start() if close else stop
