"""JSON, and its documentation."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from slidewright.report import Look, Report, formatted
from slidewright.report.json_text import json_text

DOCUMENT = Path(__file__).parents[2] / "docs/json.md"


def test_the_documented_example_is_real(example: Report, matches_golden: Callable[[Path, str], None]) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    real = formatted("json", example, Look())
    matches_golden(DOCUMENT, re.sub(r"(?<=```json\n).*?(?=```)", lambda _: real, text, count=1, flags=re.S))


def test_every_field_is_documented(everything: Report) -> None:
    document = json.loads(formatted("json", everything, Look()))
    text = DOCUMENT.read_text(encoding="utf-8")
    rows = {name for row in re.findall(r"^\| (`.*?) \|", text, re.M) for name in re.findall(r"`([^`]+)`", row)}
    fields = {
        *(f"summary.{key}" for key in document["summary"]),
        *(f"summary.fixable.{key}" for key in document["summary"]["fixable"]),
        *(key for found in document["diagnostics"] for key in found),
        *(f"related.{key}" for found in document["diagnostics"] for item in found["related"] for key in item),
        *(f"fix.{key}" for found in document["diagnostics"] if found["fix"] for key in found["fix"]),
    }
    places = {field for field in fields if re.search(r"\.(path|(end_)?(line|column))$", field)}
    assert fields - places - {"summary.fixable"} <= rows


def test_json_lines_are_the_findings_of_the_whole(everything: Report) -> None:
    lines = formatted("json-lines", everything, Look()).splitlines()
    whole = json.loads(formatted("json", everything, Look()))
    assert list(map(json.loads, lines)) == whole["diagnostics"]


def test_the_summary_counts_what_can_be_mended(everything: Report) -> None:
    summary = json.loads(formatted("json", everything, Look()))["summary"]
    assert summary == {
        "decks": 3, "slides": 41, "total": 11, "error": 3, "warning": 7, "info": 1, "worst": "error",
        "fixable": {"safe": 6, "unsafe": 1}, "fixed": 1, "suppressed": 2, "baselined": 4,
    }  # fmt: skip


def test_what_is_not_printable_is_escaped_and_survives() -> None:
    value = ["图 🎉", "\x1b\x7f\x9b", "\u202e\u2028\ufeff", "\ud800", "\U000e0001", "a\nb"]
    text = json_text(value, indent=None)
    assert text.isprintable()
    assert "图 🎉" in text
    assert json.loads(text) == value
