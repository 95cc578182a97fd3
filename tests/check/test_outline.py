from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from slidewright.check import Show
from slidewright.check.outline import beginning, layout_of, opening, title_of
from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.workspace import MemoryWorkspace


def show(text: str) -> Show:
    workspace = MemoryWorkspace({"slides.md": text})
    deck = load(workspace, PurePosixPath("slides.md"))
    return Show(deck, resolve(deck, workspace), workspace)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# A **b** `c`", "A b c"),
        ('# <span class="x">A</span> b', "A b"),
        ("---\ntitle: 2024\n---\n\n# A", "2024"),
        ("A\n===", "A"),
        ("text", ""),
    ],
)
def test_titles_are_told_without_markup(text: str, title: str) -> None:
    assert title_of(show(text).own_parts[0]) == title


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("text\n\n# A\n", "A"),
        ("text\nmore\n", "text"),
        ("<style>\nh1 { color: red }\n</style>\n\n- words\n", "words"),
        ("<div>\n  <b>words</b>\n</div>\n", "words"),
        ("---\nlayout: end\n---\n", "---"),
        ("<Counter />\n", "<Counter />"),
    ],
)
def test_a_slide_begins_where_it_says_something(text: str, place: str) -> None:
    part = show(text).own_parts[0]
    assert part.slide.source.slice(beginning(part)) == place


def test_an_empty_slide_at_the_end_has_a_place() -> None:
    part = show("# A\n\n---\n").own_parts[1]
    assert part.slide.source.slice(opening(part)) == ""


def test_layouts_are_the_slides_own_the_defaults_or_slidevs() -> None:
    found = show("# A\n\n---\n\n# B\n\n---\nlayout: two-cols\n---\n\n# C\n")
    assert [layout_of(found, part) for part in found.own_parts] == ["cover", "default", "two-cols"]
    found = show("---\ndefaults:\n  layout: center\n---\n\n# A\n\n---\n\n# B\n")
    assert [layout_of(found, part) for part in found.own_parts] == ["center", "center"]
