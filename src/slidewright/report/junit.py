"""Findings as JUnit's XML, which most CI systems show as tests: a suite a file, a case a finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as Xml

from slidewright.diagnostics import Severity
from slidewright.report import Look, Placed, Report
from slidewright.report.full import frames
from slidewright.report.terminal import printable
from slidewright.report.wording import short_place


def formatted(report: Report, look: Look) -> str:
    """The XML: errors and warnings are failures, notes are passed cases with output, a clean file is a passed case.

    Where the report names no file, the whole check is one suite.
    """
    found: dict[str, list[Placed]] = {path: [] for path in report.paths}
    for item in report.placed:
        found.setdefault(item.path, []).append(item)
    suites = [_suite(path, items) for path, items in sorted(found.items())] or [_suite("slidewright", [])]
    root = Xml.Element("testsuites", {"name": "slidewright", **_counts(report.placed, sum(map(len, suites)))})
    root.extend(suites)
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(root, encoding="unicode")}'


def _counts(items: Iterable[Placed], cases: int) -> dict[str, str]:
    failures = sum(item.diagnostic.severity > Severity.INFO for item in items)
    return {"tests": str(cases), "failures": str(failures), "errors": "0", "time": "0"}


def _suite(path: str, items: Sequence[Placed]) -> Xml.Element:
    cases = [_case(item) for item in items] or [_case_of("no problems", path)]
    suite = Xml.Element("testsuite", {"name": printable(path), **_counts(items, len(cases)), "skipped": "0"})
    suite.extend(cases)
    return suite


def _case_of(name: str, path: str) -> Xml.Element:
    return Xml.Element("testcase", name=name, classname=printable(path), time="0")


def _case(item: Placed) -> Xml.Element:
    found = item.diagnostic
    case = _case_of(f"{found.rule} at {short_place(found.location)}", item.path)
    if found.severity > Severity.INFO:
        said = Xml.SubElement(case, "failure", type=found.rule, message=printable(found.message))
    else:
        said = Xml.SubElement(case, "system-out")
    said.text = next(frames([item], Look()))
    return case
