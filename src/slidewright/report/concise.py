"""Findings for people and editors, one line each: `path:line:column: severity: message [rule]`."""

from __future__ import annotations

from slidewright.report import Look, Placed, Report
from slidewright.report.terminal import Style, paint, printable
from slidewright.report.wording import STYLES, marked, place


def formatted(report: Report, look: Look) -> str:
    """The lines, with the marks of findings that can be fixed."""
    lines = (marked(line(item, look.colour), item.diagnostic.fix) for item in report.placed)
    return "".join(f"{line}\n" for line in lines)


def line(item: Placed, colour: bool) -> str:
    """The line of one finding, without mark."""
    found = item.diagnostic
    where = paint(place(item.path, found.location), Style.BOLD, colour)
    severity = paint(found.severity.label, STYLES[found.severity], colour)
    return f"{where}: {severity}: {printable(found.message)} [{found.rule}]"
