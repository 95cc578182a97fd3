"""Findings for programs: documented, versioned JSON (docs/json.md)."""

from __future__ import annotations

from typing import Any

from slidewright.diagnostics import Edit, Fix, Related, count, worst
from slidewright.report import Look, Placed, Report
from slidewright.report.json_text import json_text
from slidewright.report.summary import fixable
from slidewright.text import Location

VERSION = 1


def formatted(report: Report, look: Look) -> str:
    """The report's text; lines and columns are 1-based, columns in code points, ends exclusive."""
    document = {"version": VERSION, "diagnostics": list(map(entry, report.placed)), "summary": _summary(report)}
    return json_text(document)


def _summary(report: Report) -> dict[str, Any]:
    diagnostics = [item.diagnostic for item in report.placed]
    highest = worst(diagnostics)
    return {
        "decks": report.decks,
        "slides": report.slides,
        "total": len(diagnostics),
        **{severity.label: number for severity, number in count(diagnostics).items()},
        "worst": None if highest is None else highest.label,
        "fixable": fixable(diagnostics)._asdict(),
        "fixed": report.fixed,
        "suppressed": report.suppressed,
        "baselined": report.baselined,
    }


def entry(item: Placed) -> dict[str, Any]:
    """One finding."""
    found = item.diagnostic
    return {
        "rule": found.rule,
        "severity": found.severity.label,
        "message": found.message,
        "path": item.path,
        **_region(found.location),
        "slide": found.slide,
        "help": found.help,
        "targets": list(found.targets),
        "related": [_related(related, item) for related in found.related],
        "fix": _fix(found.fix, found.location) if found.fix else None,
    }


def _region(location: Location) -> dict[str, int]:
    start, end = location.start, location.end
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}


def _related(related: Related, item: Placed) -> dict[str, Any]:
    return {"message": related.message, "path": item.path_of(related.location), **_region(related.location)}


def _fix(fix: Fix, location: Location) -> dict[str, Any]:
    return {"title": fix.title, "safe": fix.is_safe, "edits": [_edit(edit, location) for edit in fix.edits]}


def _edit(edit: Edit, location: Location) -> dict[str, Any]:
    return {**_region(Location(location.source, edit.span)), "replacement": edit.replacement}
