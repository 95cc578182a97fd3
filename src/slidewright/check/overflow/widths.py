"""How wide the columns of rows, grids and tables are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slidewright.check.overflow.boxes import Box
from slidewright.check.overflow.leaves import text_width
from slidewright.check.overflow.runs import leaves, named
from slidewright.parse.template import Node


def rows_of(table: Node) -> list[list[Node]]:
    """The cells of each row of a table."""
    return [[cell for cell in row.children if cell.name in ("td", "th")] for row in named(table, "tr")]


def filled(natural: Sequence[float], room: float) -> list[float]:
    """The widths of a table's columns: narrow ones as they like, wide ones share what is left."""
    widths = [0.0] * len(natural)
    left = sorted(range(len(natural)), key=lambda at: natural[at])
    while left:
        at = left.pop(0)
        widths[at] = min(natural[at], max(room / (len(left) + 1), 20.0)) + 1.0
        room -= widths[at]
    return widths


def wide(rows: Sequence[Sequence[Node]], size: float) -> list[float]:
    """How wide each column of a table would like to be."""
    count = max(map(len, rows), default=0)
    return [max((_cell_width(row[at], size) for row in rows if at < len(row)), default=0.0) for at in range(count)]


def rows(boxes: Sequence[Box], columns: Sequence[float]) -> Iterator[slice]:
    """The children of each row: all of them, or as many as the columns hold."""
    start = taken = 0
    for number, own in enumerate(boxes):
        if columns and taken and taken + own.span > len(columns):
            yield slice(start, number)
            start, taken = number, 0
        taken += own.span
    if boxes:
        yield slice(start, len(boxes))


def shares(boxes: Sequence[Box], columns: Sequence[float], room: float) -> list[float]:
    """The widths of a row's children in a grid."""
    widths, at = [], 0
    for own in boxes:
        widths.append(room * sum(columns[at : at + own.span]) / (sum(columns) or 1.0))
        at += own.span
    return widths


def shrunk(natural: Sequence[float], boxes: Sequence[Box], room: float) -> list[float]:
    """The widths of a row's children in a flex box: what grows shares what is left, all shrink alike."""
    growing = [own.is_growing for own in boxes]
    fixed = sum(wide for wide, grows in zip(natural, growing, strict=True) if not grows)
    if any(growing) and fixed < room:
        share = (room - fixed) / sum(growing)
        return [share if grows else wide for wide, grows in zip(natural, growing, strict=True)]
    scale = min(1.0, room / max(sum(natural), 1.0))
    return [wide * scale + 1.0 for wide in natural]


def _cell_width(cell: Node, size: float) -> float:
    return longest_line(cell.children, size)


def longest_line(nodes: Sequence[Node], size: float) -> float:
    """The width of inline content that need not wrap: `<br>` ends a line."""
    longest = current = 0.0
    for leaf in leaves(nodes):
        current = 0.0 if leaf.name == "br" else current + text_width(leaf, size)
        longest = max(longest, current)
    return longest
