"""Lengths that utility classes, attributes and styles give a picture, in canvas px (1rem = 16px)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from slidewright.parse.anatomy.markup import Tag

REM = 16
SCREENS = {name: 16 * rem for name, rem in zip("xs sm md lg xl 2xl 3xl 4xl 5xl 6xl 7xl".split(), (
    20, 24, 28, 32, 36, 42, 48, 56, 64, 72, 80,
), strict=True)}  # fmt: skip
"""What `w-md` and its like mean, which is no length for heights."""

UTILITY = re.compile(r"(w|h|size)-(?:\[([^\[\]]+)\]|(.+))\Z")
LENGTH = re.compile(r"(\d+(?:\.\d+)?|\.\d+)(px|rem|%)?\Z")
FRACTION = re.compile(r"(\d+)/(\d+)\Z")
DECLARATION = re.compile(r"(?:\A|;)\s*(width|height|object-fit|max-width|max-height)\s*:\s*([^;]*)")
STRETCHING = ("cover", "contain", "fill")

UNSURE = ("max-", "scale", "blur", "zoom", "pixelated", "crisp-edges", "render-pixel")
"""What makes a picture smaller than its width says, or is meant to look rough."""

COMPUTED = frozenset([":class", ":style", ":height", "v-bind", "v-drag", "v-bind:class", "v-bind:style"])
"""Attributes whose expression may set a size."""


class Length(NamedTuple):
    """Canvas px, or a share of the enclosing box."""

    value: float
    is_share: bool = False


class Sizes(NamedTuple):
    """What a tag says of a picture's size: width, height, and how the picture fills both (`object-fit`)."""

    width: Length | None = None
    height: Length | None = None
    fit: str = "fill"


def sizes_of(tag: Tag) -> Sizes | None:
    """The sizes that a picture's tag gives, or None where it gives none, or leaves them to expressions.

    Slidev's reset sets `height: auto`, so that a `height` attribute changes nothing; classes win over attributes, and
    styles win over classes.
    """
    if _is_unsure(tag):
        return None
    utilities = list(_utilities(tag))
    styles = {name: value.removesuffix("!important").strip() for name, value in _declarations(tag)}
    found = dict(_by_axis(utilities))
    for axis, length in (("w", _length(styles.get("width", ""))), ("h", _length(styles.get("height", "")))):
        found |= {axis: length} if length is not None else {}
    width = _length(tag.value("width", ":width") or "", 1)
    fit = styles.get("object-fit") or next((word[7:] for word in utilities if word.startswith("object-")), "fill")
    sizes = Sizes(found.get("w", width), found.get("h"), fit if fit in STRETCHING else "fill")
    return None if sizes.width is None and sizes.height is None else sizes


def _is_unsure(tag: Tag) -> bool:
    """Does an expression, a limit, a transformation or dragging decide on the size as well?"""
    names = {attribute.name for attribute in tag.attributes}
    bound = tag.value(":width", "v-bind:width")
    written = " ".join(f"{item.name}={item.value}" for item in tag.attributes if item.name not in ("src", "alt"))
    is_computed = bound is not None and LENGTH.match(bound) is None
    return is_computed or not names.isdisjoint(COMPUTED) or any(word in written for word in UNSURE)


def _declarations(tag: Tag) -> list[tuple[str, str]]:
    style = tag.value("style")
    return DECLARATION.findall(style) if style else []


def _utilities(tag: Tag) -> Iterator[str]:
    """The utility classes of a tag, those written as attributes included (`w-40`, `w="40"`)."""
    yield from (tag.value("class") or "").split()
    for attribute in tag.attributes:
        if not attribute.value and attribute.name not in ("class", "src"):
            yield attribute.name
        elif attribute.name in ("w", "h", "size", "object"):
            yield from (f"{attribute.name}-{word}" for word in (attribute.value or "").split())


def _by_axis(utilities: Iterable[str]) -> Iterator[tuple[str, Length]]:
    for word in utilities:
        match = UTILITY.match(word.removeprefix("!").removesuffix("!"))
        length = _length(match[2]) if match and match[2] else _utility(match[3]) if match else None
        if match and length is not None:
            yield from ((axis, length) for axis in (("w", "h") if match[1] == "size" else (match[1],)))


def _utility(word: str) -> Length | None:
    """`40` (quarters of a rem), `40px`, `50%`, `1/2`, `full`, `md`."""
    if word in SCREENS:
        return Length(SCREENS[word])
    if word == "full":
        return Length(1, True)
    fraction = FRACTION.match(word)
    if fraction:
        return Length(int(fraction[1]) / int(fraction[2]), True) if int(fraction[2]) else None
    return _length(word, REM / 4)


def _length(text: str, unit: float | None = None) -> Length | None:
    """A length; a bare number counts `unit` px, and is none without."""
    match = LENGTH.match(text)
    if match is None or (match[2] is None and unit is None):
        return None
    number = float(match[1])
    if match[2] == "%":
        return Length(number / 100, True)
    return Length(number * {"px": 1, "rem": REM, None: unit or 1}[match[2]])
