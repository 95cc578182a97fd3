"""Findings for programs that read them one by one: a JSON object a line, as in docs/json.md."""

from __future__ import annotations

from slidewright.report import Look, Report
from slidewright.report.json_report import entry
from slidewright.report.json_text import json_text


def formatted(report: Report, look: Look) -> str:
    """The lines: what `--format json` has in `diagnostics`, without a summary."""
    return "".join(f"{json_text(entry(item), indent=None)}\n" for item in report.placed)
