"""How a talk is given: keys, routes, panels, the presenter's window and drawing, in Chromium from `file://`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import CONTROL, SHIFT, Browser, Page

pytestmark = pytest.mark.browser

KNOWN = "Failed to patch FloatingVue"  # Slidev's client says this on every page, in its own builds too
DECK = """\
---
title: Presenting
info: |
  About **this** talk
duration: 10min
drawings:
  persist: false
---

# First

---
clicks: 2
---

# Second

<!-- Say hello [click] then wave [click:2] and leave -->

---
routeAlias: third-one
---

# Third

[to the second](2)

---

# Fourth

---
layout: iframe
url: ./embedded.html
preload: false
---
"""
FILES = {"slides.md": DECK, "embedded.html": "<!doctype html><p id=inner>inner page</p>"}
PLACE = "location.hash.replace('#', '')"


@pytest.fixture(scope="module")
def deck(build: Callable[..., Path]) -> Path:
    return build(FILES)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window that must neither complain nor ask for anything."""
    page = browser.page(1280, 720)
    page.emulate(prefers_color_scheme="light")
    yield page
    assert [error for error in page.errors if KNOWN not in error] == []
    assert [url for url in page.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    page.close()


def show(page: Page, deck: Path, route: str) -> None:
    page.open("about:blank")
    page.open(f"{deck.as_uri()}#{route}")
    page.wait("document.querySelector('.slidev-layout, .slidev-note, #slide-container')")


def at(page: Page, route: str) -> bool:
    try:
        return bool(page.wait(f"{PLACE} === '{route}'"))
    except TimeoutError:
        pytest.fail(f"at {page.evaluate(PLACE)}, not at {route}: {page.errors}")


MOVES = [
    ("ArrowRight", 0, "/2?clicks=2"),
    (" ", 0, "/2?clicks=2"),
    ("PageDown", 0, "/2?clicks=2"),
    ("ArrowLeft", 0, "/2"),
    (" ", SHIFT, "/2"),
    ("PageUp", 0, "/2"),
    ("ArrowDown", 0, "/third-one"),
    ("ArrowRight", SHIFT, "/third-one"),
    ("ArrowUp", 0, "/1"),
    ("ArrowLeft", SHIFT, "/1"),
]


@pytest.mark.parametrize(("key", "modifiers", "place"), MOVES)
def test_a_key_moves(page: Page, deck: Path, key: str, modifiers: int, place: str) -> None:
    show(page, deck, "/2?clicks=1")
    page.press(key, modifiers)
    assert at(page, place)


def test_going_back_enters_a_slide_at_its_last_click(page: Page, deck: Path) -> None:
    show(page, deck, "/3")
    page.press("ArrowLeft")
    assert at(page, "/2?clicks=2")


@pytest.mark.parametrize("key", ["Enter", "Home", "End", "n", "p", "Backspace", "r", "c", "b", "s"])
def test_other_keys_do_nothing(page: Page, deck: Path, key: str) -> None:
    show(page, deck, "/2?clicks=1")
    page.press(key)
    page.evaluate("new Promise(done => setTimeout(done, 150))")
    assert page.evaluate(PLACE) == "/2?clicks=1"


ROUTES = [("/third-one", "Third"), ("/999", "First"), ("/nowhere", "First"), ("/2?clicks=99", "Second"), ("/", "First")]


@pytest.mark.parametrize(("route", "heading"), ROUTES)
def test_a_route_shows_its_slide(page: Page, deck: Path, route: str, heading: str) -> None:
    show(page, deck, route)
    shown = (
        "[...document.querySelectorAll('#slide-content .slidev-page')].find(e => e.style.display !== 'none')?.innerText"
    )
    assert page.wait(f"({shown})?.includes('{heading}')")


def test_a_click_too_many_is_the_last_one(page: Page, deck: Path) -> None:
    show(page, deck, "/2?clicks=99")
    assert at(page, "/2?clicks=2")


def test_titles_say_where_one_is(page: Page, deck: Path) -> None:
    for route, title in {
        "/1": "Presenting - Slidev",
        "/presenter/1": "Presenter - Presenting - Slidev",
        "/overview": "Overview - Presenting - Slidev",
        "/notes": "Notes - Presenting - Slidev",
    }.items():
        show(page, deck, route)
        assert page.wait(f"document.title === {title!r}"), route


def test_the_quick_overview_opens_chooses_and_closes(page: Page, deck: Path) -> None:
    cards = (
        "document.querySelectorAll('.slidev-overview .slidev-slide-container, .fixed .slidev-slide-container').length"
    )
    for key in ("o", "`"):
        show(page, deck, "/1")
        page.press(key)
        assert page.wait(f"{cards} >= 5")
        page.press("Escape")
        assert page.wait(f"{cards} === 0")
    page.press("o")
    page.wait(f"{cards} >= 5")
    page.press("ArrowRight")
    page.press("Enter")
    assert at(page, "/2")
    page.press("o")
    page.wait(f"{cards} >= 5")
    page.press("4")
    page.press("Enter")
    assert at(page, "/4")


def test_go_to_finds_a_slide_by_its_title(page: Page, deck: Path) -> None:
    show(page, deck, "/1")
    page.press("g")
    field = "#slidev-goto-dialog input"
    page.wait(f"document.activeElement === document.querySelector('{field}')")
    page.call("Input.insertText", {"text": "fourt"})
    page.wait("document.querySelector('#slidev-goto-dialog').innerText.includes('Fourth')")
    page.press("Enter")
    assert at(page, "/4")
    page.press("g")
    page.wait(f"document.activeElement === document.querySelector('{field}')")
    page.press("Escape")
    assert page.wait("document.querySelector('#slidev-goto-dialog').getBoundingClientRect().bottom <= 0")


def test_dark_mode_is_remembered(page: Page, deck: Path) -> None:
    show(page, deck, "/1")
    page.press("d")
    assert page.wait("document.documentElement.classList.contains('dark')")
    show(page, deck, "/2")
    assert page.wait("document.documentElement.classList.contains('dark')")
    page.press("d")
    assert page.wait("!document.documentElement.classList.contains('dark')")


def test_a_finger_swipes(page: Page, deck: Path) -> None:
    page.call("Emulation.setTouchEmulationEnabled", {"enabled": True})
    show(page, deck, "/3")
    page.swipe((900, 360), (300, 360))
    assert at(page, "/4")
    page.swipe((300, 360), (900, 360))
    assert at(page, "/third-one")


def test_the_black_bars_are_buttons(page: Page, deck: Path) -> None:
    page.resize(1280, 900)
    show(page, deck, "/3")
    page.click(1000, 20)
    assert at(page, "/4")
    page.click(200, 20)
    assert at(page, "/third-one")
    page.click(640, 450)
    page.evaluate("new Promise(done => setTimeout(done, 150))")
    assert page.evaluate(PLACE) == "/third-one"


BUTTONS = [
    "Enter fullscreen",
    "Go to previous slide",
    "Go to next slide",
    "Show slide overview",
    "Switch to dark mode theme",
]
BUTTONS += ["Show drawing toolbar", "Presenter Mode", "Show info", "Change sync settings", "More Options"]


def test_the_bar_has_slidevs_buttons(page: Page, deck: Path) -> None:
    show(page, deck, "/2")
    titles = page.wait("(all => all.length && all)([...document.querySelectorAll('nav button')].map(e => e.title))")
    assert [title for title in titles if title] == BUTTONS
    assert "2 / 5" in page.evaluate("document.querySelector('nav').innerText").replace("\n", " ")
    page.mouse("mouseMoved", 30, 700)
    page.click_on("nav button[title='Go to next slide']")
    assert at(page, "/2?clicks=1")


def test_info_tells_about_the_talk(page: Page, deck: Path) -> None:
    show(page, deck, "/1")
    page.click_on("nav button[title='Show info']")
    assert page.wait("[...document.querySelectorAll('strong')].some(e => e.textContent === 'this')")
    assert page.wait("document.body.innerText.includes('Powered by')")


def test_the_context_menu_is_slidevs(page: Page, deck: Path) -> None:
    show(page, deck, "/1")
    page.click(640, 360, "right")
    assert page.wait("document.body.innerText.includes('Presenter Mode')")


def test_filters_and_other_options(page: Page, deck: Path) -> None:
    show(page, deck, "/1")
    page.click_on("nav button[title='More Options']")
    for name in ("Invert", "Brightness", "Sepia", "Slide Scale", "Wake Lock", "Hide Idle Cursor"):
        assert page.wait(f"document.body.innerText.includes('{name}')"), name


def test_links_between_slides(page: Page, deck: Path) -> None:
    show(page, deck, "/3")
    page.click_on(".slidev-page-3 a")
    assert at(page, "/2")


def test_a_stroke_is_drawn_and_taken_back(page: Page, deck: Path) -> None:
    strokes = "document.querySelectorAll('#slide-content > svg path').length"
    show(page, deck, "/4")
    page.click_on("nav button[title='Show drawing toolbar']")
    page.wait("document.querySelector('button[title=\"Draw with stylus\"]')")
    page.drag((500, 300), (550, 340), (620, 320), (700, 400))
    assert page.wait(f"{strokes} === 1")
    page.press("z", CONTROL)
    assert page.wait(f"{strokes} === 0")


def test_drawings_stay_on_their_slide(page: Page, deck: Path) -> None:
    strokes = "document.querySelectorAll('#slide-content > svg path').length"
    show(page, deck, "/4")
    page.click_on("nav button[title='Show drawing toolbar']")
    page.wait("document.querySelector('button[title=\"Draw with stylus\"]')")
    page.drag((500, 300), (550, 340), (620, 320), (700, 400))
    page.wait(f"{strokes} === 1")
    page.press("Escape")
    page.evaluate("location.hash = '#/3'")
    assert page.wait(f"{strokes} === 0")
    page.evaluate("location.hash = '#/4'")
    assert page.wait(f"{strokes} === 1")


def test_the_presenter_has_what_a_speaker_needs(page: Page, deck: Path) -> None:
    show(page, deck, "/presenter/2")
    assert page.wait("document.querySelector('.slidev-note')?.innerText.includes('Say hello')")
    assert page.evaluate("document.querySelectorAll('.slidev-note-click-mark').length") == 2
    text = page.evaluate("document.body.innerText")
    for words in ("Current", "Next", "Slides", "Screen Mirror"):
        assert words in text
    assert page.wait("[...document.querySelectorAll('.slidev-page-2')].length >= 2")
    page.press("ArrowRight")
    assert at(page, "/presenter/2?clicks=1")


def test_the_notes_page_follows(page: Page, deck: Path) -> None:
    show(page, deck, "/notes")
    page.wait("document.body.innerText.length > 0")
    page.evaluate("location.hash = '#/notes'")
    assert page.wait("document.body.innerText.includes('1')")


def test_the_overview_page_shows_slides_and_notes(page: Page, deck: Path) -> None:
    show(page, deck, "/overview")
    assert page.wait("document.querySelectorAll('.slidev-slide-container').length === 5")
    assert page.wait("document.body.innerText.includes('Say hello')")


def test_presenter_and_audience_stay_in_step(browser: Browser, page: Page, deck: Path) -> None:
    show(page, deck, "/presenter/1")
    audience = browser.page(980, 552)
    show(audience, deck, "/1")
    audience.wait("document.querySelector('.slidev-page-1 .slidev-layout')")
    page.press("ArrowRight")
    assert at(page, "/presenter/2")
    assert audience.wait(f"{PLACE}.startsWith('/2')")
    page.press("ArrowRight")
    assert audience.wait(f"{PLACE} === '/2?clicks=1'")
    audience.press("ArrowDown")
    assert at(page, "/presenter/third-one?clicks=0")
    assert [error for error in audience.errors if KNOWN not in error] == []
    audience.close()


def test_a_drawing_of_the_presenter_reaches_the_audience(browser: Browser, page: Page, deck: Path) -> None:
    show(page, deck, "/presenter/4")
    audience = browser.page(980, 552)
    show(audience, deck, "/4")
    page.click_on("button[title='Show drawing toolbar']")
    page.wait("document.querySelector('button[title=\"Draw with stylus\"]')")
    page.drag((300, 300), (350, 340), (420, 320))
    assert audience.wait("document.querySelectorAll('#slide-content > svg path').length === 1")
    audience.close()


def test_a_slide_frames_a_page_of_the_deck(page: Page, deck: Path) -> None:
    show(page, deck, "/5")
    assert page.wait("document.querySelector('iframe#frame')?.src.startsWith('blob:')")


def test_the_page_can_be_printed(page: Page, deck: Path) -> None:
    show(page, deck, "/1?print")
    assert page.wait("!!document.querySelector('.slidev-page-1 .slidev-layout')")


def test_drawings_that_are_to_persist_outlive_the_window(build: Callable[..., Path], page: Page) -> None:
    deck = build({"slides.md": DECK.replace("persist: false", "persist: true"), "embedded.html": ""})
    strokes = "document.querySelectorAll('#slide-content > svg path').length"
    show(page, deck, "/4")
    page.click_on("nav button[title='Show drawing toolbar']")
    page.wait("document.querySelector('button[title=\"Draw with stylus\"]')")
    page.drag((500, 300), (550, 340), (620, 320), (700, 400))
    page.wait(f"{strokes} === 1")
    show(page, deck, "/4")
    assert page.wait(f"{strokes} === 1")
