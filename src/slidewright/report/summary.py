"""One line that says how a check went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from slidewright.diagnostics import Diagnostic, Severity, count
from slidewright.report import Report
from slidewright.report.wording import plural


class Fixable(NamedTuple):
    """How many findings `--fix` would mend, and how many more with `--unsafe-fixes`."""

    safe: int
    unsafe: int


def fixable(diagnostics: Iterable[Diagnostic]) -> Fixable:
    """Count the findings that have a fix."""
    safe = [found.fix.is_safe for found in diagnostics if found.fix]
    return Fixable(safe.count(True), safe.count(False))


def summary(report: Report) -> str:
    """Findings by severity, decks and slides; then what was fixed, can be fixed, and was left out, if anything."""
    diagnostics = [item.diagnostic for item in report.placed]
    left_out = _listed((report.suppressed, "suppressed"), (report.baselined, "in the baseline"))
    parts = (
        _counted(count(diagnostics), report.decks, report.slides),
        _listed((report.fixed, "fixed")),
        ", ".join(_promises(fixable(diagnostics))),
        left_out,
    )
    return "; ".join(filter(None, parts))


def _counted(severities: Mapping[Severity, int], decks: int, slides: int) -> str:
    """`18 errors, 1 warning in 1 deck, 41 slides`."""
    looked = f"{plural(decks, 'deck')}, {plural(slides, 'slide')}"
    parts = [
        plural(number, severity.label if severity is not Severity.INFO else "note")
        for severity, number in severities.items()
        if number
    ]
    return f"{', '.join(parts)} in {looked}" if parts else f"no problems in {looked}"


def _promises(fixable: Fixable) -> Iterator[str]:
    if fixable.safe:
        yield f"{fixable.safe} fixable with `--fix`"
    if fixable.unsafe:
        yield f"{fixable.unsafe} {'more' if fixable.safe else 'fixable'} with `--unsafe-fixes`"


def _listed(*numbers: tuple[int, str]) -> str:
    return ", ".join(f"{number} {what}" for number, what in numbers if number)
