"""The lines of a build: one for each cause, with all its places, and each advice once."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from slidewright.diagnostics import Diagnostic, Severity
from slidewright.report import Report
from slidewright.report.brief import COLUMNS, brief
from slidewright.text import Location, Source, Span


def finding(source: Source, text: str, message: str | None = None, cause: str | None = None) -> Diagnostic:
    start = source.text.index(text)
    location = Location(source, Span(start, start + len(text)))
    worded = message or f"no file at `{text}`"
    return Diagnostic("missing-image", Severity.WARNING, worded, location, help="put it there", cause=cause)


def pictures(path: str, count: int) -> list[Diagnostic]:
    source = Source(PurePosixPath(path), "".join(f"![](picture {number:02}.png)\n" for number in range(count)))
    return [finding(source, f"picture {number:02}.png", cause="folder") for number in range(count)]


def test_a_build_has_lines_without_marks(example: Report) -> None:
    lines = list(brief([item.diagnostic for item in example.placed], lambda path: f"talk/{path}"))
    assert lines[0] == "talk/slides.md:3:13: error: no file at `./img/arch.png` [missing-image]"
    assert lines[1] == "  help: did you mean `./img/architecture.png`?"


def test_many_findings_of_one_cause_are_one_line_and_their_places() -> None:
    assert list(brief([*pictures("a.md", 2), *pictures("b.md", 2)], str)) == [
        "a.md:1:5: warning: no file at `picture 00.png` [missing-image]",
        "  and 3 more of the same cause: 2:5 picture 01.png, b.md:1:5 picture 00.png, 2:5 picture 01.png",
        "  help: put it there",
    ]


def test_few_findings_have_a_line_each_and_an_advice_is_given_once() -> None:
    told = list(brief(pictures("a.md", 3), str))
    assert [line.partition(":")[0] for line in told] == ["a.md", "  help", "a.md", "a.md"]


def test_places_are_never_torn_apart_by_the_end_of_a_line() -> None:
    _, *places, _ = brief(pictures("a.md", 40), str)
    assert len(places) > 5 and max(map(len, places)) <= COLUMNS
    assert sum(line.count("picture") for line in places) == 39
    assert all(line.startswith(("  and 39 more", "    ")) and line.endswith(("png,", "png")) for line in places)


@pytest.mark.parametrize("text", ["https://x.org/a.png", "a" * 31])
def test_an_address_and_a_long_text_stand_as_their_place_alone(text: str) -> None:
    source = Source(PurePosixPath("a.md"), f"{text}0\n{text}1\n{text}2\n{text}3\n")
    found = [finding(source, f"{text}{end}", cause="one") for end in "0123"]
    assert list(brief(found, str))[1] == "  and 3 more of the same cause: 2:1, 3:1, 4:1"


def test_what_is_worded_alike_has_one_cause_and_what_is_not_has_none() -> None:
    source = Source(PurePosixPath("a.md"), "a b c d")
    alike = [finding(source, text, message="needs a server") for text in "abcd"]
    assert len(list(brief(alike, str))) == 3
    assert len(list(brief([finding(source, text) for text in "abcd"], str))) == 5


def test_a_text_cannot_drive_the_terminal() -> None:
    source = Source(PurePosixPath("a.md"), "a\x1b[31m b c d")
    found = [finding(source, text, cause="one") for text in ("b", "a\x1b[31m", "c", "d")]
    assert "\x1b" not in "".join(brief(found, str))
