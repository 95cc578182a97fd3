from __future__ import annotations

import pytest

from slidewright.check.colours import class_colour, colour, contrast, paints
from slidewright.check.sizes import sized
from slidewright.check.styling import classes, declarations, font_size, length
from slidewright.parse.anatomy.markup import Tag, scan


def tag(html: str) -> Tag:
    return next(scan(html))


@pytest.mark.parametrize(
    ("text", "rgb"),
    [
        ("#fff", (255, 255, 255)),
        ("#1e90ff", (30, 144, 255)),
        ("rgb(1, 2, 300)", (1, 2, 255)),
        (" White ", (255, 255, 255)),
        ("rgba(0,0,0,.5)", None),
        ("var(--x)", None),
        ("#ffff", None),
        ("currentColor", None),
    ],
)
def test_opaque_colours_are_read(text: str, rgb: tuple[int, int, int] | None) -> None:
    assert colour(text) == rgb


@pytest.mark.parametrize(
    ("name", "painted"),
    [
        ("text-white", ("text", (255, 255, 255))),
        ("bg-red-500", ("bg", (239, 68, 68))),
        ("bg-cyan", ("bg", (34, 211, 238))),
        ("text-[#102030]", ("text", (16, 32, 48))),
        ("text-xl", None),
        ("text-red-550", None),
        ("text-red-500/50", None),
        ("hover:text-red-500", None),
        ("bg-opacity-10", None),
    ],
)
def test_classes_paint(name: str, painted: tuple[str, tuple[int, int, int]] | None) -> None:
    assert class_colour(name) == painted


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
    assert contrast((9, 9, 9), (9, 9, 9)) == 1


def test_both_colours_have_their_places() -> None:
    html = '<p class="bg-white" style="color: #777 !important; margin: 0">'
    found = paints(tag(html))
    assert found is not None
    assert [html[paint.start : paint.end] for paint in found] == ["color: #777 !important", "bg-white"]


def test_declarations_and_classes_have_their_places() -> None:
    html = """<p text-xs class="a  b" style="Color:red;;font-size : 8px ">"""
    assert [(one.name, one.value, html[one.start : one.end]) for one in declarations(tag(html))] == [
        ("color", "red", "Color:red"),
        ("font-size", "8px", "font-size : 8px "),
    ]
    assert [(name, html[at : at + len(name)]) for name, at in classes(tag(html))] == [
        ("text-xs", "text-xs"),
        ("a", "a"),
        ("b", "b"),
    ]


@pytest.mark.parametrize(
    ("text", "pixels"),
    [
        ("8px", 8),
        (".5em", 10),
        ("50%", 10),
        ("1rem", 16),
        ("9pt", 12),
        ("calc(1px)", None),
        ("0", None),
        ("1..2px", None),
    ],
)
def test_lengths_in_px(text: str, pixels: float | None) -> None:
    assert length(text, 20) == pixels


@pytest.mark.parametrize(
    ("html", "pixels"),
    [
        ('<p class="text-sm">', 14),
        ('<p class="text-sm" style="font-size: 2em">', 40),
        ('<p class="text-[9px]">', 9),
        ('<p class="text-3.5">', 14),
        ('<p class="text-red-500 text-left text-[#fff]">', None),
        ("<p>", None),
    ],
)
def test_type_sizes_of_elements(html: str, pixels: float | None) -> None:
    found = font_size(tag(html), 20)
    assert (found[0] if found else None) == pixels


def test_sizes_and_scales_of_all_around_a_text_count() -> None:
    html = '<div style="font-size: 10px">a<Transform :scale="0.5">b<h1>c</h1></Transform></p>d</div>e<br>f'
    text = "".join(char if char in "abcdef" and html[at - 1] == ">" else " " for at, char in enumerate(html))
    assert [round(one.pixels, 2) for one in sized(tuple(scan(html)), text, 1.0)] == [10, 5, 18, 10, 17.6, 17.6]
