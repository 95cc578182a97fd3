"""What is drawn in the preview of a deck that keeps drawings is there the next time, in the preview and in a build."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import Browser, Page
from live import Live, Start, until

pytestmark = pytest.mark.browser

SLIDES = "---\ntitle: Talk\n{}---\n\n# One\n\n---\n\n# Two\n"
PERSIST = "drawings:\n  persist: {}\n"
STROKES = "document.querySelectorAll('#slide-content > svg path').length"
KEPT = '<svg width="980" height="551" xmlns="http://www.w3.org/2000/svg">\n<path d="M9,9 L90,90" stroke="red"/>\n</svg>'
Look = Callable[[Live, str], Page]


@pytest.fixture
def look(browser: Browser) -> Iterator[Look]:
    pages: list[Page] = []

    def run(live: Live, route: str) -> Page:
        pages.append(browser.page(1280, 720))
        pages[-1].open(f"{live.url}/#/{route}")
        pages[-1].wait("slidewright.live?.status === 'connected' && document.querySelector('.slidev-layout')", 30)
        return pages[-1]

    yield run
    for page in pages:
        assert page.errors == []
        page.close()


def settled_version(live: Live) -> int:
    """The version of the deck once the fonts are there and all has been looked over."""
    until(lambda: "nothing to say" in live.said() or "warning" in live.said(), "the first findings")
    return int(live.findings()["version"])


def show_tools(page: Page) -> None:
    """The toolbar may be there already: the browser remembers."""
    if page.evaluate("!!document.querySelector('button[title=\"Show drawing toolbar\"]')"):
        page.click_on("button[title='Show drawing toolbar']")
    page.wait("document.querySelector('button[title=\"Draw with stylus\"]')")


def draw(page: Page) -> None:
    show_tools(page)
    page.drag((300, 300), (350, 340), (420, 320))
    page.wait(f"{STROKES} === 1")


def test_a_drawing_is_a_file_that_the_next_preview_and_a_build_show(
    started: Start, look: Look, build: Callable[..., Path], page: Page
) -> None:
    live = started({"slides.md": SLIDES.format(PERSIST.format("true"))})
    viewer, presenter = look(live, "2"), look(live, "presenter/2")
    settled = settled_version(live)
    draw(presenter)
    viewer.wait(f"{STROKES} === 1")
    path = live.folder / ".slidev/drawings/slides/2.svg"
    until(path.is_file, "the file of the drawing")
    until(lambda: path.read_text().endswith("</svg>") and "<path" in path.read_text(), "the drawing")
    time.sleep(0.5)
    assert live.findings()["version"] == settled, "the preview saw its own file as a change"
    for window in (viewer, presenter):
        window.open("about:blank")
    assert live.close() == 0
    live.start()
    again = look(live, "2")
    again.wait(f"{STROKES} === 1")
    again.evaluate("slidewright.livePage.go(1)")
    again.wait(f"location.hash.startsWith('#/1') && {STROKES} === 0")
    files = {name: (live.folder / name).read_bytes() for name in ("slides.md", ".slidev/drawings/slides/2.svg")}
    page.open(f"{build(files).as_uri()}#/2")
    page.wait(f"{STROKES} === 1")


@pytest.mark.parametrize("tool", ["with stylus", "a line", "an arrow", "an ellipse", "a rectangle"])
def test_what_each_tool_draws_is_kept_as_it_is(started: Start, look: Look, tool: str) -> None:
    live = started({"slides.md": SLIDES.format(PERSIST.format("true"))})
    page = look(live, "presenter/2")
    show_tools(page)
    page.click_on(f"button[title='Draw {tool}']")
    page.drag((300, 300), (350, 340), (420, 320))
    drawn = page.wait("document.querySelector('#slide-content > svg').innerHTML")
    path = live.folder / ".slidev/drawings/slides/2.svg"
    until(path.is_file, "the file of the drawing")
    until(lambda: path.read_text().split("\n", 1)[1].removesuffix("\n</svg>") == drawn, "all of the drawing")
    page.click_on("button[title='Undo']")
    until(lambda: not path.exists(), "the file to go")


def test_a_drawing_can_be_wiped_off_for_good(started: Start, look: Look) -> None:
    live = started({"slides.md": SLIDES.format(PERSIST.format("strokes")), "strokes/1.svg": KEPT})
    page, other = look(live, "presenter/1"), look(live, "1")
    page.wait(f"{STROKES} === 1")
    show_tools(page)
    page.click_on("button[title='Delete']")
    other.wait(f"{STROKES} === 0")
    until(lambda: not (live.folder / "strokes/1.svg").exists(), "the file to go")


def test_a_deck_that_keeps_no_drawings_has_no_files_of_them(started: Start, look: Look) -> None:
    live = started({"slides.md": SLIDES.format("")})
    page, other = look(live, "presenter/1"), look(live, "1")
    draw(page)
    other.wait(f"{STROKES} === 1")
    assert not (live.folder / ".slidev").exists()


def test_no_script_comes_with_a_drawing(started: Start, look: Look) -> None:
    live = started({"slides.md": SLIDES.format(PERSIST.format("true"))})
    page, other = look(live, "1"), look(live, "1")
    drawing = '<path d="M1,1 L50,50" stroke="red"></path><image href="x" onerror="window.ran = true" />'
    state = f"{{ 1: {drawing!r} }}"
    page.evaluate(f"slidewright.live.send({{ type: 'state', channel: 'Talk - Slidev - drawings', state: {state} }})")
    other.wait(f"{STROKES} === 1")
    path = live.folder / ".slidev/drawings/slides/1.svg"
    until(path.is_file, "the file of the drawing")
    assert other.evaluate("window.ran === undefined && !document.querySelector('#slide-content > svg image')")
    assert "image" not in path.read_text()
