"""Findings for programs: documented, versioned JSON (docs/json.md)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from slidewright.diagnostics import Diagnostic, count, worst

VERSION = 1


class Placed(NamedTuple):
    """A finding, and its file as worded for the reader: two decks may know different files by one path."""

    diagnostic: Diagnostic
    path: str


def json_report(placed: Sequence[Placed], decks: int, slides: int) -> str:
    """The report's text; lines and columns are 1-based, columns in code points, ends exclusive."""
    diagnostics = [item.diagnostic for item in placed]
    counted = count(diagnostics)
    highest = worst(diagnostics)
    summary = {
        "decks": decks,
        "slides": slides,
        "total": len(diagnostics),
        **{severity.label: number for severity, number in counted.items()},
        "worst": None if highest is None else highest.label,
    }
    document = {
        "version": VERSION,
        "diagnostics": [_diagnostic(*item) for item in placed],
        "summary": summary,
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _diagnostic(found: Diagnostic, path: str) -> dict[str, Any]:
    start, end = found.location.start, found.location.end
    return {
        "rule": found.rule,
        "severity": found.severity.label,
        "message": found.message,
        "path": path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "slide": found.slide,
        "help": found.help,
        "targets": list(found.targets),
    }
