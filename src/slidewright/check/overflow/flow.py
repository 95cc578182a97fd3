"""The height of a tree of elements in a column of some width: lines of text, lists, tables, code, pictures, columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from slidewright.check.overflow import typography as typo
from slidewright.check.overflow.boxes import Box, box
from slidewright.check.overflow.extents import NOTHING, Extent, Font, boxed, font_of, inner_width, margin_above, taken
from slidewright.check.overflow.leaves import code_height, formula_height, picture_size, source_of, text_width
from slidewright.check.overflow.runs import bare, flattened, groups, is_inline, leaves
from slidewright.check.overflow.widths import filled, longest_line, rows, rows_of, shares, shrunk, wide
from slidewright.parse.template import RAW, Node

PictureSize = Callable[[str], tuple[float, float] | None]
"""Width and height in px of the picture at a path as written; None where nobody knows."""

HEADINGS = frozenset(typo.HEADINGS)
UNMEASURED = frozenset(
    "Toc Tweet Youtube BlueSky Mermaid PlantUml Monaco SlidevVideo iframe video audio canvas object".split()
)
FLOATING = frozenset("Arrow arrow VDrag v-drag VDragArrow v-drag-arrow template-comment".split())
ONE_AT_A_TIME = frozenset(["v-switch", "VSwitch", "CodeGroup"])
DEEPEST = 60
WIDEST = 868.0
"""The room on a slide, in px."""


class Flow:
    """Lays out a tree as far as heights go."""

    def __init__(self, picture: PictureSize, h1: typo.Type) -> None:
        self.picture = picture
        self.h1 = h1

    def stacked(self, nodes: Sequence[Node], width: float, font: Font, depth: int = 0, gap: float = 0.0) -> Extent:
        """Nodes one below the other; the margin of the last is not part of the height."""
        y = margin = first_above = slack = 0.0
        is_first, before = True, ""
        for group in groups(nodes):
            extent, name = self._group(group, width, font, depth), group[0].name
            if extent == NOTHING:
                continue
            above = margin_above(before, name, extent.above)
            first_above = above if is_first else first_above
            y += extent.height + (0.0 if is_first else gap + (max(above, margin) if above >= 0 else margin + above))
            margin, slack, is_first, before = extent.below, extent.slack, False, name
        return Extent(max(first_above, 0.0), y, margin, slack)

    def _group(self, group: Sequence[Node], width: float, font: Font, depth: int) -> Extent:
        if is_inline(group[0]):
            return Extent(0.0, self._lines(group, width, font), 0.0)
        return self.block(group[0], width, font, depth + 1)

    def _lines(self, nodes: Sequence[Node], width: float, font: Font) -> float:
        """Height of inline content: what `<br>` separates begins a line of its own."""
        pieces, breaks = [0.0], 0
        for node in leaves(nodes):
            if node.name == "br":
                pieces.append(0.0)
                breaks += 1
            else:
                pieces[-1] += text_width(node, font.size)
        lines = sum(max(1, ceil(piece / max(width, 20.0))) if piece > font.size / 4 else 0 for piece in pieces)
        empty = sum(1 for piece in pieces[:-1] if piece <= font.size / 4)
        return (lines + empty) * font.line

    def block(self, node: Node, width: float, font: Font, depth: int) -> Extent:
        """One block."""
        if node.name in RAW or node.name in FLOATING or depth > DEEPEST or _is_dragged(node):
            return NOTHING
        around = box(node.tag, width)
        if around.is_out:
            return NOTHING
        inner = self._inner(node, inner_width(around, width), font, around, depth)
        return boxed(around, inner)

    def _inner(self, node: Node, width: float, outer: Font, around: Box, depth: int) -> Extent:
        name, font = node.name, font_of(node, outer)
        if name.startswith("#") or name == "img" or name in UNMEASURED:
            return self._leaf(node, width, font, around)
        if name in HEADINGS:
            return self._heading(node, width, outer)
        if name == "table":
            return Extent(0.0, self._table(node, width, font), 0.0)
        width = max(width - around.sides, 20.0)
        if name in ONE_AT_A_TIME:
            shown = (self.block(child, width, font, depth + 1) for child in node.children)
            return max(shown, default=NOTHING, key=taken)
        if name == "details":
            return Extent(0.0, font.line, 0.0)
        if around.columns or around.is_row:
            return self._columns(node, width, font, around, depth)
        return self._text_block(node, width, font, depth, around.gap)

    def _text_block(self, node: Node, width: float, font: Font, depth: int, gap: float) -> Extent:
        if node.name == "p":
            extent = self.stacked(node.children, width, Font(font.size, typo.PARAGRAPH.line), depth)
            return Extent(typo.PARAGRAPH.above, extent.height, typo.PARAGRAPH.below) if extent.height else NOTHING
        if node.name == "blockquote":
            inner = self.stacked(bare(node.children), width - 18, Font(typo.QUOTE.size, typo.QUOTE.line), depth)
            return Extent(0.0, inner.height + typo.QUOTE_PADDING, 0.0)
        if node.name == "li":
            return self.stacked(
                node.children, width - typo.LIST_INDENT, Font(font.size, font.size * typo.LIST_LINE), depth
            )
        return self.stacked(node.children, width, font, depth, gap)

    def _heading(self, node: Node, width: float, outer: Font) -> Extent:
        kind = self.h1 if node.name == "h1" else typo.HEADINGS[node.name]
        font = font_of(node, outer)
        font = Font(kind.size, kind.line) if font == outer else font
        return Extent(kind.above, self._lines(list(node.children), width, font), kind.below)

    def _leaf(self, node: Node, width: float, font: Font, around: Box) -> Extent:
        if node.name in ("#fence", "#code_block"):
            height = code_height(node)
            return Extent(typo.CODE.above, height, typo.CODE.below) if height else NOTHING
        if node.name == "#math_block":
            return Extent(16.0, formula_height(node), 16.0)
        if node.name in ("img", "#image"):
            return Extent(0.0, picture_size(node, width, around, self.picture), 0.0)
        if node.name in ("#hidden", "#slot", "#root"):
            return self.stacked(node.children, width, font)
        return NOTHING

    def _columns(self, node: Node, width: float, font: Font, around: Box, depth: int) -> Extent:
        """Children side by side, row by row."""
        pairs = [(child, box(child.tag, width)) for child in flattened(node.children) if _is_item(child)]
        pairs = [(child, own) for child, own in pairs if not own.is_out]
        height, slack, gaps = 0.0, 0.0, -around.gap
        for row in rows([own for _, own in pairs], around.columns):
            widths = self._row_widths(pairs[row], width, font, around)
            extents = [
                self._group([child], own, font, depth) for (child, _), own in zip(pairs[row], widths, strict=True)
            ]
            tallest = max(extents, key=taken, default=NOTHING)
            height, slack, gaps = height + taken(tallest), tallest.slack + tallest.below, gaps + around.gap
        return Extent(0.0, height + max(gaps, 0.0), 0.0, slack)

    def _row_widths(self, pairs: Sequence[tuple[Node, Box]], width: float, font: Font, around: Box) -> list[float]:
        """The widths of a row's children."""
        boxes = [own for _, own in pairs]
        room = max(width - around.gap * (len(pairs) - 1), 40.0)
        if around.columns:
            return shares(boxes, around.columns, room)
        return shrunk([self._natural(child, own, font) for child, own in pairs], boxes, room)

    def _natural(self, node: Node, own: Box, font: Font, depth: int = 0) -> float:
        """How wide a child of a row would like to be: as its box says, or as its longest line."""
        if own.width is not None:
            return own.width
        if node.name in ("img", "#image"):
            size = self.picture(source_of(node))
            return size[0] if size else 0.0
        if node.name == "table":
            columns = wide(rows_of(node), font.size)
            return sum(columns) + typo.CELL_SIDES * len(columns)
        if not node.children:
            return text_width(node, font.size) if is_inline(node) else 0.0
        if depth > DEEPEST:
            return 0.0
        inner = font_of(node, font)
        parts = [self._natural_group(group, inner, depth) for group in groups(node.children)]
        return (sum(parts) if own.is_row else max(parts, default=0.0)) + own.sides

    def _natural_group(self, group: Sequence[Node], font: Font, depth: int) -> float:
        if is_inline(group[0]):
            return longest_line(group, font.size)
        return self._natural(group[0], box(group[0].tag, WIDEST), font, depth + 1)

    def _table(self, node: Node, width: float, font: Font) -> float:
        cells = rows_of(node)
        natural = wide(cells, font.size)
        if not natural:
            return 0.0
        widths = filled(natural, width - typo.CELL_SIDES * len(natural))
        return sum(self._row(row, widths, font) + typo.CELL_PADDING for row in cells)

    def _row(self, row: Sequence[Node], widths: Sequence[float], font: Font) -> float:
        """The height of a table's row without its padding."""
        lines = (self._lines(cell.children, own, font) for cell, own in zip(row, widths, strict=False))
        return max(max(lines, default=0.0), font.line)


def _is_dragged(node: Node) -> bool:
    return node.tag is not None and any(attribute.name.startswith("v-drag") for attribute in node.tag.attributes)


def _is_item(node: Node) -> bool:
    """Is a child of a row more than the blank between two?"""
    return node.name != "#text" or not node.text.isspace()
