"""The code frame of a finding: the line, and carets under what is meant."""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.report.terminal import Style, paint, printable, width
from slidewright.text import Location

WINDOW = 96
"""Columns of a line that are shown; a longer one is cut around the span."""

MAX_LINES = 3


def frame(location: Location, style: Style, colour: bool) -> Iterator[str]:
    """The lines of a frame; of a span over many lines the first few are shown."""
    start, end = location.start, location.end
    last = min(end.line, start.line + MAX_LINES - 1)
    gutter = len(str(last))
    bar = paint(f"{' ' * gutter} |", Style.FAINT, colour)
    yield bar
    for line in range(start.line, last + 1):
        text = location.source.lines[line - 1]
        first = start.column - 1 if line == start.line else len(text) - len(text.lstrip())
        stop = end.column - 1 if line == end.line else len(text.rstrip())
        before, marked, after = _cut(text, first, max(stop, first))
        number = paint(f"{line:>{gutter}} |", Style.FAINT, colour)
        yield f"{number} {before}{marked}{after}"
        carets = "^" * max(width(marked), 1)
        yield f"{bar} {' ' * width(before)}{paint(carets, style, colour)}"
    if end.line > last:
        yield paint(f"{'.' * gutter} |", Style.FAINT, colour)


def _cut(text: str, first: int, stop: int) -> tuple[str, str, str]:
    """What stands before the span, the span, and after it, each cut to what fits the window."""
    marked = _head(printable(text[first : min(stop, first + WINDOW)]), WINDOW)
    room = WINDOW - width(marked)
    before = _tail(
        printable(text[max(0, first - WINDOW) : first]), max(room, 12) if stop >= len(text) else max(room // 2, 12)
    )
    if len(before) < len(printable(text[max(0, first - WINDOW) : first])) or first > WINDOW:
        before = f"…{before}"
    after = _head(printable(text[stop : stop + WINDOW]), max(WINDOW - width(before) - width(marked), 0))
    return before, marked, after


def _head(text: str, room: int) -> str:
    """As much of the beginning as fits."""
    if width(text) <= room:
        return text
    end = 0
    used = 0
    while end < len(text) and used + width(text[end]) < room:
        used += width(text[end])
        end += 1
    return text[:end] + "…"


def _tail(text: str, room: int) -> str:
    """As much of the end as fits."""
    start = len(text)
    used = 0
    while start > 0 and used + width(text[start - 1]) <= room:
        used += width(text[start - 1])
        start -= 1
    return text[start:]
