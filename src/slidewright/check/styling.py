"""What an element's own `style` and classes say of it, and the type size that they set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from slidewright.parse.anatomy.markup import Tag

DECLARATION = re.compile(r"(?:^|;)\s*([a-z-]+)\s*:\s*([^;]*)", re.I)
LENGTH = re.compile(r"(\d{1,4}(?:\.\d{1,4})?|\.\d{1,4})(px|rem|em|%|pt)?")
TEXT_SIZE = re.compile(r"text-(?:\[([^\]\s]{1,12})\]|(\d[\d.]{0,4}(?:px|rem|em))|(\d{1,2}(?:\.\d)?))")
REM = 16.0

SIZES = {
    "text-xs": 12.0, "text-sm": 14.0, "text-base": 16.0, "text-lg": 18.0, "text-xl": 20.0, "text-2xl": 24.0,
    "text-3xl": 30.0, "text-4xl": 36.0, "text-5xl": 48.0, "text-6xl": 60.0, "text-7xl": 72.0, "text-8xl": 96.0,
    "text-9xl": 128.0,
}  # fmt: skip
"""UnoCSS's sizes of type, in px."""


class Declaration(NamedTuple):
    """A property in a `style` attribute: its name in lower case, its value, and where it stands in the content."""

    name: str
    value: str
    start: int
    end: int


def declarations(tag: Tag) -> Iterator[Declaration]:
    """What an element's `style` declares."""
    attribute = tag.attribute("style")
    if attribute is None or not attribute.value:
        return
    for match in DECLARATION.finditer(attribute.value):
        start, end = match.start(1) + attribute.value_start, match.end() + attribute.value_start
        yield Declaration(match[1].lower(), match[2].strip().removesuffix("!important").strip(), start, end)


def classes(tag: Tag) -> Iterator[tuple[str, int]]:
    """An element's classes, those that are attributes of their own included, each with its offset."""
    for attribute in tag.attributes:
        if attribute.name == "class" and attribute.value:
            for match in re.finditer(r"\S+", attribute.value):
                yield match[0], attribute.value_start + match.start()
        elif attribute.value is None:
            yield attribute.name, attribute.start


def length(text: str, relative_to: float) -> float | None:
    """A length in px; `em` and `%` are of the size that is given; None for what is no plain length."""
    match = LENGTH.fullmatch(text.strip())
    if match is None:
        return None
    units = {"px": 1.0, "rem": REM, "em": relative_to, "%": relative_to / 100, "pt": 4 / 3, None: 0.0}
    return float(match[1]) * units[match[2]] or None


def font_size(tag: Tag, inherited: float) -> tuple[float, int, int] | None:
    """The type size in px that an element sets for itself, and the span of what says so; its `style` beats classes."""
    for declared in declarations(tag):
        size = length(declared.value, inherited) if declared.name == "font-size" else None
        if size:
            return size, declared.start, declared.end
    for name, start in classes(tag):
        match = TEXT_SIZE.fullmatch(name) if name.startswith("text-") else None
        written = match and (f"{float(match[3]) / 4}rem" if match[3] else match[1] or match[2])
        size = SIZES.get(name) or (length(written, inherited) if written else None)
        if size:
            return size, start, start + len(name)
    return None
