"""References in frontmatter: what layouts show, what is imported, and what the deck is dressed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from slidewright.model import SourceSlide
from slidewright.parse.references.found import Found, extension
from slidewright.vocabulary.assets import BACKGROUND_KEYS, IMAGE_EXTENSIONS
from slidewright.vocabulary.kinds import ReferenceKind

COLOURS = ("#", "rgb", "hsl", "oklch", "var(", "linear-gradient", "radial-gradient", "conic-gradient")

NAMED = (("src", ReferenceKind.IMPORT), ("favicon", ReferenceKind.FAVICON), ("theme", ReferenceKind.THEME))


def frontmatter_references(slide: SourceSlide) -> Iterator[Found]:
    """References in a slide's frontmatter, with offsets into the source."""
    values = slide.frontmatter.mapping
    for key, kind, value in _values(values):
        place = slide.frontmatter.keys.get(key)
        if place is not None:
            at = slide.source.text.find(value, place.value.start, place.value.end)
            if at >= 0:
                yield Found(kind, value, at, f"frontmatter:{key}")


def _values(values: Mapping[str, Any]) -> Iterator[tuple[str, ReferenceKind, str]]:
    for key, kind in NAMED:
        if isinstance(values.get(key), str) and values[key]:
            yield key, kind, values[key]
    addons = values.get("addons")
    for addon in addons if isinstance(addons, list) else [addons]:
        if isinstance(addon, str) and addon:
            yield "addons", ReferenceKind.ADDON, addon
    yield from _shown(values, None)
    defaults = values.get("defaults")
    if isinstance(defaults, dict):
        yield from _shown(defaults, "defaults")


def _shown(values: Mapping[str, Any], below: str | None) -> Iterator[tuple[str, ReferenceKind, str]]:
    for key in (*BACKGROUND_KEYS, "url"):
        value = values.get(key)
        if isinstance(value, str) and looks_like_address(value):
            yield below or key, ReferenceKind.BACKGROUND, value


def looks_like_address(value: str) -> bool:
    """Is a background a path or an address, rather than a colour, a gradient or a word?"""
    value = value.strip()
    if not value or value.startswith(COLOURS) or "{{" in value or "\n" in value:
        return False
    return "/" in value or extension(value) in IMAGE_EXTENSIONS
