"""Findings as workflow commands, which GitHub shows as annotations beside the changed lines."""

from __future__ import annotations

from slidewright.diagnostics import Diagnostic, Severity
from slidewright.report import Look, Placed, Report
from slidewright.report.terminal import printable
from slidewright.report.wording import promise

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

ESCAPED = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
"""What the runner decodes everywhere in a command."""

ESCAPED_IN_PROPERTIES = ESCAPED | str.maketrans({":": "%3A", ",": "%2C"})
"""What it decodes in properties besides: their own punctuation."""


def formatted(report: Report, look: Look) -> str:
    """A command a finding: the title is the rule, the text says what is wrong, what to do, and what a fix would do."""
    return "".join(f"{_command(item)}\n" for item in report.placed)


def _command(item: Placed) -> str:
    found = item.diagnostic
    properties = {"file": item.path, **_region(found), "title": found.rule}
    written = ",".join(f"{name}={_escaped(str(value), True)}" for name, value in properties.items())
    return f"::{COMMANDS[found.severity]} {written}::{_escaped(_text(found))}"


def _region(found: Diagnostic) -> dict[str, int]:
    """Lines, and columns where all is on one: GitHub refuses them elsewhere."""
    start, end = found.location.start, found.location.end
    if start.line == end.line:
        return {"line": start.line, "col": start.column, "endLine": end.line, "endColumn": end.column}
    return {"line": start.line, "endLine": end.line}


def _text(found: Diagnostic) -> str:
    parts = (found.message, found.help, promise(found.fix) if found.fix else None)
    return "\n".join(part for part in parts if part)


def _escaped(text: str, is_property: bool = False) -> str:
    """The text as the runner decodes it; what drives a terminal is spelled out, since logs are read in one."""
    return printable(text.translate(ESCAPED_IN_PROPERTIES if is_property else ESCAPED))
