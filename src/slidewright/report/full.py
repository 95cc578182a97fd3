"""Findings for people: a frame each, and those of one cause folded into one frame and a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from slidewright.diagnostics import Diagnostic, Severity
from slidewright.report.frame import frame, head
from slidewright.report.terminal import Style, paint, printable, width
from slidewright.text import Location

FOLD = 4
"""From so many findings of one cause on, only the first has a frame."""

QUOTE = 60
"""Columns of what stands at a folded place."""

STYLES = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.INFO: Style.INFO}

Display = Callable[[PurePosixPath], str]


def full(diagnostics: Iterable[Diagnostic], display: Display, colour: bool = False) -> Iterator[str]:
    """The report's text, finding by finding; `display` words a path for the reader."""
    for group in _groups(diagnostics):
        yield "\n".join(_group(group, display, colour)) + "\n"


def _groups(diagnostics: Iterable[Diagnostic]) -> list[list[Diagnostic]]:
    """Findings in order; those of one rule, file and cause together at the place of the first, if they are many."""
    groups: dict[tuple[object, ...], list[Diagnostic]] = {}
    for number, found in enumerate(diagnostics):
        key = (found.rule, found.location.source.path, found.cause) if found.cause else (number,)
        groups.setdefault(key, []).append(found)
    result = []
    for group in groups.values():
        result += [group] if len(group) >= FOLD else [[found] for found in group]
    return sorted(result, key=lambda group: (str(group[0].location.source.path), group[0].location.span))


def _group(group: list[Diagnostic], display: Display, colour: bool) -> Iterator[str]:
    first = group[0]
    style = STYLES[first.severity]
    yield f"{paint(f'{first.severity.label}[{first.rule}]', style, colour)}: {_line(first.message, colour)}"
    yield f"  {paint('-->', Style.FAINT, colour)} {_place(first, display)}{_where(first)}"
    yield from frame(first.location, style, colour)
    if len(group) > 1:
        yield from _others(group[1:], style, colour)
    if first.help:
        yield f"  {paint('help:', Style.HELP, colour)} {printable(first.help)}{_likewise(group)}"
    for related in first.related:
        yield f"  {paint('note:', Style.HELP, colour)} {printable(related.message)} ({_at(related.location, display)})"


def _likewise(group: list[Diagnostic]) -> str:
    """The help names what stands at the first place; what to do at the others differs in the name only."""
    return "" if len({found.help for found in group}) == 1 else " (and so for the others)"


def _line(text: str, colour: bool) -> str:
    return paint(printable(text), Style.BOLD, colour)


def _place(found: Diagnostic, display: Display) -> str:
    return _at(found.location, display)


def _at(location: Location, display: Display) -> str:
    start = location.start
    return f"{printable(display(location.source.path))}:{start.line}:{start.column}"


def _where(found: Diagnostic) -> str:
    slide = f"slide {found.slide}" if found.slide else ""
    targets = f"breaks in {', '.join(found.targets)}" if 0 < len(found.targets) < 3 else ""
    where = "; ".join(part for part in (slide, targets) if part)
    return f"  ({where})" if where else ""


def _others(group: list[Diagnostic], style: Style, colour: bool) -> Iterator[str]:
    """The folded findings, a line each: place, what stands there, slide."""
    yield f"  {paint(f'and {len(group)} more of the same cause:', Style.BOLD, colour)}"
    rows = [(_short(found), _quoted(found.location), found.slide) for found in group]
    place_width = max(len(place) for place, _, _ in rows)
    text_width = max(width(text) for _, text, _ in rows)
    for place, text, slide in rows:
        padding = " " * (text_width - width(text))
        where = f"{padding}  slide {slide}" if slide else ""
        yield f"    {place:>{place_width}}  {paint(text, style, colour)}{where}"


def _quoted(location: Location) -> str:
    return head(printable(location.text.split("\n", 1)[0][:QUOTE]), QUOTE - 1)


def _short(found: Diagnostic) -> str:
    start = found.location.start
    return f"{start.line}:{start.column}"


def summary(counted: dict[Severity, int], decks: int, slides: int) -> str:
    """One line that says how it went."""
    looked = f"{_plural(decks, 'deck')}, {_plural(slides, 'slide')}"
    parts = [
        _plural(number, severity.label if severity is not Severity.INFO else "note")
        for severity, number in counted.items()
        if number
    ]
    return f"{', '.join(parts)} in {looked}" if parts else f"no problems in {looked}"


def _plural(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
