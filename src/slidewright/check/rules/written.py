"""What the rules about single keys share: every key that counts, with what stands under it and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from slidewright.check.show import Show
from slidewright.parse.javascript import string
from slidewright.resolve.outcomes import Part
from slidewright.text import Source, Span

CUT_SHORT = re.compile(r"[^\n,}#]*")
INNER_KEY = re.compile(r"(?:^|(?<=[\s{,]))(['\"]?)([^\s'\"{},:]+)\1[ \t]*:[ \t]*", re.M)

_WRITTEN: WeakKeyDictionary[Show, tuple[Written, ...]] = WeakKeyDictionary()


class Written(NamedTuple):
    """A key as written: `name` with its map's before it (`fonts.sans`), its value, and the places of both.

    `value_span` is empty where there is no value, or where its place is not known.
    """

    part: Part
    name: str
    value: Any
    key_span: Span
    value_span: Span

    @property
    def source(self) -> Source:
        """The file that the key stands in."""
        return self.part.slide.source

    @property
    def place(self) -> Span:
        """The value's place, or the key's where there is none."""
        return self.value_span if self.value_span.end > self.value_span.start else self.key_span

    @property
    def whole_value(self) -> Span:
        """The value's place with its quotes."""
        start, end = self.value_span
        text = self.source.text
        is_quoted = start > 0 and text[start - 1 : start] in ('"', "'") and text[start - 1] == text[end : end + 1]
        return Span(start - 1, end + 1) if is_quoted else self.value_span

    @property
    def is_on_one_line(self) -> bool:
        """Is there a value that a fix can replace?"""
        text = self.source.slice(self.value_span)
        return bool(text) and "\n" not in text and text[0] not in "|>&*!{["


def written(show: Show) -> tuple[Written, ...]:
    """The top-level keys of every slide that takes part in the show, and of the headmatter.

    Slides whose YAML is broken are left out: what was recovered of it is not what was meant.
    """
    if show not in _WRITTEN:
        _WRITTEN[show] = tuple(_written(show))
    return _WRITTEN[show]


def _written(show: Show) -> Iterator[Written]:
    faulty = faulty_slides(show)
    for part in parts(show):
        frontmatter = part.slide.frontmatter
        if frontmatter.keys and (part.slide.source.path, part.slide.index) not in faulty:
            for name, place in frontmatter.keys.items():
                if name in frontmatter.mapping:
                    yield Written(part, name, frontmatter.mapping[name], place.key, place.value)


def parts(show: Show) -> Iterator[Part]:
    """The parts whose frontmatter counts: those that are shown, and the head even where it is hidden."""
    return (part for part in show.resolutions.parts if part.is_head or not part.is_hidden)


def inner(outer: Written) -> Iterator[Written]:
    """The keys of a map that stands under a key."""
    if isinstance(outer.value, dict):
        text, start = outer.source.slice(outer.value_span), outer.value_span.start
        places: dict[str, re.Match[str]] = {}
        for match in INNER_KEY.finditer(text):
            places.setdefault(match[2], match)
        for name in filter(places.__contains__, outer.value):
            match, value = places[name], outer.value[name]
            key = Span(*match.span(2)).shift(start)
            yield Written(outer.part, f"{outer.name}.{name}", value, key, _value(text, match.end()).shift(start))


def _value(text: str, start: int) -> Span:
    """The place of a scalar on its key's line, without quotes; empty for anything else."""
    quote = text[start : start + 1]
    if quote in ("'", '"'):
        end = text.find(quote, start + 1)
        return Span(start + 1, end) if end > start else Span(start, start)
    match = CUT_SHORT.match(text, start)
    return Span(start, start + len(match[0].rstrip()) if match else start)


def faulty_slides(show: Show) -> frozenset[tuple[PurePosixPath, int | None]]:
    """The slides whose YAML is broken, by file and index."""
    return frozenset(
        (path, problem.slide_index)
        for path, document in show.deck.documents.items()
        for problem in document.problems
        if problem.kind in ("invalid-frontmatter", "swallowed-slide")
    )


def listed(names: Iterable[str]) -> str:
    """Names in a sentence: `a`, `b` or `c`."""
    *most, last = (f"`{name}`" for name in names)
    return f"{', '.join(most)} or {last}" if most else last


def kind_of(value: object) -> str:
    """The type of a value, in the words of `vocabulary.keys`."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, (int, float)):
        return "number"
    return "text" if isinstance(value, str) else "list" if isinstance(value, list) else "map"


def shown_value(value: object) -> str:
    """A value in a message: scalars as they are, without the middle of a long text."""
    kind = kind_of(value)
    if kind in ("list", "map"):
        return f"a {kind}"
    text = " ".join(string(value).split())
    text = text if len(text) <= 40 else f"{text[:39]}…"
    return f"the text `{text}`" if kind == "text" else f"`{text}`"
