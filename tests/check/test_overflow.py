"""The estimate against what Chromium measures in the real Slidev (theme default, canvas 980 × 551)."""

from __future__ import annotations

import io
from pathlib import PurePosixPath
from time import process_time

import pytest
from PIL import Image

from slidewright.check import Show
from slidewright.check.overflow.boxes import Box, box
from slidewright.check.overflow.canvas import Estimate
from slidewright.load import load
from slidewright.parse.anatomy.markup import scan
from slidewright.resolve import resolve
from slidewright.workspace import MemoryWorkspace

CANVAS = 980 / (16 / 9)


def picture(width: int, height: int) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height)).save(stream, "png")
    return stream.getvalue()


def bottom(content: str, frontmatter: str = "layout: default") -> float:
    """Where the second slide of a deck ends, in px from the top of the canvas."""
    files = {"slides.md": f"# One\n\n---\n{frontmatter}\n---\n\n{content}\n", "tall.png": picture(400, 900)}
    workspace = MemoryWorkspace(files)
    deck = load(workspace, PurePosixPath("slides.md"))
    show = Show(deck, resolve(deck, workspace), workspace)
    excess = Estimate(show).excess(show.own_parts[1])
    assert excess is not None
    return excess + CANVAS


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("# A", 80),
        ("# A\n\n## B", 132),
        ("# A\n\ntext", 112),
        ("# A\n\ntext\n\nmore", 152),
        ("# A\n\n- a\n- b\n- c", 96 + 3 * 31.68),
        ("# A\n\n- a\n  - b\n    - c", 96 + 3 * 31.68),
        ("# A\n\n```js\n1\n2\n3\n4\n5\n6\n7\n```", 96 + 142),
        ("# A\n\n| a | b |\n|---|---|\n| c | d |\n| e | f |", 96 + 3 * 50.9),
        ("# A\n\n> a", 96 + 32),
        ("![](./tall.png)", 40 + 16 + 900),
        ('<img src="./tall.png" class="h-40">', 40 + 160),
        ('<img src="./tall.png" width="100">', 40 + 225),
    ],
)
def test_heights_are_those_of_slidev(content: str, expected: float) -> None:
    assert bottom(content) == pytest.approx(expected, abs=1.5)


def test_long_lines_wrap_and_wide_characters_wrap_earlier() -> None:
    latin = bottom("letters " * 20) - bottom("letters")
    assert latin == pytest.approx(24, abs=0.1)
    assert bottom("数据" * 80) - bottom("数据") == pytest.approx(72, abs=0.1)


@pytest.mark.parametrize(
    ("content", "same_as"),
    [
        ('<div class="grid grid-cols-2">\n<div>\n\na\n\n</div>\n<div>\n\nb\n\n</div>\n</div>', "<div>\n\na\n\n</div>"),
        ('a\n\n<div class="absolute">\n\n# B\n\n</div>', "a"),
        ('a\n\n<div style="position: fixed">b</div>', "a"),
        ("a\n\n<style>\np { color: red }\n</style>", "a"),
        ("<v-clicks>\n\n- a\n- b\n\n</v-clicks>", "- a\n- b"),
        ('<div class="h-20 overflow-auto">\n\n' + "a\n\n" * 20 + "</div>", '<img src="./tall.png" class="h-20">'),
    ],
)
def test_columns_stand_side_by_side_and_what_is_out_of_the_flow_takes_nothing(content: str, same_as: str) -> None:
    assert bottom(content) == pytest.approx(bottom(same_as), abs=16.1)


def test_layouts_have_their_own_columns_and_centres() -> None:
    text = "letters " * 30
    assert bottom(text, "layout: image-right") > bottom(text)
    assert bottom(f"a\n\n::right::\n\n{text}", "layout: two-cols") > bottom(text)
    assert bottom("# A", "layout: center") == pytest.approx((CANVAS + 40) / 2, abs=0.5)
    assert bottom("# A\n\n::bottom::\n\nb", "layout: two-cols-header") == pytest.approx(bottom("# A") + 40, abs=1)


def test_a_slide_with_a_zoom_has_a_larger_canvas() -> None:
    files = {"slides.md": "# One\n\n---\nzoom: 0.5\n---\n\n# A\n"}
    workspace = MemoryWorkspace(files)
    deck = load(workspace, PurePosixPath("slides.md"))
    show = Show(deck, resolve(deck, workspace), workspace)
    assert Estimate(show).excess(show.own_parts[1]) == pytest.approx(80 - 2 * CANVAS, abs=1)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<div class="p-4 mt-10 h-60">', Box(top=16, bottom=16, sides=32, above=40, height=240)),
        ('<div class="w-1/2 max-h-[80px]">', Box(width=400, max_height=80)),
        ('<div grid="~ cols-3 gap-2">', Box(columns=(1, 1, 1), gap=8)),
        ('<div class="flex flex-col space-y-3">', Box(gap=12)),
        ('<div class="flex gap-4">', Box(is_row=True, gap=16)),
        ('<div style="display: grid; grid-template-columns: 2fr 1fr">', Box(columns=(2, 1))),
        ('<img width="50" height="20">', Box(width=50, height=20)),
        ("<div>", Box()),
    ],
)
def test_boxes_of_classes_and_styles(html: str, expected: Box) -> None:
    assert box(next(scan(html)), 800) == expected


@pytest.mark.parametrize("piece", ["<div>", "<b>", "[", "- ", "> ", "| a ", "`", "*a", '<p class="flex">'])
def test_hostile_text_is_estimated_in_time(piece: str) -> None:
    start = process_time()
    bottom(piece * (20_000 // len(piece)))
    assert process_time() - start < 8
