from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from slidewright.check import Show
from slidewright.check.pace import clicks, seconds, spoken
from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.workspace import MemoryWorkspace


def show(text: str) -> Show:
    workspace = MemoryWorkspace({"slides.md": text})
    deck = load(workspace, PurePosixPath("slides.md"))
    return Show(deck, resolve(deck, workspace), workspace)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (90, 90),
        ("90", 90),
        ("30min", 1800),
        ("1h30m", 5400),
        ("1:30", 90),
        ("1:00:00", 3600),
        ("+10s", 10),
        ("2 months", None),
        ("1month", 2_592_000),
        ("soon", None),
        (True, None),
        (None, None),
        ([], None),
    ],
)
def test_durations_as_slidev_reads_them(value: object, expected: float | None) -> None:
    assert seconds(value) == expected


def test_a_note_is_what_is_spoken_and_a_slide_without_one_is_read() -> None:
    one, two = show("# One two\n\n<!-- [click] three **four** [click:2] five -->\n\n---\n\n# Six seven\n").own_parts
    assert (spoken(one), spoken(two)) == (3, 2)


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ("# A", 0),
        ("<div v-click>a</div> <div v-click.hide>b</div> <div v-after>c</div>", 2),
        ("<v-click>\n\na\n\n</v-click>", 1),
        ("<v-clicks>\n\n- a\n- b\n\n</v-clicks>\n\n- c", 2),
        ("```ts {1|2|3}\na\nb\nc\n```", 2),
        ("```ts {1}\na\n```", 0),
        ("````md magic-move\n```ts\na\n```\n```ts {1|2}\nb\n```\n````", 2),
        ("`v-click` <span v-mark.red>a</span>", 1),
    ],
)
def test_clicks_are_about_as_many_as_a_slide_has_things_to_click_for(content: str, count: int) -> None:
    found = show(content)
    assert clicks(found, found.own_parts[0]) == count


def test_clicks_that_are_given_count() -> None:
    found = show("---\nclicks: 7\n---\n\n<div v-click>a</div>\n")
    assert clicks(found, found.own_parts[0]) == 7
