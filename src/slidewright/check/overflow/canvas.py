"""Where the content of a slide ends on the canvas: its layout's columns, paddings and slots."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.check.assets.shown import asset_file
from slidewright.check.outline import layout_of
from slidewright.check.overflow import typography as typo
from slidewright.check.overflow.extents import Font
from slidewright.check.overflow.flow import Flow
from slidewright.check.show import Show
from slidewright.check.styling import font_size
from slidewright.parse.anatomy.markup import Attribute, Tag
from slidewright.parse.template import Node, tree
from slidewright.resolve.outcomes import Found, Part

MEASURED = frozenset(
    """
    default cover intro section statement fact quote center full none end two-cols two-cols-header
    image image-left image-right iframe-left iframe-right
    """.split()
)
"""Layouts whose shape is known: Slidev's own."""
CENTRED = frozenset("cover intro section statement fact quote center end".split())
HALVED = frozenset(["image-left", "image-right", "iframe-left", "iframe-right"])
UNPADDED = frozenset(["none", "full"])
GAP = 32.0
"""px between the columns of `two-cols`."""


class Canvas(NamedTuple):
    """A slide's canvas in px of its own content: smaller than the screen's where the slide has a `zoom`."""

    width: float
    height: float


class Estimate:
    """Estimates of a show's slides."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._files: dict[tuple[PurePosixPath, int], list[tuple[str, PurePosixPath]]] = {}
        for resolved in show.resolutions:
            if isinstance(resolved.outcome, Found):
                key = (resolved.reference.location.source.path, resolved.reference.slide_index)
                self._files.setdefault(key, []).append((resolved.reference.target, resolved.outcome.path))

    def excess(self, part: Part) -> float | None:
        """By how many canvas px the content is likely to pass the lower edge (less than 0: room left).

        None for layouts that nobody but their author knows.
        """
        layout = layout_of(self._show, part)
        if layout not in MEASURED:
            return None
        canvas, root = _canvas(self._show, part), _root(self._show, part)
        flow = Flow(self._picture_sizes(part).get, typo.LARGE_H1.get(layout, typo.HEADINGS["h1"]))
        font = font_size(root, typo.BASE.size) if root else None
        base = Font(font[0], font[0] * 1.5) if font else Font(typo.BASE.size, typo.BASE.line)
        return _bottom(flow, tree(part.anatomy), layout, canvas, base) - canvas.height

    def _picture_sizes(self, part: Part) -> Mapping[str, tuple[float, float]]:
        """Sizes of the slide's own pictures, by how they are written."""
        found: dict[str, tuple[float, float]] = {}
        for target, path in self._files.get((part.slide.source.path, part.slide.index), ()):
            pixels = asset_file(self._show, path).pixels
            if pixels:
                found[target] = (float(pixels.width), float(pixels.height))
        return found


def _root(show: Show, part: Part) -> Tag | None:
    """The layout's outermost element with the slide's `class`."""
    slide = show.slide_of(part)
    named = slide.effective_frontmatter.get("class") if slide else None
    return Tag("div", "open", (Attribute("class", named, 0, 0),), 0, 0) if isinstance(named, str) else None


def _canvas(show: Show, part: Part) -> Canvas:
    config = show.deck.config
    width, ratio = config.get("canvasWidth"), config.get("aspectRatio")
    across = float(width) if isinstance(width, int | float) and width > 0 else 980.0
    shape = float(ratio) if isinstance(ratio, int | float) and ratio > 0 else 16 / 9
    slide = show.slide_of(part)
    zoom = slide.effective_frontmatter.get("zoom") if slide else None
    scale = float(zoom) if isinstance(zoom, int | float) and zoom > 0 else 1.0
    return Canvas(across / scale, across / shape / scale)


def _bottom(flow: Flow, root: Node, layout: str, canvas: Canvas, font: Font) -> float:
    """Where the content ends, from the canvas's upper edge."""
    sides = 0.0 if layout in UNPADDED else typo.PADDING_SIDES
    top = 0.0 if layout in UNPADDED else typo.PADDING_TOP
    width = (canvas.width / 2 if layout in HALVED else canvas.width) - 2 * sides
    slots = _slots(root)
    if layout == "two-cols":
        half = (width - GAP) / 2
        return top + max(_height(flow, slots.get(name, []), half, font) for name in ("default", "left", "right"))
    if layout == "two-cols-header":
        columns = max(_height(flow, slots.get(name, []), width / 2, font) for name in ("left", "right"))
        return top + sum(_height(flow, slots.get(name, []), width, font) for name in ("default", "bottom")) + columns
    height = _height(flow, slots.get("default", []), width, font)
    return (canvas.height + height) / 2 if layout in CENTRED else top + height


def _slots(root: Node) -> dict[str, list[Node]]:
    """The nodes of each slot of the layout."""
    slots: dict[str, list[Node]] = {"default": []}
    for node in root.children:
        if node.slot is None:
            slots["default"].append(node)
        else:
            slots.setdefault(node.slot, []).extend(node.children)
    return slots


def _height(flow: Flow, nodes: list[Node], width: float, font: Font) -> float:
    extent = flow.stacked(nodes, width, font)
    return extent.above + extent.height - extent.slack
