"""What the preview says: all that was found, each once, and what is cut off in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest

from slidewright.check import Show, examine
from slidewright.check.rule import Rule
from slidewright.diagnostics import Diagnostic, Severity
from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.serve.findings import Sides, all_findings, message
from slidewright.serve.workshop import Abandoned
from slidewright.settings import CheckSettings
from slidewright.text import Location, Span
from slidewright.workspace import MemoryWorkspace

PATH = PurePosixPath("slides.md")
WORKSPACE = MemoryWorkspace({"slides.md": b"# One\n\n---\n\n# Two\n"})
DECK = load(WORKSPACE, PATH)
SHOW = Show(DECK, resolve(DECK, WORKSPACE), WORKSPACE)


def show_of(text: str) -> Show:
    workspace = MemoryWorkspace({"slides.md": text.encode()})
    deck = load(workspace, PATH)
    return Show(deck, resolve(deck, workspace), workspace)


def found(rule: str, start: int, slide: int = 1) -> Diagnostic:
    location = Location(DECK.document.source, Span(start, start + 1))
    return Diagnostic(rule, Severity.WARNING, f"about {rule}", location, slide)


def test_two_findings_of_one_place_are_two() -> None:
    assert [one.rule for one in all_findings([found("a", 0), found("b", 0)], [], SHOW, {})] == ["a", "b"]


def test_what_the_checker_said_of_a_place_the_renderer_does_not_say_again() -> None:
    rendered = [found("not-rendered", 0), found("not-rendered", 2), found("not-rendered", 2), found("large-page", 4)]
    said = all_findings([found("unknown-component", 0)], rendered, SHOW, {})
    assert [(one.rule, one.location.span.start) for one in said] == [("unknown-component", 0), ("not-rendered", 2)]


def test_what_leaves_a_slide_is_told_on_its_first_line_in_px() -> None:
    (one,) = all_findings([], [], SHOW, {1: Sides(), 2: Sides(right=3.6, bottom=12)})
    assert (one.rule, one.slide, one.location.start.line) == ("overflow", 2, 5)
    assert one.message == "content leaves the slide: 4 px on the right, 12 px below"


@pytest.mark.parametrize("comment", ["allow overflow", "allow-slide overflow -- on purpose", "allow-file all"])
def test_what_is_meant_to_leave_a_slide_is_not_told(comment: str) -> None:
    text = f"# One\n\n---\n\n<!-- slidewright: {comment} -->\n\n# Two\n\ntext\n"
    assert all_findings([], [], show_of(text), {2: Sides(bottom=12)}) == ()
    other = show_of(text.replace("overflow", "twoslash").replace("all ", "twoslash "))
    assert [one.location.start.line for one in all_findings([], [], other, {2: Sides(bottom=12)})] == [7]


def test_what_the_renderer_says_can_be_allowed() -> None:
    show = show_of("<!-- slidewright: allow not-rendered -->\n\n<Chart />\n\n<Table />\n")
    source = show.deck.document.source
    places = [Location(source, Span(start, start + 7)) for start in (source.text.index("<C"), source.text.index("<T"))]
    rendered = [Diagnostic("not-rendered", Severity.WARNING, "absent", place, 1) for place in places]
    assert all_findings([], rendered, show, {}) == (rendered[1],)


def test_a_slide_with_a_stand_in_has_no_size() -> None:
    said = all_findings([found("missing-image", 12, 2)], [], SHOW, {2: Sides(bottom=12)})
    assert [one.rule for one in said] == ["missing-image"]


@pytest.mark.parametrize("value", [None, "12", True, float("nan"), -3, [], {}])
def test_what_a_page_measures_is_no_number_and_is_nothing(value: object) -> None:
    assert Sides.of({"bottom": value}) == Sides()


def test_a_message_tells_places_as_people_count_them() -> None:
    said = message(3, [found("a", 12, 2)], [], str)
    assert said["findings"][0] | {"href": None} == {
        "rule": "a", "severity": "warning", "message": "about a", "help": None,
        "file": "slides.md", "line": 5, "column": 1, "slide": 2, "href": None,
    }  # fmt: skip


def test_a_check_can_be_given_up_between_two_rules() -> None:
    ran: list[str] = []

    def rules() -> Iterator[Rule]:
        yield Rule("first", "syntax", Severity.ERROR, True, "", lambda show: iter(ran.append("first") or ()))
        raise Abandoned

    with pytest.raises(Abandoned):
        examine(Show(DECK, resolve(DECK, WORKSPACE), WORKSPACE, CheckSettings()), rules())
    assert ran == ["first"]
