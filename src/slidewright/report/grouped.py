"""Findings for people who work through a deck: by file, then by slide, in aligned rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from slidewright.diagnostics import Diagnostic
from slidewright.report import Look, Report
from slidewright.report.terminal import Style, paint, printable
from slidewright.report.wording import STYLES, mark, short_place


def formatted(report: Report, look: Look) -> str:
    """A heading for each file and slide, and a row for each finding: place, severity, rule, mark, message."""
    files = groupby(report.placed, key=lambda item: item.path)
    return "\n".join(
        f"{paint(printable(path), Style.BOLD, look.colour)}\n{_file([item.diagnostic for item in items], look.colour)}"
        for path, items in files
    )


def _file(diagnostics: Sequence[Diagnostic], colour: bool) -> str:
    slides: dict[int | None, list[Diagnostic]] = {}
    for found in diagnostics:
        slides.setdefault(found.slide, []).append(found)
    widths = [max(map(len, column)) for column in zip(*map(_cells, diagnostics), strict=True)]
    lines: list[str] = []
    for slide, group in slides.items():
        lines += [_heading(slide, colour), *_rows(group, widths, colour)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _heading(slide: int | None, colour: bool) -> str:
    return f"  {paint('not on a slide' if slide is None else f'slide {slide}', Style.FAINT, colour)}"


def _cells(found: Diagnostic) -> tuple[str, str, str, str]:
    return short_place(found.location), found.severity.label, found.rule, mark(found.fix)


def _rows(group: Sequence[Diagnostic], widths: Sequence[int], colour: bool) -> Iterator[str]:
    for found in group:
        where, severity, rule, fix = map(str.ljust, _cells(found), widths)
        cells = [where.strip().rjust(widths[0]), paint(severity, STYLES[found.severity], colour), rule, fix]
        yield f"    {'  '.join(filter(None, [*cells, printable(found.message)]))}"
