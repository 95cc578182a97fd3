"""The list of contents and rough marks in Chromium: what they list, how deep, and of which kind and colour they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import Browser
from slide_view import SlideView, complaints

pytestmark = pytest.mark.browser

TEXT = """\
---
theme: none
fonts:
  provider: none
---

# Chapter one

---

## Part of one

---

### Deep in one

---
hideInToc: true
---

# Hidden

---

## Below the hidden

---
title: Named in frontmatter
level: 1
---

# Chapter two

<Toc id=all />
<Toc id=flat maxDepth="1" />
<Toc id=inner minDepth="2" />
<Toc id=here mode="onlyCurrentTree" />
<Toc id=siblings mode="onlySiblings" />

---

## Part of *two*

---

<span id=plain v-mark>plain</span>
<span id=box v-mark.box.red="1">box</span>
<span id=crossed v-mark.crossed-off.blue="1">crossed</span>
<span id=struck v-mark.strike-through.orange="1">struck</span>
<span id=circled v-mark.circle="{ at: 1, color: '#234', strokeWidth: 7 }">circled</span>
<span id=lit v-mark.highlight.yellow.op50="1">lit</span>
<span id=bracket v-mark="{ at: 1, type: 'bracket', brackets: ['left'], color: 'rgb(1, 2, 3)' }">bracket</span>
"""
CONTENTS, MARKS = 6, 8


@pytest.fixture(scope="module")
def view(browser: Browser, build: Callable[..., Path]) -> Iterator[SlideView]:
    page = browser.page(980, 552)
    page.emulate(prefers_color_scheme="light")
    yield SlideView(page, build({"slides.md": TEXT}))
    assert complaints(page) == []
    page.close()


def listed(view: SlideView, name: str) -> list[str]:
    """Titles of a list, each behind as many dashes as it is deep."""
    view.go(CONTENTS)
    view.wait("$('#all a')")
    depth = "(item => { let deep = -1; for (; item; item = item.parentElement?.closest('li')) deep++; return deep })"
    items = f"[...$('#{name}')?.querySelectorAll('.slidev-toc-item') ?? []]"
    return list(view.look(f"{items}.map(item => '-'.repeat({depth}(item)) + item.querySelector('a').innerText.trim())"))


TREE = ["Chapter one", "-Part of one", "--Deep in one", "Named in frontmatter", "-Part of two"]


def test_a_hidden_slide_and_those_below_it_are_not_listed(view: SlideView) -> None:
    assert listed(view, "all") == TREE
    assert view.look("[...slide.querySelectorAll('#all em')].map(one => one.innerText)") == ["two"]


def test_contents_are_as_deep_as_asked(view: SlideView) -> None:
    assert listed(view, "flat") == [title for title in TREE if not title.startswith("-")]
    assert [title.lstrip("-") for title in listed(view, "inner")] == ["Part of two"], "those below the current one"


def test_a_mode_shows_the_part_where_one_is(view: SlideView) -> None:
    assert listed(view, "here") == ["Named in frontmatter", "-Part of two"]
    assert listed(view, "siblings") == ["Chapter one", "Named in frontmatter", "-Part of two"]


# Colour, width and opacity of the first stroke of each mark, and how many strokes it has.
STROKES = """[...document.querySelectorAll('svg.rough-annotation')].map(svg => {
  const [path] = svg.querySelectorAll('path'), { stroke, strokeWidth, opacity } = getComputedStyle(path)
  const strokes = svg.querySelectorAll('path').length
  return [stroke, parseFloat(strokeWidth), +opacity * +getComputedStyle(svg).opacity, strokes]
})"""


def test_marks_are_of_their_kind_and_colour(view: SlideView) -> None:
    view.go(MARKS)
    assert view.look("document.querySelectorAll('svg.rough-annotation path').length") == 0
    view.go(MARKS, 1)
    view.wait(
        "[...document.querySelectorAll('svg.rough-annotation')].filter(svg => svg.querySelector('path')).length === 7"
    )
    plain, box, crossed, struck, circled, lit, bracket = view.page.evaluate(STROKES)
    assert [mark[0] for mark in (box, crossed, struck)] == [
        "rgb(248, 113, 113)",
        "rgb(96, 165, 250)",
        "rgb(251, 146, 60)",
    ]
    assert circled[:2] == ["rgb(34, 51, 68)", 7]
    assert bracket[0] == "rgb(1, 2, 3)"
    assert plain[3] < box[3], "a line has fewer strokes than a box"
    assert lit[1] > 10, "a highlight is as high as its text"
    assert lit[2] == 0.5
