"""Findings as GitLab's Code Quality report (`artifacts: reports: codequality`)."""

from __future__ import annotations

from typing import Any

from slidewright.diagnostics import Severity, fingerprints
from slidewright.report import Look, Placed, Report
from slidewright.report.json_text import json_text

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def formatted(report: Report, look: Look) -> str:
    """A JSON list, empty where nothing was found: GitLab wants a report of every run."""
    names = fingerprints((item.diagnostic, item.path) for item in report.placed)
    return json_text([_issue(item, name) for item, name in zip(report.placed, names, strict=True)])


def _issue(item: Placed, fingerprint: str) -> dict[str, Any]:
    found = item.diagnostic
    start, end = found.location.start, found.location.end
    return {
        "type": "issue",
        "description": f"{found.message} ({found.help})" if found.help else found.message,
        "check_name": found.rule,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[found.severity],
        "location": {
            "path": item.path,
            "lines": {"begin": start.line, "end": end.line},
            "positions": {"begin": start._asdict(), "end": end._asdict()},
        },
    }
