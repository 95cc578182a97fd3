"""Windows and devices of a preview follow each other through the server, in browsers that share nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from chromium import Browser, Page, required
from live import Live, Start, free_port

pytestmark = pytest.mark.browser

SLIDES = """---
title: Talk
---

# One

<v-clicks>

- first
- second

</v-clicks>

---

# Two

---

# Three
"""
AT = "location.hash.replace(/^#/, '')"
CONNECTED = "slidewright.live?.status === 'connected'"


@pytest.fixture(scope="module")
def preview(started: Start) -> Live:
    """At a port of its own, so that it can be started there again."""
    return started({"slides.md": SLIDES}, "--port", str(free_port()))


@pytest.fixture(scope="module")
def other_browser() -> Iterator[Browser]:
    """Another profile: no channel leads from one browser to the other but the server."""
    with Browser(required()) as browser:
        yield browser


Open = Callable[[Browser, str], Page]


@pytest.fixture
def open_page(preview: Live) -> Iterator[Open]:
    pages: list[Page] = []

    def opened(browser: Browser, route: str) -> Page:
        page = browser.page(1280, 720)
        pages.append(page)
        page.open(f"{preview.url}{route}")
        page.wait(CONNECTED, 30)
        page.wait("document.querySelector('.slidev-layout')", 30)
        return page

    yield opened
    for page in pages:
        assert [error for error in page.errors if "ERR_CONNECTION_REFUSED" not in error] == []
        page.close()


def test_all_windows_follow_the_presenter(browser: Browser, other_browser: Browser, open_page: Open) -> None:
    viewer = open_page(other_browser, "/")
    presenter = open_page(browser, "/presenter/1")
    presenter.press("ArrowRight")
    viewer.wait(f"{AT} === '/1?clicks=1'")
    for _ in range(2):
        presenter.press("ArrowRight")
    viewer.wait(f"{AT}.startsWith('/2')")


def test_the_presenter_follows_a_viewer_of_this_machine(
    browser: Browser, other_browser: Browser, open_page: Open
) -> None:
    viewer = open_page(other_browser, "/2")
    presenter = open_page(browser, "/presenter/2")
    viewer.press("ArrowRight")
    presenter.wait(f"{AT}.startsWith('/presenter/3')")


def test_a_window_that_is_opened_stays_where_its_address_says(
    browser: Browser, other_browser: Browser, open_page: Open
) -> None:
    presenter = open_page(browser, "/presenter/2")
    presenter.press("ArrowRight")
    presenter.wait(f"{AT}.startsWith('/presenter/3')")
    viewer = open_page(other_browser, "/2")
    time.sleep(0.5)
    assert viewer.evaluate(AT).startswith("/2")
    presenter.press("ArrowLeft")
    presenter.press("ArrowRight")
    viewer.wait(f"{AT}.startsWith('/3')")


def test_all_devices_follow_a_remote_control(browser: Browser, other_browser: Browser, open_page: Open) -> None:
    viewer, presenter = open_page(other_browser, "/1"), open_page(browser, "/presenter/1")
    state = "{ page: 3, clicks: 0, clicksTotal: 0, lastUpdate: { id: 'phone', type: 'remote', time: Date.now() } }"
    viewer.evaluate(f"slidewright.live.send({{ type: 'state', channel: 'Talk - Slidev - shared', state: {state} }})")
    presenter.wait(f"{AT}.startsWith('/presenter/3')")


def test_drawings_are_on_all_devices(browser: Browser, other_browser: Browser, open_page: Open) -> None:
    strokes = "document.querySelectorAll('#slide-content > svg path').length"
    viewer, presenter = open_page(other_browser, "/3"), open_page(browser, "/presenter/3")
    presenter.click_on("button[title='Show drawing toolbar']")
    presenter.wait("document.querySelector('button[title=\"Draw with stylus\"]')")
    presenter.drag((300, 300), (350, 340), (420, 320))
    viewer.wait(f"{strokes} === 1")
    late = open_page(other_browser, "/3")
    late.wait(f"{strokes} === 1")


def test_an_edit_is_shown_at_once_and_the_page_stays(browser: Browser, open_page: Open, preview: Live) -> None:
    page = open_page(browser, "/2")
    page.wait("document.querySelector('.slidev-page-2 h1')?.textContent === 'Two'")
    page.evaluate("window.isSame = true")
    preview.write("slides.md", SLIDES.replace("# Two", "# Second"))
    page.wait("document.querySelector('.slidev-page-2 h1')?.textContent === 'Second'")
    assert page.evaluate(f"window.isSame && {AT}").startswith("/2")
    preview.write("slides.md", SLIDES)
    page.wait("document.querySelector('.slidev-page-2 h1')?.textContent === 'Two'")


def test_windows_find_a_server_that_was_restarted_and_each_other(
    browser: Browser, other_browser: Browser, open_page: Open, preview: Live
) -> None:
    viewer, presenter = open_page(other_browser, "/1"), open_page(browser, "/presenter/3")
    presenter.press("ArrowLeft")
    viewer.wait(f"{AT}.startsWith('/2')")
    assert preview.close() == 0
    for page in (viewer, presenter):
        page.wait("slidewright.live.status === 'disconnected'")
    presenter.press("ArrowRight")
    time.sleep(0.3)
    assert viewer.evaluate(AT).startswith("/2")
    run = presenter.evaluate("slidewright.deck.run")
    preview.start()
    for page in (viewer, presenter):
        page.wait(f"{CONNECTED} && slidewright.deck.run !== '{run}'", 20)
    presenter.evaluate("new Promise(done => setTimeout(done, 500))")
    presenter.evaluate("slidewright.livePage.go(1)")
    viewer.wait(f"{AT}.startsWith('/1')")
    presenter.wait(f"{AT}.startsWith('/presenter/1')")
    viewer.evaluate("slidewright.livePage.go(3)")
    presenter.wait(f"{AT}.startsWith('/presenter/3')")
