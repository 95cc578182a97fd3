"""JUnit's XML, held against the shape that Jenkins and Surefire agree on."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple
from xml.etree import ElementTree as Xml

import pytest

from slidewright.diagnostics import Diagnostic, Severity
from slidewright.report import Look, Placed, Report, formatted
from slidewright.text import Location, Source, Span


class Shape(NamedTuple):
    """What an element must have, may have besides, and may hold."""

    required: set[str]
    optional: set[str]
    children: set[str]


COUNTS = {"tests", "failures", "errors"}
SHAPES = {
    "testsuites": Shape(set(), {"name", "time", *COUNTS}, {"testsuite"}),
    "testsuite": Shape({"name", *COUNTS}, {"time", "skipped", "timestamp", "hostname", "id"}, {"testcase"}),
    "testcase": Shape({"name"}, {"time", "classname"}, {"failure", "system-out"}),
    "failure": Shape(set(), {"type", "message"}, set()),
    "system-out": Shape(set(), set(), set()),
}


def root_of(report: Report) -> Xml.Element:
    return Xml.fromstring(formatted("junit", report, Look()).encode("utf-8"))


@pytest.mark.parametrize("name", ["everything", "example", "clean"])
def test_elements_have_the_shape_that_readers_know(name: str, request: pytest.FixtureRequest) -> None:
    root = root_of(request.getfixturevalue(name))
    assert root.tag == "testsuites"
    for element in root.iter():
        shape = SHAPES[element.tag]
        assert shape.required <= set(element.attrib) <= shape.required | shape.optional
        assert {child.tag for child in element} <= shape.children


@pytest.mark.parametrize("name", ["everything", "example", "clean"])
def test_the_counts_are_those_of_the_cases(name: str, request: pytest.FixtureRequest) -> None:
    root = root_of(request.getfixturevalue(name))
    for element in [root, *root]:
        assert int(element.attrib["tests"]) == len(list(element.iter("testcase")))
        assert int(element.attrib["failures"]) == len(list(element.iter("failure")))


def test_files_are_suites_and_a_clean_one_is_a_passed_case(everything: Report) -> None:
    suites = {suite.attrib["name"]: suite for suite in root_of(everything)}
    assert list(suites) == ["clean/slides.md", "talk/slides.md", "vorträge/50%, a:b/slides.md"]
    (case,) = suites["clean/slides.md"]
    assert (case.attrib["name"], len(case)) == ("no problems", 0)


def test_a_report_without_files_is_one_passed_case() -> None:
    (suite,) = root_of(Report((), 1, 1))
    (case,) = suite
    assert len(case) == 0


def test_notes_pass_and_errors_and_warnings_fail(everything: Report) -> None:
    cases = list(root_of(everything).iter("testcase"))
    outcomes = {case.attrib["name"].split()[0]: [child.tag for child in case] for case in cases}
    assert outcomes["citation-without-url"] == ["system-out"]
    assert outcomes["hidden-note"] == outcomes["missing-image"] == ["failure"]


def test_what_xml_cannot_hold_is_spelled_out() -> None:
    source = Source(PurePosixPath("slides.md"), "a \x00\x1b\ufffe b")
    found = Diagnostic("rule", Severity.ERROR, "\x00\x0b\uffff <&>\"' ]]>", Location(source, Span(0, 7)), help="\ud800")
    (suite,) = root_of(Report([Placed(found, "\x08.md")], 1, 1))
    ((failure,),) = suite
    assert suite.attrib["name"] == "\\x08.md"
    assert failure.attrib["message"] == "\\x00\\x0b\\uffff <&>\"' ]]>"
    assert "1 | a \\x00\\x1b\\ufffe b\n" in (failure.text or "")
    assert "  help: \\ud800\n" in (failure.text or "")
