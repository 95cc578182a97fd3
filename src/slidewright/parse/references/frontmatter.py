"""References in frontmatter: what layouts show, what is imported, and what the deck is dressed in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from slidewright.model import SourceSlide
from slidewright.parse.references.found import Found, extension
from slidewright.text import Span
from slidewright.vocabulary.assets import BACKGROUND_KEYS, IMAGE_EXTENSIONS
from slidewright.vocabulary.kinds import ReferenceKind

COLOURS = ("#", "rgb", "hsl", "oklch", "var(", "linear-gradient", "radial-gradient", "conic-gradient", "repeating-")
CSS_URL = re.compile(r"url\(\s*([\"']?)(.+?)\1\s*\)\Z")
NAMED = (("src", ReferenceKind.IMPORT), ("favicon", ReferenceKind.FAVICON), ("theme", ReferenceKind.THEME))
SHOWN = (*BACKGROUND_KEYS, "url")
STARTS = ("./", "../", "/", "http://", "https://")


class Named(NamedTuple):
    """A value that names something: the top-level key that holds it, the key in there, the kind and the text."""

    key: str
    below: str | None
    kind: ReferenceKind
    text: str


def frontmatter_references(slide: SourceSlide) -> Iterator[Found]:
    """References in a slide's frontmatter, with offsets into the source."""
    text, past = slide.source.text, 0
    for named in _values(slide.frontmatter.mapping):
        place = slide.frontmatter.keys.get(named.key)
        if place is not None:
            value = place.value if named.below is None else _value_below(text, named.below, place.value)
            is_addon = named.kind is ReferenceKind.ADDON  # of addons each stands behind the one before
            start, written = _written(text, named.text, Span(max(value.start, past if is_addon else 0), value.end))
            past = start + len(written) if is_addon else 0
            yield Found(named.kind, named.text, start, f"frontmatter:{named.key}", written)


def _value_below(text: str, key: str, span: Span) -> Span:
    """Where the value of a key inside a mapping stands: the rest of its line."""
    match = re.compile(rf"(?:^|[\s{{,\"']){re.escape(key)}[\"']?\s*:[ \t]*([^\n]*)", re.M).search(
        text, span.start, span.end
    )
    return Span(*match.span(1)) if match else span


def _written(text: str, value: str, span: Span) -> tuple[int, str]:
    """Where a value stands and how it is written, quotes apart; escapes and folded lines make the two differ."""
    at = text.find(value, span.start, span.end)
    while at > span.start and not text[at - 1].isspace() and text[at - 1] not in "\"'[({,:":
        at = text.find(value, at + 1, span.end)
    if at >= 0:
        return at, value
    written = text[span.start : span.end].strip()
    start = text.find(written, span.start)
    quoted = len(written) > 1 and written[0] in "\"'" and written[0] == written[-1]
    return (start + 1, written[1:-1]) if quoted else (start, written)


def _values(values: Mapping[str, Any]) -> Iterator[Named]:
    for key, kind in NAMED:
        if isinstance(values.get(key), str) and values[key]:
            yield Named(key, None, kind, values[key])
    addons = values.get("addons")
    for addon in addons if isinstance(addons, list) else [addons]:
        if isinstance(addon, str) and addon:
            yield Named("addons", None, ReferenceKind.ADDON, addon)
    for key, text in _shown(values):
        yield Named(key, None, ReferenceKind.BACKGROUND, text)
    defaults = values.get("defaults")
    if isinstance(defaults, dict):
        for key, text in _shown(defaults):
            yield Named("defaults", key, ReferenceKind.BACKGROUND, text)


def _shown(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What layouts show: their well-known keys, and pictures under any other key, by a path that leaves no doubt."""
    for key, value in values.items():
        if isinstance(value, str) and key not in ("src", "favicon", "theme"):
            if key in SHOWN and looks_like_address(value):
                match = CSS_URL.match(value.strip())
                yield key, match[2] if match else value
            elif key not in SHOWN and extension(value) in IMAGE_EXTENSIONS and _is_plain_path(value):
                yield key, value


def looks_like_address(value: str) -> bool:
    """Is a background a path or an address, rather than a colour, a gradient or a word?"""
    value = value.strip()
    if not value or value.startswith(COLOURS) or "{{" in value or "\n" in value:
        return False
    return extension(value.rstrip("\"')")) in IMAGE_EXTENSIONS or ("/" in value and " " not in value)


def _is_plain_path(value: str) -> bool:
    return value.startswith(STARTS) and "\n" not in value and "{{" not in value
