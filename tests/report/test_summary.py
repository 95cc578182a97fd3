from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from slidewright.diagnostics import Diagnostic, Fix, Severity
from slidewright.report import Placed, Report
from slidewright.report.summary import summary
from slidewright.text import Location, Source, Span

NOWHERE = Location(Source(PurePosixPath("slides.md"), ""), Span(0, 0))


def placed(severity: Severity, count: int, is_safe: bool | None = None) -> list[Placed]:
    fix = None if is_safe is None else Fix("mend it", (), is_safe)
    return [Placed(Diagnostic("rule", severity, "wrong", NOWHERE, fix=fix), "slides.md")] * count


ERRORS, WARNINGS, NOTES = (placed(severity, 2) for severity in sorted(Severity, reverse=True))
SAFE, UNSAFE = placed(Severity.ERROR, 3, True), placed(Severity.ERROR, 1, False)


@pytest.mark.parametrize(
    ("report", "line"),
    [
        (Report((), 1, 1), "no problems in 1 deck, 1 slide"),
        (Report(placed(Severity.ERROR, 18) + WARNINGS[:1], 1, 41), "18 errors, 1 warning in 1 deck, 41 slides"),
        (Report(NOTES + ERRORS + WARNINGS, 2, 0), "2 errors, 2 warnings, 2 notes in 2 decks, 0 slides"),
        (Report(SAFE, 1, 1), "3 errors in 1 deck, 1 slide; 3 fixable with `--fix`"),
        (Report(UNSAFE, 1, 1), "1 error in 1 deck, 1 slide; 1 fixable with `--unsafe-fixes`"),
        (
            Report(SAFE + UNSAFE, 1, 1),
            "4 errors in 1 deck, 1 slide; 3 fixable with `--fix`, 1 more with `--unsafe-fixes`",
        ),
        (Report((), 1, 1, suppressed=2), "no problems in 1 deck, 1 slide; 2 suppressed"),
        (Report((), 1, 1, baselined=3), "no problems in 1 deck, 1 slide; 3 in the baseline"),
        (Report((), 1, 1, fixed=4), "no problems in 1 deck, 1 slide; 4 fixed"),
        (
            Report(SAFE, 1, 1, suppressed=2, baselined=3, fixed=4),
            "3 errors in 1 deck, 1 slide; 4 fixed; 3 fixable with `--fix`; 2 suppressed, 3 in the baseline",
        ),
    ],
)
def test_the_summary_counts_findings_fixes_and_what_was_left_out(report: Report, line: str) -> None:
    assert summary(report) == line
