"""What the headmatter and the menus say of the windows of a talk, in Chromium from `file://`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import Browser, Page
from fixture_deck import picture
from slide_view import complaints

pytestmark = pytest.mark.browser

SLIDES = """\

# First

<!-- The first note -->

---
clicks: 1
---

# Second

<!-- The second note -->

---

![next](./next.png)

---
preload: false
---

# Fourth
"""
STROKE = '<svg width="980" xmlns="http://www.w3.org/2000/svg">\n<path d="M10,10 L90,90" fill="red"/>\n</svg>'
KEPT = "---\ntitle: Kept\ndrawings:\n  persist: true\n---\n"
TIMED = (
    "---\ntitle: Timed\nduration: 5min\ntimer: countdown\ncontextMenu: false\ndrawings:\n  presenterOnly: true\n---\n"
)
BARE = "---\ntitle: Bare\npresenter: false\nrouterMode: history\nwakeLock: false\ndrawings:\n  enabled: false\n---\n"
PLAIN = "---\ntitle: Plain\n---\n"
FILES = {"next.png": picture(), ".slidev/drawings/slides/2.svg": STROKE}
AWAKE = "navigator.wakeLock && (navigator.wakeLock.request = async kind => (window.awake = kind, new EventTarget))"
TITLES = "[...document.querySelectorAll('nav button')].map(button => button.title)"


@pytest.fixture(scope="module")
def decks(build: Callable[..., Path]) -> dict[str, Path]:
    heads = {"timed": TIMED, "bare": BARE, "plain": PLAIN, "kept": KEPT}
    return {name: build({"slides.md": head + SLIDES, **FILES}) for name, head in heads.items()}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.page(1280, 720)
    page.emulate(prefers_color_scheme="light")
    page.call("Page.addScriptToEvaluateOnNewDocument", {"source": AWAKE})
    yield page
    assert complaints(page) == []
    page.evaluate("localStorage.clear()")
    page.close()


@pytest.fixture
def show(page: Page, decks: dict[str, Path]) -> Callable[..., Page]:
    def show(name: str, route: str = "/1", page: Page = page) -> Page:
        page.open("about:blank")
        page.open(f"{decks[name].as_uri()}#{route}")
        page.wait("document.querySelector('.slidev-layout, .slidev-note')")
        return page

    return show


Show = Callable[..., Page]


def test_the_timer_runs_stops_and_begins_again(show: Show) -> None:
    page = show("plain", "/presenter/1")
    clock = "document.querySelector('.text-3xl.font-mono').innerText.replace(/\\s/g, '')"
    assert page.evaluate(clock) == "-:--"
    page.evaluate("document.querySelector('[class*=\"i-carbon:play\"]').parentElement.click()")
    assert page.wait(f"{clock} === '0:00'")
    assert page.wait(f"{clock} === '0:01'")
    page.evaluate("document.querySelector('[class*=\"i-carbon:pause\"]').parentElement.click()")
    assert page.wait("document.querySelector('[class*=\"i-carbon:play\"]')") is not None
    page.evaluate("document.querySelector('[class*=\"i-carbon:renew\"]').parentElement.click()")
    assert page.wait(f"{clock} === '-:--'")


def test_a_countdown_begins_at_the_duration_and_fills_its_bar(show: Show) -> None:
    page = show("timed", "/presenter/1")
    clock = "document.querySelector('.text-3xl.font-mono').innerText.replace(/\\s/g, '')"
    assert page.wait(f"{clock} === '5:00'")
    page.evaluate("document.querySelector('[class*=\"i-carbon:play\"]').parentElement.click()")
    assert page.wait(f"{clock} === '4:59'")
    width = "parseFloat(document.querySelector('.slidev-presenter .bg-green').style.width)"
    assert 0 < page.evaluate(width) < 2


def test_the_presenter_has_three_layouts(show: Show) -> None:
    page = show("plain", "/presenter/1")
    seen = []
    for number in (1, 2, 3):
        assert page.wait(f"!!document.querySelector('.grid-container.layout{number}')")
        seen.append(page.evaluate("getComputedStyle(document.querySelector('.grid-container')).gridTemplateAreas"))
        page.click_on("button[title='Toggle Presenter Layout']")
    assert len(set(seen)) == 3
    assert seen[0] == '"main main next" "main main note" "bottom bottom bottom"'
    assert page.wait("!!document.querySelector('.grid-container.layout1')")


def test_notes_grow_and_shrink(show: Show) -> None:
    page = show("plain", "/presenter/1")
    size = "document.querySelector('.slidev-note').style.fontSize"
    page.click_on("button[title='Increase font size']")
    assert page.wait(f"{size} === '1.1em'")
    page.click_on("button[title='Decrease font size']")
    page.click_on("button[title='Decrease font size']")
    assert page.wait(f"{size} === '0.9em'")


def test_another_screen_can_be_mirrored(show: Show) -> None:
    page = show("plain", "/presenter/1")
    page.evaluate(
        "navigator.mediaDevices.getDisplayMedia = async () => document.createElement('canvas').captureStream()"
    )
    page.evaluate("[...document.querySelectorAll('*')].findLast(e => e.innerText === 'Screen Mirror').click()")
    page.click_on("button.slidev-form-button")
    assert page.wait("document.querySelector('video')?.srcObject instanceof MediaStream")
    assert page.wait("document.querySelector('video').checkVisibility()")


def test_the_audience_sees_the_presenters_cursor_and_laser(browser: Browser, show: Show) -> None:
    page = show("plain", "/presenter/1")
    audience = show("plain", "/1", browser.page(980, 552))
    page.call("Page.bringToFront")
    middle = page.evaluate(
        "(({ x, y, width, height }) => [x + width / 2, y + height / 2])"
        "(document.querySelector('#slide-content').getBoundingClientRect())"
    )
    page.mouse("mouseMoved", middle[0] - 5, middle[1] - 5)
    page.mouse("mouseMoved", *middle)
    cursor = "document.querySelector('#slide-content svg[style*=\"left\"]')"
    assert abs(audience.wait(f"parseFloat({cursor}?.style.left)") - 50) < 1
    page.evaluate("localStorage.setItem('slidev-cursor-style', 'laser')")
    page = show("plain", "/presenter/1", page)
    page.mouse("mouseMoved", middle[0] - 5, middle[1] - 5)
    page.mouse("mouseMoved", *middle)
    assert audience.wait("!!document.querySelector('.laser-pointer')")
    audience.close()


def test_the_notes_window_follows_the_presenter(browser: Browser, show: Show) -> None:
    page = show("plain", "/presenter/1")
    notes = browser.page(600, 400)
    notes.open(f"{page.evaluate('location.href').split('#')[0]}#/notes")
    notes.wait("!!document.querySelector('[class*=\"i-carbon:zoom-in\"]')")
    page.press("ArrowRight")
    assert notes.wait("document.body.innerText.includes('The second note')")
    assert not notes.evaluate("document.body.innerText.includes('The first note')")
    notes.close()


def test_drawing_may_be_the_presenters_alone_or_nobodys(show: Show) -> None:
    assert "Show drawing toolbar" in show("plain").evaluate(TITLES)
    assert "Show drawing toolbar" not in show("timed").evaluate(TITLES)
    assert "Show drawing toolbar" in show("timed", "/presenter/1").evaluate(TITLES)
    assert "Show drawing toolbar" not in show("bare").evaluate(TITLES)


def test_kept_drawings_are_shown_where_they_persist(show: Show) -> None:
    strokes = "document.querySelectorAll('#slide-content > svg path[d=\"M10,10 L90,90\"]').length"
    assert show("kept", "/2").wait(f"{strokes} === 1")
    page = show("kept", "/1")
    page.evaluate("new Promise(done => setTimeout(done, 100))")
    assert page.evaluate(strokes) == 0
    page = show("plain", "/2")
    page.evaluate("new Promise(done => setTimeout(done, 100))")
    assert page.evaluate(strokes) == 0


def test_a_stylus_draws_at_once_and_pinned_tools_stay(show: Show) -> None:
    page = show("plain", "/4")
    strokes = "document.querySelectorAll('#slide-content > svg path').length"

    def stroke(kind: str, pen: str) -> None:
        for name, (x, y) in (("mousePressed", (500, 300)), ("mouseMoved", (600, 360)), ("mouseReleased", (650, 420))):
            event = {"type": name, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1, "pointerType": pen}
            page.call("Input.dispatchMouseEvent", event)
        page.evaluate(f"new Promise(done => setTimeout(done, 100)) // {kind}")

    stroke("the mouse does nothing without the tools", "mouse")
    assert page.evaluate(strokes) == 0
    stroke("the stylus draws", "pen")
    assert page.wait(f"{strokes} === 1")
    page.click_on("nav button[title='Show drawing toolbar']")
    page.click_on("button[title='Pin drawing']")
    page.press("Escape")
    assert page.wait("document.querySelector('button[title=\"Unpin drawing\"]')?.checkVisibility()")


def test_the_context_menu_can_be_the_browsers(show: Show) -> None:
    page = show("timed")
    page.evaluate("addEventListener('contextmenu', event => window.left = !event.defaultPrevented)")
    page.click(640, 360, "right")
    assert page.wait("window.left === true")
    assert not page.evaluate(
        "document.body.innerText.includes('Next Slide') || document.querySelector('.z-context-menu')"
    )


def test_a_deck_may_do_without_a_presenter(show: Show) -> None:
    page = show("bare")
    assert "Presenter Mode" not in page.evaluate(TITLES)
    page.evaluate("location.hash = '#/presenter/2'")
    page.evaluate("new Promise(done => setTimeout(done, 200))")
    assert not page.evaluate("!!document.querySelector('.slidev-presenter, .slidev-note')")


def test_a_file_keeps_its_place_behind_the_hash_whatever_the_router(show: Show) -> None:
    page = show("bare", "/2")
    page.press("ArrowRight")
    assert page.wait("location.hash === '#/2?clicks=1'")
    assert page.evaluate("location.pathname").endswith("/out.html")


def test_a_slide_is_made_ahead_unless_it_asks_not_to_be(show: Show) -> None:
    page = show("plain", "/3")
    assert page.wait("!!document.querySelector('.slidev-page-2')")
    assert page.evaluate("new Promise(done => setTimeout(() => done(!document.querySelector('.slidev-page-4')), 300))")
    page.press("ArrowRight")
    assert page.wait("document.querySelector('.slidev-page-4')?.innerText.includes('Fourth')")


def test_the_next_slides_picture_is_there_before_it_is_shown(show: Show) -> None:
    page = show("plain", "/2")
    waiting = "document.querySelector('.slidev-page-3 img')"
    assert page.wait(f"{waiting}?.complete && {waiting}.naturalWidth === 40")
    assert page.evaluate("document.querySelector('.slidev-page-3').style.display") == "none"


def test_filters_change_what_is_seen(show: Show) -> None:
    page = show("plain")
    page.click_on("nav button[title='More Options']")
    page.click_on("input[type=checkbox]")
    assert page.wait("getComputedStyle(document.querySelector('#slide-content')).filter === 'invert(1)'")


def test_the_scale_can_be_one_to_one(show: Show) -> None:
    page = show("plain")
    width = "Math.round(document.querySelector('#slide-content').getBoundingClientRect().width)"
    assert page.evaluate(width) == 1278
    page.click_on("nav button[title='More Options']")
    page.wait("document.body.innerText.includes('1:1')")
    page.evaluate("[...document.querySelectorAll('button')].find(e => e.innerText.trim() === '1:1').click()")
    assert page.wait(f"{width} === 980")


def test_an_idle_cursor_is_hidden(show: Show) -> None:
    page = show("plain")
    page.mouse("mouseMoved", 300, 300)
    assert page.wait("document.body.style.cursor === 'none'")
    page.mouse("mouseMoved", 310, 300)
    assert page.wait("document.body.style.cursor === ''")


def test_the_screen_stays_awake_unless_the_deck_says_otherwise(show: Show) -> None:
    assert show("plain").wait("window.awake") == "screen"
    assert (
        show("bare").evaluate("new Promise(done => setTimeout(() => done(window.awake ?? 'asleep'), 200))") == "asleep"
    )


def test_f_fills_the_screen(show: Show) -> None:
    page = show("plain")
    page.press("f")
    assert page.wait("document.fullscreenElement === document.body")
    page.press("f")
    assert page.wait("document.fullscreenElement === null")
