"""What an element's classes and `style` make of its box: its sizes, margins, and how it lays out what is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from slidewright.check.styling import declarations, length
from slidewright.parse.anatomy.markup import Tag

EM = 17.6
UNIT = 4.0
"""px of a step of UnoCSS's spacing."""
SPACED = re.compile(
    r"(-?)([mpwh]|[mp][xytrbl]|max-[wh]|min-h|gap|gap-[xy]|space-y)-"
    r"(?:\[([^\]]{1,12})\]|([\d.]+)(px|rem|em)?|(\d+)/(\d+)|(full|auto|screen))"
)
"""A class that gives a length: sign, key, and the amount in one of its spellings."""
COLUMNS = re.compile(r"(?:grid-)?cols-(?:(\d{1,2})|\[([^\]]{1,60})\])")
WIDE_SCREEN = re.compile(r"\A(?:sm|md|lg|xl):")
"""Variants that the screens have on which slides are shown."""
SPAN = re.compile(r"col-span-(\d{1,2})")
OUT_OF_FLOW = frozenset(["absolute", "fixed", "hidden", "sr-only", "abs-tl", "abs-tr", "abs-b", "abs-bl", "abs-br"])
SCROLLING = frozenset(["overflow-auto", "overflow-y-auto", "overflow-scroll", "overflow-y-scroll", "overflow-hidden"])
STYLED = {
    "margin-top": "mt", "margin-bottom": "mb", "padding": "p", "padding-top": "pt", "padding-bottom": "pb",
    "height": "h", "width": "w", "max-height": "max-h", "max-width": "max-w",
}  # fmt: skip
"""The keys of UnoCSS by the property that they set."""
FIELDS = {
    "m": ("above", "below"), "my": ("above", "below"), "mt": ("above",), "mb": ("below",),
    "p": ("top", "bottom"), "py": ("top", "bottom"), "pt": ("top",), "pb": ("bottom",),
    "w": ("width",), "h": ("height",), "max-w": ("max_width",), "max-h": ("max_height",),
    "gap": ("gap",), "gap-y": ("gap",), "space-y": ("gap",),
}  # fmt: skip
"""The fields of a box that a key sets."""
SIDES = {"p": 2, "px": 2, "pl": 1, "pr": 1}
"""How many sides a padding has."""


class Box(NamedTuple):
    """An element's box; lengths in px, widths between 0 and 1 are parts of what is around it.

    `columns` are the relative widths of its columns: one for a block, as many as there are children for a row.
    """

    top: float = 0.0
    bottom: float = 0.0
    sides: float = 0.0
    above: float | None = None
    below: float | None = None
    width: float | None = None
    height: float | None = None
    max_width: float | None = None
    max_height: float | None = None
    gap: float = 0.0
    columns: tuple[float, ...] = ()
    is_row: bool = False
    is_out: bool = False
    is_scrolling: bool = False
    is_inline: bool = False
    is_growing: bool = False
    span: int = 1


def box(tag: Tag | None, outer: float) -> Box:
    """The box of an element in a space of some width."""
    if tag is None or not tag.attributes:
        return Box()
    names = list(_names(tag))
    lengths: dict[str, float] = {}
    for name in names:
        match = SPACED.fullmatch(name)
        amount = _amount(match, outer) if match else None
        if match and amount is not None:
            _put(lengths, match[2], amount)
    flow = _flow(names)
    for declared in declarations(tag):
        flow = _declared(flow, declared.name, declared.value)
        amount = _declared_length(declared.name, declared.value, outer)
        if amount is not None:
            _put(lengths, STYLED[declared.name], amount)
    _put_attributes(lengths, tag)
    return _with(flow, lengths)


def _names(tag: Tag) -> Iterator[str]:
    """An element's classes, and the attributes that UnoCSS takes for classes."""
    for attribute in tag.attributes:
        value = attribute.value
        if attribute.name == "class":
            yield from (WIDE_SCREEN.sub("", name) for name in (value or "").split())
        elif value is None:
            yield attribute.name
        elif attribute.name in ("grid", "flex", "m", "p", "w", "h", "gap", "position", "display"):
            yield attribute.name
            for word in value.split():
                yield from (word, f"{attribute.name}-{word}")


def _flow(names: list[str]) -> Box:
    """How a box lays out its children."""
    plain = {name.removeprefix("!") for name in names}
    columns: tuple[float, ...] = ()
    for name in names:
        match = COLUMNS.fullmatch(name.removeprefix("grid-"))
        if match:
            columns = (1.0,) * min(int(match[1]), 12) if match[1] else _fractions(match[2])
    spans = [int(match[1]) for name in plain if (match := SPAN.fullmatch(name))]
    is_row = bool(plain & {"flex", "inline-flex"}) and not plain & {"flex-col", "flex-wrap", "flex-col-reverse"}
    return Box(
        columns=columns,
        is_row=is_row,
        is_out=bool(plain & OUT_OF_FLOW),
        is_scrolling=bool(plain & SCROLLING),
        is_inline=bool(plain & {"inline", "inline-block"}),
        is_growing=bool(plain & {"flex-1", "grow", "flex-grow", "flex-auto"}),
        span=spans[0] if spans else 1,
    )


def _fractions(text: str) -> tuple[float, ...]:
    """The columns of `1fr_2fr` or `40%_60%`."""
    numbers = [re.match(r"(\d+(?:\.\d+)?)(?:fr|%)", part) for part in text.replace(",", "_").split("_")]
    return tuple(float(match[1]) if match else 1.0 for match in numbers)


def _amount(match: re.Match[str], outer: float) -> float | None:
    sign = -1.0 if match[1] else 1.0
    if match[3]:
        value = _length(match[3], outer)
        return None if value is None else sign * value
    if match[4]:
        factor = {"px": 1.0, "rem": 16.0, "em": 16.0, None: UNIT}[match[5]]
        return sign * float(match[4].rstrip(".") or 0) * factor if match[4].count(".") < 2 else None
    if match[6]:
        return outer * int(match[6]) / max(int(match[7]), 1)
    return outer if match[8] == "full" and match[2] in ("w", "max-w") else None


def _length(text: str, outer: float) -> float | None:
    """A length in px: percentages are of the width around, `em` of Slidev's text."""
    return length(text, outer if text.rstrip().endswith("%") else EM)


def _put(lengths: dict[str, float], key: str, amount: float) -> None:
    """Note one more length, under the names of the box's fields."""
    if key[0] == "p":
        lengths["sides"] = lengths.get("sides", 0.0) + amount * SIDES.get(key, 0)
    for field in FIELDS.get(key, ()):
        lengths[field] = amount


def _with(box: Box, lengths: dict[str, float]) -> Box:
    """The box with its lengths."""
    return box._replace(
        top=lengths.get("top", 0.0),
        bottom=lengths.get("bottom", 0.0),
        sides=lengths.get("sides", 0.0),
        above=lengths.get("above"),
        below=lengths.get("below"),
        width=lengths.get("width"),
        height=lengths.get("height"),
        max_width=lengths.get("max_width"),
        max_height=lengths.get("max_height"),
        gap=lengths.get("gap", 0.0),
    )


def _declared(box: Box, name: str, value: str) -> Box:
    """The box as one declaration of its `style` lays it out."""
    if name == "position" and value in ("absolute", "fixed"):
        return box._replace(is_out=True)
    if name == "display":
        is_row, is_inline = value in ("flex", "inline-flex"), value.startswith("inline")
        return box._replace(is_row=is_row, is_inline=is_inline, is_out=value == "none")
    if name == "flex-direction" and value.startswith("column"):
        return box._replace(is_row=False)
    if name in ("columns", "column-count") and value.isdecimal():
        return box._replace(columns=(1.0,) * min(int(value), 12))
    if name == "grid-template-columns":
        repeated = re.fullmatch(r"repeat\((\d{1,2}),.*\)", value)
        return box._replace(columns=(1.0,) * int(repeated[1]) if repeated else _fractions(value.replace(" ", "_")))
    return box


def _declared_length(name: str, value: str, outer: float) -> float | None:
    if name not in STYLED or (value.endswith("%") and "height" in name):
        return None
    return _length(value, outer)


def _put_attributes(lengths: dict[str, float], tag: Tag) -> None:
    """The sizes of `width` and `height` attributes, which pictures and frames have."""
    for name in ("width", "height") if tag.name in ("img", "video", "iframe", "canvas") else ():
        text = (tag.value(name, f":{name}") or "").removesuffix("px")
        if text.isascii() and text.isdecimal() and len(text) < 6:
            lengths.setdefault(name, float(text))
