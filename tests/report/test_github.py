"""Workflow commands, read back as the runner reads them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from slidewright.diagnostics import Diagnostic, Severity
from slidewright.report import Look, Placed, Report, formatted
from slidewright.text import Location, Source, Span

COMMAND = re.compile(r"::(\w+) ([^:]*)::(.*)")


def unescaped(text: str, is_property: bool = False) -> str:
    codes = {"%0D": "\r", "%0A": "\n", **({"%3A": ":", "%2C": ","} if is_property else {}), "%25": "%"}
    for code, char in codes.items():
        text = text.replace(code, char)
    return text


def commands(report: Report) -> list[tuple[str, dict[str, str], str]]:
    found = []
    for line in formatted("github", report, Look()).splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        pairs = (pair.partition("=") for pair in match[2].split(","))
        found.append((match[1], {name: unescaped(value, True) for name, _, value in pairs}, unescaped(match[3])))
    return found


def test_the_runner_reads_what_was_meant(everything: Report) -> None:
    read = commands(everything)
    assert [command for command, _, _ in read].count("notice") == 1
    command, properties, message = read[-1]
    assert (command, message) == ("error", "100% of this, and: more\n`--fix` would put an empty line before it")
    assert properties == {
        "file": "vorträge/50%, a:b/slides.md", "line": "8", "col": "1", "endLine": "8", "endColumn": "1",
        "title": "swallowed-slide",
    }  # fmt: skip


def test_columns_are_given_only_within_a_line(everything: Report) -> None:
    (note,) = (properties for _, properties, _ in commands(everything) if properties["title"] == "hidden-note")
    assert note == {"file": "talk/slides.md", "line": "19", "endLine": "23", "title": "hidden-note"}


def test_a_message_cannot_begin_another_command() -> None:
    location = Location(Source(PurePosixPath("slides.md"), "a"), Span(0, 1))
    found = Diagnostic("rule", Severity.ERROR, "a\r\n::error::b %0A", location)
    ((_, properties, message),) = commands(Report([Placed(found, "a,line=9::b\n.md")], 1, 1))
    assert (properties["file"], properties["line"]) == ("a,line=9::b\n.md", "1")
    assert message == "a\r\n::error::b %0A"
