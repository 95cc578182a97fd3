"""The code frame of a finding: the line, and carets under what is meant."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from slidewright.report import Look
from slidewright.report.terminal import Style, char_width, paint, printable, width
from slidewright.text import Location, Position

ELLIPSES = 2
"""Columns that the marks of a cut take, one on each side."""

NARROWEST = 32
"""Columns of a line that are shown on any terminal; a longer line is cut around the span."""

CONTEXT = 12
"""Columns that are shown before a span that leaves no room."""

MAX_LINES = 3


def frame(location: Location, style: Style, look: Look) -> Iterator[str]:
    """The lines of a frame; of a span over many lines the first few are shown."""
    colour, start, end = look.colour, location.start, _visible_end(location)
    last = min(end.line, start.line + MAX_LINES - 1)
    gutter = len(str(last))
    window = max(look.columns - gutter - len(" | ") - ELLIPSES, NARROWEST)
    bar = paint(f"{' ' * gutter} |", Style.FAINT, colour)
    yield bar
    for line in range(start.line, last + 1):
        text = location.source.lines[line - 1]
        first = start.column - 1 if line == start.line else len(text) - len(text.lstrip())
        stop = end.column - 1 if line == end.line else len(text.rstrip())
        before, marked, after = cut(text, first, max(stop, first), window)
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


def cut(text: str, first: int, stop: int, window: int) -> tuple[str, str, str]:
    """What stands before the span, the span, and after it, as shown in a window of columns."""
    near = printable(text[max(0, first - window) : first])
    context = min(width(near), CONTEXT)
    meant = printable(text[first : min(stop, first + window)])
    marked = head(meant, window - context)
    room = window - width(marked)
    before = _tail(near, max(room if stop >= len(text) else room // 2, context))
    if len(before) < len(near) or first > window:
        before = f"…{before}"
    after = head(printable(text[stop : stop + window]), max(room - width(before), 0)) if marked == meant else ""
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
