"""Findings for people and editors, one line each: `path:line:column: severity: message [rule]`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from slidewright.diagnostics import Diagnostic
from slidewright.report.terminal import printable


def concise(diagnostics: Iterable[Diagnostic], display: Callable[[PurePosixPath], str]) -> Iterator[str]:
    """The report's lines, in the order of the findings; `display` words a path for the reader."""
    for found in diagnostics:
        start = found.location.start
        place = f"{printable(display(found.location.source.path))}:{start.line}:{start.column}"
        yield f"{place}: {found.severity.label}: {printable(found.message)} [{found.rule}]"
