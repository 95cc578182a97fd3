"""What blocks take on a slide, and what boxes, type and neighbours make of it."""

from __future__ import annotations

from typing import NamedTuple

from slidewright.check.overflow import typography as typo
from slidewright.check.overflow.boxes import Box
from slidewright.check.styling import classes, font_size
from slidewright.parse.template import Node

BLOCKS = frozenset(["p", "ul", "ol", "table"])


class Font(NamedTuple):
    """Type around a text: its size and the height of its lines, in px."""

    size: float
    line: float


class Extent(NamedTuple):
    """What a block takes: the margin above it, its height, and the margin below.

    `slack` is what the height ends with that shows nothing: paddings.
    """

    above: float
    height: float
    below: float
    slack: float = 0.0


NOTHING = Extent(0.0, 0.0, 0.0)


def boxed(around: Box, inner: Extent) -> Extent:
    """A box around what is in it."""
    height, slack = inner.height + around.top + around.bottom, inner.slack + around.bottom
    if around.height is not None:
        slack += max(around.height - height, 0.0)
        height = around.height if around.is_scrolling else max(height, around.height)
    if around.max_height is not None and around.is_scrolling:
        height = min(height, around.max_height)
    above = inner.above if around.above is None else around.above
    below = inner.below if around.below is None else around.below
    return Extent(above, height, below, slack) if height or above or below else NOTHING


def taken(extent: Extent) -> float:
    """Height and margins together."""
    return extent.above + extent.height + extent.below


def inner_width(around: Box, outer: float) -> float:
    """The width of a box in a space of some width."""
    width = around.width if around.width is not None else outer
    return min(width, around.max_width or width, outer)


def font_of(node: Node, outer: Font) -> Font:
    """The type in an element."""
    found = font_size(node.tag, outer.size) if node.tag else None
    if found is None or node.tag is None:
        return outer
    line = next((typo.LINES[name] for name, _ in classes(node.tag) if name in typo.LINES), found[0] * 1.5)
    return Font(found[0], line)


def margin_above(before: str, name: str, own: float) -> float:
    """The margin above a block, by what stands before it."""
    if name == "p" and before == "h1":
        return typo.UNDER_HEADING
    return typo.BEFORE_H2 if name == "h2" and before in BLOCKS else own
