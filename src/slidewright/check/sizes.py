"""How large each piece of a slide's text is in the end: type sizes and scales of the elements around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from slidewright.check.styling import classes, declarations, font_size
from slidewright.parse.anatomy.markup import Tag
from slidewright.text import Span
from slidewright.vocabulary.elements import VOID

TYPE = {"h1": 36.0, "h2": 30.0, "h3": 24.0, "h4": 20.0, "h5": 16.0, "h6": 14.0, "blockquote": 14.0}
"""Type sizes in px that Slidev gives to elements, whatever is around them."""
SMALLER = {"small": 0.8, "sup": 0.75, "sub": 0.75}
BASE = 17.6
"""Type size of a slide's text in px."""

NEAR = 50
"""How many open elements an end tag looks through for its beginning."""

SCALE_CLASS = re.compile(r"scale-(\d{1,3})")
SCALE_VALUE = re.compile(r"scale\(\s*(\d{0,3}\.?\d{1,4})\s*\)")
NUMBER = re.compile(r"(\d{0,3}\.?\d{1,4})(%?)")


class Sized(NamedTuple):
    """A piece of text: its type size in px, by how much it is scaled, and the spans in the content that say so.

    `scaled` is None where only the slide's `zoom` scales, `set` where the size is Slidev's own.
    """

    size: float
    scale: float
    set: Span | None
    scaled: Span | None

    @property
    def pixels(self) -> float:
        """The size on the canvas."""
        return self.size * self.scale


class _Frame(NamedTuple):
    name: str
    text: Sized


def sized(tags: Sequence[Tag], text: str, zoom: float) -> Iterator[Sized]:
    """The sizes of the pieces that tags cut a slide's text into; `text` is as long as its content."""
    frames = [_Frame("", Sized(BASE, zoom, None, None))]
    at = 0
    for tag in tags:
        if _is_read(text, at, tag.start):
            yield frames[-1].text
        at = tag.end
        if tag.kind == "close":
            _close(frames, tag.name)
        elif tag.kind == "open" and tag.name not in VOID:
            frames.append(_Frame(tag.name, _within(tag, frames[-1].text)))
    if _is_read(text, at, len(text)):
        yield frames[-1].text


def _is_read(text: str, start: int, end: int) -> bool:
    return start < end and any(char.isalnum() for char in text[start:end].strip())


def _close(frames: list[_Frame], name: str) -> None:
    """Close the innermost element of a name, and what is open in it; nothing where there is none near."""
    for number in range(len(frames) - 1, max(0, len(frames) - NEAR), -1):
        if frames[number].name == name:
            del frames[number:]
            return


def _within(tag: Tag, outer: Sized) -> Sized:
    """What an element makes of the size around it."""
    own, factor = font_size(tag, outer.size), _scale(tag)
    size = own[0] if own else TYPE.get(tag.name, outer.size * SMALLER.get(tag.name, 1.0))
    inner = outer._replace(size=size, set=Span(*own[1:]) if own else outer.set)
    return inner._replace(scale=outer.scale * factor[0], scaled=Span(*factor[1:])) if factor else inner


def _scale(tag: Tag) -> tuple[float, int, int] | None:
    """By how much an element scales what is in it, and the span of what says so."""
    if tag.name == "Transform":
        attribute = tag.attribute("scale", ":scale", "v-bind:scale")
        number = _number(attribute.value or "") if attribute else None
        return (number, attribute.start, tag.end - 1) if attribute and number else None
    for declared in declarations(tag):
        match = SCALE_VALUE.search(declared.value) if declared.name == "transform" else None
        number = _number(match[1] if match else declared.value if declared.name in ("zoom", "scale") else "")
        if number:
            return number, declared.start, declared.end
    for name, start in classes(tag):
        if match := SCALE_CLASS.fullmatch(name):
            return int(match[1]) / 100 or 1.0, start, start + len(name)
    return None


def _number(text: str) -> float | None:
    match = NUMBER.fullmatch(text.strip())
    return float(match[1]) / (100 if match[2] else 1) or None if match else None
