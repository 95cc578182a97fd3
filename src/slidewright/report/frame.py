"""The code frame of a finding: the line, and carets under what is meant."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from slidewright.report.terminal import Style, char_width, paint, printable, width
from slidewright.text import Location, Position

WINDOW = 96
"""Columns of a line that are shown; a longer one is cut around the span."""

CONTEXT = 12
"""Columns that are shown before a span that leaves no room."""

MAX_LINES = 3


def frame(location: Location, style: Style, colour: bool) -> Iterator[str]:
    """The lines of a frame; of a span over many lines the first few are shown."""
    start, end = location.start, _visible_end(location)
    last = min(end.line, start.line + MAX_LINES - 1)
    gutter = len(str(last))
    bar = paint(f"{' ' * gutter} |", Style.FAINT, colour)
    yield bar
    for line in range(start.line, last + 1):
        text = location.source.lines[line - 1]
        first = start.column - 1 if line == start.line else len(text) - len(text.lstrip())
        stop = end.column - 1 if line == end.line else len(text.rstrip())
        before, marked, after = cut(text, first, max(stop, first))
        number = paint(f"{line:>{gutter}} |", Style.FAINT, colour)
        yield f"{number} {before}{marked}{after}".rstrip()
        carets = "^" * max(width(marked), 1)
        yield f"{bar} {' ' * width(before)}{paint(carets, style, colour)}"
    if end.line > last:
        yield paint(f"{'.' * gutter} |", Style.FAINT, colour)


def _visible_end(location: Location) -> Position:
    """Where the span ends, without line ends and blanks that carets cannot point at."""
    text = location.text
    blank = len(text) - len(text.rstrip()) if text.strip() else 0
    return location.source.position(location.span.end - blank)


def cut(text: str, first: int, stop: int) -> tuple[str, str, str]:
    """What stands before the span, the span, and after it, as shown in a window of columns."""
    marked = head(printable(text[first : min(stop, first + WINDOW)]), WINDOW)
    room = WINDOW - width(marked)
    near = printable(text[max(0, first - WINDOW) : first])
    before = _tail(near, max(room if stop >= len(text) else room // 2, CONTEXT))
    if len(before) < len(near) or first > WINDOW:
        before = f"…{before}"
    after = head(printable(text[stop : stop + WINDOW]), max(room - width(before), 0))
    return before, marked, after


def head(text: str, room: int) -> str:
    """As much of the beginning as fits; an ellipsis tells that there is more."""
    if width(text) <= room:
        return text
    return text[: _fitting(text, room - 1)] + "…"


def _tail(text: str, room: int) -> str:
    """As much of the end as fits."""
    return text[len(text) - _fitting(text[::-1], room) :]


def _fitting(text: str, room: int) -> int:
    """How many characters from the beginning fit."""
    return sum(used <= room for used in accumulate(map(char_width, text)))
