"""Markdown in the page: what Slidev's additions come to in the browser, under both names of Comark's key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import Browser, Page
from markdown_deck import HEADINGS, PART, PLAIN, TEXT

pytestmark = pytest.mark.browser

Look = Callable[..., Any]


def walk(page: Page, no: int, clicks: int = 0) -> None:
    page.evaluate(f"location.hash = '#/{no}?clicks={clicks}'")
    page.wait(f"document.querySelector('.slidev-page-{no} .slidev-layout h1')?.checkVisibility()")


def looker(page: Page) -> Look:
    """What an expression says of a slide: `$` finds in it, `$$` finds all, `css` is an element's computed style."""

    def look(no: int, expression: str, clicks: int = 0) -> Any:
        walk(page, no, clicks)
        slide = f"const slide = document.querySelector('.slidev-page-{no} .slidev-layout')"
        tools = (
            "const $ = s => slide.querySelector(s), $$ = s => [...slide.querySelectorAll(s)], css = getComputedStyle"
        )
        return page.evaluate(f"(() => {{ {slide}; {tools}; return {expression} }})()")

    return look


@pytest.fixture(scope="module", params=["comark", "mdc"])
def opened(request: pytest.FixtureRequest, browser: Browser, build: Callable[..., Path]) -> Iterator[Page]:
    deck = build({"slides.md": TEXT.replace("KEY", request.param), "part.md": PART})
    page = browser.page(980, 552)
    page.emulate(prefers_color_scheme="light")
    page.open(deck.as_uri())
    yield page
    assert page.errors == []
    page.close()


@pytest.fixture
def look(opened: Page) -> Look:
    return looker(opened)


def test_slides_are_cut_hidden_and_imported(look: Look) -> None:
    assert [look(no, "$('h1').innerText") for no in range(1, len(HEADINGS) + 1)] == list(HEADINGS)


def test_tables_strikes_addresses_and_the_typographer(look: Look) -> None:
    assert look(1, "css($('td:last-child')).textAlign") == "right"
    assert look(1, "css($('s')).textDecorationLine") == "line-through"
    assert look(1, "$$('p a').map(one => one.getAttribute('href'))") == ["https://example.org/path"]
    assert look(1, "$('p').innerText").endswith("www.example.org © … it’s – ± don’t")


def test_task_lists_have_check_boxes(look: Look) -> None:
    assert look(2, "$$('.task-list-item input').map(one => one.checked)") == [False, True]


def test_an_alert_has_its_title_icon_and_colour(look: Look) -> None:
    assert look(2, "$('.markdown-alert-title').innerText.trim()") == "Mind"
    assert look(2, "$('.markdown-alert-title svg').getBoundingClientRect().width") > 8
    assert look(2, "css($('.markdown-alert-warning')).borderLeftColor") == "rgb(154, 103, 0)"


def test_markdown_directives_and_expressions_live_in_html(look: Look) -> None:
    assert look(3, "$('.box strong').innerText") == "strong"
    assert look(3, "slide.innerText.includes('never')") is False
    assert look(3, "$$('.counted').map(one => one.innerText)") == ["2", "4", "6"]


def test_a_script_gives_the_slide_its_state(opened: Page, look: Look) -> None:
    assert look(3, "$('button').innerText") == "5"
    look(3, "$('button').click()")
    opened.wait("document.querySelector('.slidev-page-3 button').innerText === '6'")


def test_a_style_is_for_its_slide_with_nesting_and_utilities(look: Look) -> None:
    assert look(4, "[css($('.tinted')).color, css($('b')).letterSpacing]") == ["rgb(239, 68, 68)", "3px"]
    assert look(5, "css($('.tinted')).color") != "rgb(239, 68, 68)"


def test_slots_by_sugar_and_by_vue(look: Look) -> None:
    assert look(6, "$('.col-right em').innerText") == "side"
    assert look(6, "$('.col-right').getBoundingClientRect().left > $('h1').getBoundingClientRect().left + 300")
    assert look(7, "$('.col-right strong').innerText") == "Vue"


def test_comark_gives_attributes_and_components(look: Look) -> None:
    assert look(8, "[$('span.marked').innerText, css($('.marked')).color]") == ["red words", "rgb(255, 0, 0)"]
    assert look(8, "$('strong#named').innerText") == "strong"
    assert look(8, "[$('span.piece').innerText, $('div.block em').innerText]") == ["inline", "block"]


def test_links_lead_to_slides_by_number_and_alias(opened: Page, look: Look) -> None:
    assert look(9, "$$('a')[2].target") == "_blank"
    for index, place in enumerate(("#/2", "#/columns")):
        look(9, f"$$('a')[{index}].click()")
        opened.wait(f"location.hash === '{place}'")


def test_frontmatter_comes_from_blocks_defaults_and_importers(look: Look) -> None:
    classes = "[...slide.classList]"
    assert "from-defaults" in look(1, classes)
    assert {"by-block", "center"} <= set(look(10, classes))
    assert "from-importer" in look(11, classes)
    assert "from-part" not in look(11, classes)
    assert "center" in look(11, classes)


def test_notes_follow_the_clicks_and_carry_ruby(opened: Page) -> None:
    opened.evaluate("location.hash = '#/presenter/12'")
    opened.wait("document.querySelector('.slidev-note ruby')?.innerText.includes('にほん')")
    assert opened.evaluate("document.querySelector('.slidev-note strong').innerText") == "more"
    marks = "[...document.querySelectorAll('.slidev-note .slidev-note-click-mark')]"
    assert opened.wait(f"{marks}.map(one => one.dataset.clicks).join()") == "1,3"  # `[click:2]` is two further
    opened.evaluate("location.hash = '#/presenter/12?clicks=1'")
    opened.wait(f"{marks}[0].classList.contains('slidev-note-click-mark-active')")
    assert not opened.evaluate(f"{marks}[1].classList.contains('slidev-note-click-mark-active')")
    opened.evaluate("location.hash = '#/1'")


@pytest.fixture(scope="module")
def plain(browser: Browser, build: Callable[..., Path]) -> Iterator[Page]:
    page = browser.page(980, 552)
    page.open(build({"slides.md": PLAIN}).as_uri())
    yield page
    assert page.errors == []
    page.close()


ROWS = ".slidev-katex-wrapper .mtable > [class*=col-align] > .vlist-t > .vlist-r > .vlist > span > .mord"
LINES = f"""$$('{ROWS}').map(({{ classList }}) =>
  classList.contains('highlighted') ? 'h' : classList.contains('dishonored') ? 'd' : '-').join('')"""
STAGES = [(2, 0, "hdd"), (2, 1, "ddh"), (2, 2, "hhh"), (3, 1, "hd"), (3, 2, "dh")]


@pytest.mark.parametrize(("no", "clicks", "lines"), STAGES)
def test_each_click_marks_the_lines_of_a_formula(plain: Page, no: int, clicks: int, lines: str) -> None:
    look = looker(plain)
    walk(plain, no, clicks)
    plain.evaluate("new Promise(done => setTimeout(done, 200))")
    assert look(no, LINES, clicks) == lines


def test_what_katex_rejects_shows_its_source_as_in_slidev(plain: Page) -> None:
    look = looker(plain)
    assert look(4, "[$('p').innerText, $$('.katex').length]") == ["\\ce{H2O} and \\nosuch", 0]


def test_a_footnote_leads_to_its_text(plain: Page) -> None:
    look = looker(plain)
    assert look(5, "$($('.footnote-ref a').getAttribute('href')).innerText").startswith("The footnote.")
    assert look(5, "$('.footnotes em').innerText") == "footnote"
