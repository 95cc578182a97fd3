"""The colours that an element itself sets for its text and its ground, and how they contrast."""

from __future__ import annotations

import re
from typing import NamedTuple

from slidewright.check.styling import classes, declarations
from slidewright.parse.anatomy.markup import Tag
from slidewright.vocabulary.palette import NAMED, SHADES

Colour = tuple[int, int, int]
"""Red, green, blue: 0 to 255."""

RGB = re.compile(r"rgb\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*\)", re.I)
HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.I)
SHADE = re.compile(r"(text|bg)-(?:([a-z]+)(?:-(\d{2,3}))?|\[(#[0-9a-fA-F]{3,6})\])")
BLENDING = re.compile(r"(?:bg-gradient|from-|via-|to-|(?:bg-|text-)?op(?:acity)?-?\d|mix-blend|backdrop-)")
"""Classes after which nobody knows the colour."""
BLENDED = ("opacity", "background-image", "filter", "mix-blend-mode", "-webkit-text-fill-color")
GROUNDS = ("background", "background-color")


class Paint(NamedTuple):
    """A colour, how it is written, and where in the content."""

    colour: Colour
    written: str
    start: int
    end: int


def paints(tag: Tag) -> tuple[Paint, Paint] | None:
    """The colour of an element's text and that of its ground, where it sets both itself and both are opaque."""
    found: dict[str, Paint | None] = {}
    for name, start in classes(tag):
        if BLENDING.match(name):
            return None
        if painted := class_colour(name):
            found[painted[0]] = Paint(painted[1], name, start, start + len(name))
    for declared in declarations(tag):
        if declared.name in BLENDED:
            return None
        if declared.name == "color" or declared.name in GROUNDS:
            value = colour(declared.value)
            paint = Paint(value, declared.value, declared.start, declared.end) if value else None
            found["text" if declared.name == "color" else "bg"] = paint
    text, ground = found.get("text"), found.get("bg")
    return (text, ground) if text and ground else None


def colour(text: str) -> Colour | None:
    """An opaque colour of CSS: `#777`, `rgb(1, 2, 3)`, a name; None for anything else."""
    text = text.strip().lower()
    if match := RGB.fullmatch(text):
        red, green, blue = (min(int(part), 255) for part in match.groups())
        return red, green, blue
    match = HEX.fullmatch(text)
    digits = match[1] if match else NAMED.get(text)
    if not digits:
        return None
    return _rgb("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)


def class_colour(name: str) -> tuple[str, Colour] | None:
    """What a class paints, `text` or `bg`, and its opaque colour; None for any other class."""
    match = SHADE.fullmatch(name)
    if match is None:
        return None
    if match[4]:
        written = colour(match[4])
        return (match[1], written) if written else None
    digits = SHADES.get(match[2], {}).get(match[3] or "400") or (
        NAMED[match[2]] if match[2] in ("white", "black") else ""
    )
    return (match[1], _rgb(digits)) if digits else None


def _rgb(digits: str) -> Colour:
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
