"""The page in Chromium, opened from `file://`: what a viewer and a presenter see."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import Page
from fixture_deck import DECK, FILES, HEADINGS

pytestmark = pytest.mark.browser

# Slidev's client says this on every page, in its own builds too.
KNOWN = "Failed to patch FloatingVue"
VISIBLE = """(no => { const slide = document.querySelector(`.slidev-page-${no}`)
  return slide && slide.style.display !== 'none' && slide.querySelector('.slidev-layout')?.innerText })"""


@pytest.fixture(scope="module")
def deck(build: Callable[..., Path]) -> Path:
    return build({"slides.md": DECK, **FILES})


def show(page: Page, deck: Path, route: str = "/1") -> None:
    page.open(f"{deck.as_uri()}#{route}")


def text(page: Page, no: int) -> str:
    return str(page.wait(f"{VISIBLE}({no})"))


def test_every_slide_shows_its_heading_and_nothing_complains(page: Page, deck: Path) -> None:
    show(page, deck)
    for no, heading in enumerate(HEADINGS, 1):
        page.evaluate(f"location.hash = '#/{no}'")
        assert heading in text(page, no)
    assert [error for error in page.errors if KNOWN not in error] == []


def test_no_request_leaves_the_file(page: Page, deck: Path) -> None:
    show(page, deck)
    for route in ("/2", "/3", "/overview", "/presenter/2", "/4", "/5"):
        page.evaluate(f"location.hash = '#{route}'")
        page.wait("document.readyState === 'complete' && new Promise(done => setTimeout(() => done(true), 300))")
    foreign = [url for url in page.requests if not url.startswith(("data:", "blob:", deck.as_uri()))]
    assert foreign == []


def test_keys_step_through_clicks_and_slides(page: Page, deck: Path) -> None:
    show(page, deck, "/2")
    text(page, 2)
    hidden = (
        "[...document.querySelectorAll('.slidev-page-2 .slidev-vclick-target')].map(e => getComputedStyle(e).opacity)"
    )
    assert page.wait(f"{hidden}.join() === '0,0'")
    page.press("ArrowRight")
    assert page.wait("location.hash === '#/2?clicks=1'")
    assert page.wait(f"{hidden}.join() === '1,0'")
    page.press("ArrowRight")
    page.press("ArrowRight")
    assert page.wait("location.hash === '#/3'")
    page.press("ArrowLeft")
    assert page.wait("location.hash === '#/2?clicks=2'")


def test_pictures_are_in_the_file_once(page: Page, deck: Path) -> None:
    show(page, deck, "/3")
    widths = "[...document.querySelectorAll('.slidev-page-3 img')].map(e => e.complete && e.naturalWidth).join()"
    assert page.wait(f"{widths} === '40,40'")
    assert deck.read_text(encoding="utf-8").count('data-type="image/png"') == 2  # one.png; two.png is back.png too
    sources = page.evaluate("[...document.querySelectorAll('.slidev-page-3 img')].map(e => e.src)")
    assert sources[0] == sources[1]
    assert sources[0].startswith("blob:")


def test_style_sheets_and_backgrounds_find_their_pictures(page: Page, deck: Path) -> None:
    show(page, deck, "/3")
    text(page, 3)
    box = "getComputedStyle(document.querySelector('.pictured')).backgroundImage"
    assert page.wait(f"{box}.startsWith('url(\"blob:')")
    page.evaluate("location.hash = '#/4'")
    back = "getComputedStyle(document.querySelector('.slidev-page-4 .slidev-layout')).backgroundImage"
    assert page.wait(f"{back}.includes('url(\"blob:')")


def test_a_missing_picture_is_seen_and_told(page: Page, deck: Path) -> None:
    show(page, deck, "/5")
    assert page.wait("document.querySelector('.slidev-page-5 img.gone')?.naturalWidth") == 400
    source = page.evaluate("decodeURIComponent(document.querySelector('.slidev-page-5 img.gone').src)")
    assert "Missing image" in source
    assert "gone.png" in source
    told = (deck.parent / "stderr.txt").read_text(encoding="utf-8")
    assert "no file at `./gone.png`" in told
    assert "https://example.org/remote.png" in told


def test_a_broken_template_is_one_readable_slide(page: Page, deck: Path) -> None:
    show(page, deck, "/6")
    assert "Broken" in text(page, 6)
    assert "end tag" in text(page, 6)


def test_an_unknown_component_shows_what_it_encloses(page: Page, deck: Path) -> None:
    show(page, deck, "/7")
    assert "inside the unknown" in text(page, 7)


def test_hostile_text_stays_text(page: Page, deck: Path) -> None:
    show(page, deck, "/8")
    shown = text(page, 8)
    assert "{{ 7 * 7 }}" in shown
    assert "</script><script>window.hacked = 1</script>" in shown
    assert page.evaluate("window.hacked") is None
    assert "window.hacked = 2" in page.evaluate("document.title")


def test_the_presenter_sees_notes_and_the_next_slide(page: Page, deck: Path) -> None:
    page.resize(1400, 900)
    show(page, deck, "/presenter/2")
    assert page.wait("document.querySelector('.slidev-note')?.innerText.includes('remember the second')")
    assert page.wait("document.querySelectorAll('.slidev-page-2, .slidev-page-3').length >= 1")
    assert page.evaluate("document.querySelectorAll('.slidev-note-click-mark').length") == 1


def test_the_overview_shows_all_slides(page: Page, deck: Path) -> None:
    show(page, deck, "/overview")
    shown = "document.querySelectorAll('.slidev-slide-container').length"
    assert page.wait(f"{shown} === {len(HEADINGS)}")
    assert page.wait("document.body.innerText.includes('Scoped and styled')")


def test_d_toggles_dark_mode(page: Page, deck: Path) -> None:
    show(page, deck, "/2")
    text(page, 2)
    assert not page.evaluate("document.documentElement.classList.contains('dark')")
    page.press("d")
    assert page.wait("document.documentElement.classList.contains('dark')")


def test_formulas_and_code_are_drawn(page: Page, deck: Path) -> None:
    show(page, deck, "/9")
    text(page, 9)
    assert page.evaluate("document.querySelectorAll('.slidev-page-9 .katex-html').length") == 2
    assert page.evaluate("document.querySelectorAll('.slidev-page-9 .shiki .line').length") == 2
    assert page.evaluate("document.fonts.check('16px KaTeX_Main')")
    colours = (
        "new Set([...document.querySelectorAll('.slidev-page-9 .line span')].map(e => getComputedStyle(e).color)).size"
    )
    assert page.evaluate(colours) > 1


def test_a_theme_and_its_fonts_are_worn(page: Page, deck: Path) -> None:
    show(page, deck, "/2")
    text(page, 2)
    assert page.evaluate("getComputedStyle(document.querySelector('.slidev-page-2 h1')).color") == "rgb(93, 131, 146)"
    assert "PT Serif" in page.evaluate("getComputedStyle(document.querySelector('.slidev-page-2')).fontFamily")


def test_notes_can_be_left_out(build: Callable[..., Path]) -> None:
    deck = build({"slides.md": "# A\n\n<!-- a secret thought -->\n"}, "--without-notes", "--readable")
    assert "secret thought" not in deck.read_text(encoding="utf-8")


def test_a_cover_without_a_picture_asks_for_none(build: Callable[..., Path], page: Page) -> None:
    deck = build({"slides.md": "---\ntheme: seriph\n---\n\n# Bare\n"})
    show(page, deck)
    assert "Bare" in text(page, 1)
    assert [url for url in page.requests if url.startswith("http")] == []
    assert [error for error in page.errors if KNOWN not in error] == []
