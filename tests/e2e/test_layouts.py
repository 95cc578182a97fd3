"""Built-in layouts in Chromium: where Slidev's own stand their slots, what their props do, and the canvas around."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import Browser
from fixture_deck import picture
from slide_view import SlideView, complaints

pytestmark = pytest.mark.browser

SLIDES = {
    "cover": "background: /back.png\nclass: opening\nfonts:\n  provider: none",
    "default": "class: [one, two]\nfoo: bar",
    "center": "",
    "two-cols": "class: both\nlayoutClass: gap-8",
    "two-cols-header": "class: part\nlayoutClass: gap-x-4",
    "image": "image: /back.png\nbackgroundSize: contain",
    "image-left": "image: /back.png\nclass: beside",
    "image-right": "image: '#336699'\nclass: beside",
    "iframe": "url: ./inner.html\nscale: 0.5",
    "iframe-left": "url: ./inner.html\nclass: beside",
    "iframe-right": "url: ./inner.html",
    "intro": "",
    "section": "",
    "quote": "",
    "fact": "",
    "statement": "",
    "full": "",
    "none": "",
    "end": "",
}
SLOTS = {
    "two-cols": "before\n\n::left::\n\n<i id=left>left</i>\n\n::right::\n\n<i id=right>right</i>\n",
    "two-cols-header": "".join(f"::{name}::\n\n<i id={name}>{name}</i>\n\n" for name in ("left", "right", "bottom")),
}
ZOOMED = """\
---
zoom: 0.5
---

<div class="h-20 w-40 m-0" id=measured></div>

<div class="absolute left-10 top-10 w-10 h-10" id=placed></div>
"""
RECIPES = """\
---
layout: full
class: p-0!
---

<div class="grid grid-cols-[1fr_2fr] gap-10 w-full" id=grid><div>a</div><div>b</div></div>
<div class="flex justify-between w-full" id=flex><div class="w-20">a</div><div class="w-20">b</div></div>
<div class="absolute right-30px bottom-40px w-50px h-60px" id=absolute></div>
"""
NUMBER = {name: number for number, name in enumerate(SLIDES, 1)}
NUMBER |= {"zoomed": len(SLIDES) + 1, "recipes": len(SLIDES) + 2}


def slide(name: str, frontmatter: str) -> str:
    return f"---\nlayout: {name}\n{frontmatter}\n---\n\n# {name}\n\ntext\n\n{SLOTS.get(name, '')}"


TEXT = "\n".join([*(slide(*each) for each in SLIDES.items()), ZOOMED, RECIPES])
FILES = {
    "slides.md": TEXT,
    "public/back.png": picture(colour=(0, 90, 200)),
    "inner.html": "<!doctype html><title>inner</title><p>inner page</p>",
}


@pytest.fixture(scope="module")
def view(browser: Browser, build: Callable[..., Path]) -> Iterator[SlideView]:
    page = browser.page(980, 552)
    page.emulate(prefers_color_scheme="light")
    yield SlideView(page, build(FILES))
    assert complaints(page) == []
    page.close()


@pytest.fixture
def at(view: SlideView) -> Callable[[str], SlideView]:
    def go(name: str) -> SlideView:
        view.go(NUMBER[name])
        return view

    return go


At = Callable[[str], SlideView]


@pytest.mark.parametrize("name", [name for name in SLIDES if name not in ("none", "iframe")])
def test_each_slide_wears_the_layout_it_asks_for(at: At, name: str) -> None:
    view = at(name)
    word = {"two-cols": "two-columns", "image": "slidev-layout"}.get(name, name)
    word = "default" if name.startswith(("image-", "iframe-")) else word
    assert view.look(f"!!$('.slidev-layout.{word}')")
    assert view.look("$('h1').innerText") == name


def test_a_cover_has_its_background_dimmed_and_its_title_in_the_middle(at: At) -> None:
    view = at("cover")
    assert view.css(".cover", "backgroundImage").startswith(
        'linear-gradient(rgba(0, 0, 0, 0.333), rgba(0, 0, 0, 0.533)), url("blob:'
    )
    assert view.css(".cover", "color") == "rgb(255, 255, 255)"
    assert view.css(".cover", "backgroundSize") == "cover, cover"
    x, y, width, height = view.box("h1")
    assert (x, width, height) == (53, 871, 80)
    assert 190 <= y <= 215


def test_class_is_on_the_layout_s_root_as_text_or_list(at: At) -> None:
    assert at("cover").look("$('.slidev-layout.cover.opening') !== null")
    assert at("default").look("$('.slidev-layout.default.one.two') !== null")


def test_a_key_that_no_layout_declares_is_an_attribute(at: At) -> None:
    assert at("default").look("$('.slidev-layout').getAttribute('foo')") == "bar"


def test_the_default_layout_has_slidev_s_margins(at: At) -> None:
    view = at("default")
    assert view.box(".slidev-layout") == [0, 0, 980, 552]
    assert view.css(".slidev-layout", "padding") == "40px 56px"
    assert view.css("h1", "fontSize") == "36px"
    assert view.css("h1 + p", "opacity") == "0.5"


def test_center_stands_in_the_middle_both_ways(at: At) -> None:
    view = at("center")
    x, y, width, height = view.box(".slidev-layout > div")
    assert abs(x + width / 2 - 490) <= 1
    assert abs(y + height / 2 - 276) <= 1


def test_two_columns_hold_their_slots_side_by_side(at: At) -> None:
    view = at("two-cols")
    assert view.box(".col-left.both") == [56, 40, 418, 472]
    assert view.box(".col-right.both") == [506, 40, 418, 472]
    assert view.look("[...slide.querySelectorAll('.col-left h1, .col-left #left, .col-right #right')].length") == 3
    assert "before" in view.look("$('.col-left').innerText")


def test_a_header_stands_over_two_columns_and_a_bottom_below(at: At) -> None:
    view = at("two-cols-header")
    assert view.box(".col-header")[::2] == [56, 868]
    left, right, bottom = view.box(".col-left.part"), view.box(".col-right.part"), view.box(".col-bottom.part")
    assert left[::2] == [56, 426]
    assert right[::2] == [498, 426]
    assert left[1] == right[1] == view.box(".col-header")[3] + 40
    assert bottom[1] + bottom[3] == 512
    assert view.look("['header h1', 'left #left', 'right #right', 'bottom #bottom'].every(place => $('.col-' + place))")


def test_an_image_fills_the_slide(at: At) -> None:
    view = at("image")
    assert view.box(".slidev-layout") == [0, 0, 980, 552]
    assert view.css(".slidev-layout", "backgroundImage").startswith('url("blob:')
    assert view.css(".slidev-layout", "backgroundSize") == "contain"
    assert view.css(".slidev-layout", "color") == "rgb(255, 255, 255)"


@pytest.mark.parametrize(("name", "picture", "text"), [("image-left", 0, 490), ("image-right", 490, 0)])
def test_an_image_stands_beside_the_text(at: At, name: str, picture: int, text: int) -> None:
    view = at(name)
    assert view.box(".slidev-layout.beside") == [text, 0, 490, 552]
    beside = ".grid > div:not(.slidev-layout)"
    assert view.box(beside) == [picture, 0, 490, 552]
    if name == "image-left":
        assert view.css(beside, "backgroundImage").startswith('url("blob:')
    else:
        assert view.css(beside, "backgroundColor") == "rgb(51, 102, 153)"


def test_a_frame_fills_the_slide_at_its_scale(at: At) -> None:
    view = at("iframe")
    assert view.wait("$('iframe')?.src.startsWith('blob:')")
    assert view.box("iframe") == [0, 0, 980, 552]
    assert view.css("iframe", "width") == "1960px"


@pytest.mark.parametrize(("name", "frame", "text"), [("iframe-left", 0, 490), ("iframe-right", 490, 0)])
def test_a_frame_stands_beside_the_text(at: At, name: str, frame: int, text: int) -> None:
    view = at(name)
    assert view.wait("$('iframe')?.src.startsWith('blob:')")
    assert view.box("iframe") == [frame, 0, 490, 552]
    assert view.box(".slidev-layout.default") == [text, 0, 490, 552]


HEADINGS = {
    "intro": ("60px", "start", "400"),
    "section": ("60px", "center", "500"),
    "quote": ("36px", "start", "400"),
    "fact": ("96px", "center", "700"),
    "statement": ("60px", "center", "700"),
}


@pytest.mark.parametrize("name", HEADINGS)
def test_a_heading_has_the_size_of_its_layout_and_stands_in_the_middle(at: At, name: str) -> None:
    view = at(name)
    assert tuple(view.css("h1", key) for key in ("fontSize", "textAlign", "fontWeight")) == HEADINGS[name]
    _, y, _, height = view.box(".my-auto")
    assert abs(y + height / 2 - 276) <= 1


def test_full_and_none_take_the_whole_slide_with_and_without_margins(at: At) -> None:
    assert at("full").box(".slidev-layout.full") == [0, 0, 980, 552]
    view = at("none")
    assert view.look("$('.slidev-layout') === null && $('h1').innerText") == "none"
    assert view.box("h1")[0] <= 0


def test_end_is_black_and_centred(at: At) -> None:
    view = at("end")
    assert view.css(".end", "backgroundColor") == "rgb(0, 0, 0)"
    assert view.css(".end", "textAlign") == "center"
    assert view.css(".end", "fontSize") == "20px"
    assert view.css(".end", "letterSpacing") == "2px"


def test_zoom_scales_what_a_slide_shows(at: At) -> None:
    view = at("zoomed")
    assert view.box(".slidev-layout") == [0, 0, 980, 552]
    assert view.css(".slidev-layout", "width") == "1960px"
    assert view.box("#measured")[2:] == [80, 40]
    assert view.box("#placed") == [20, 20, 20, 20]


def test_grids_rows_and_absolute_places_are_utilities(at: At) -> None:
    view = at("recipes")
    assert view.css("#grid", "gridTemplateColumns") == "313.328px 626.672px"
    assert view.box("#flex > :first-child")[0] == 0
    assert view.box("#flex > :last-child")[0] == 900
    assert view.box("#absolute") == [900, 452, 50, 60]


def test_the_canvas_has_the_width_and_ratio_that_the_headmatter_names(
    build: Callable[..., Path], browser: Browser
) -> None:
    deck = build({"slides.md": "---\ncanvasWidth: 800\naspectRatio: 4/3\n---\n\n# Small\n"})
    page = browser.page(1600, 900)
    view = SlideView(page, deck)
    assert view.css(".slidev-layout", "width") == "800px"
    assert view.css(".slidev-layout", "height") == "600px"
    assert view.box(".slidev-layout") == [0, 0, 1200, 900]
    assert page.evaluate("document.querySelector('#slide-content').getBoundingClientRect().x") == 200
    page.close()
