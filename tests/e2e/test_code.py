"""Code in the page: marks per click, numbers, titles, groups, snippets and what stays as it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import Browser, Page
from code_deck import FILES

pytestmark = pytest.mark.browser

(
    STATIC,
    STEPS,
    HIDDEN,
    FINALLY,
    AT,
    NUMBERS,
    HIGH,
    TITLED,
    GROUP,
    COPIED,
    NOT_COPIED,
    SNIPPETS,
    INLINE,
    UNKNOWN,
    LISTED,
) = range(1, 16)
# Per block: `h` a line that is marked, `d` one that is dimmed, `-` one that is neither; all in brackets where unseen.
MARKS = """(no => [...document.querySelectorAll(`.slidev-page-${no} .slidev-code-wrapper`)].map(block => {
  const mark = ({ classList }) =>
    classList.contains('slidev-code-highlighted') ? 'h' : classList.contains('slidev-code-dishonored') ? 'd' : '-'
  const lines = [...block.querySelectorAll('code > .line')].map(mark).join('')
  return block.classList.contains('slidev-vclick-hidden') ? `(${lines})` : lines }).join(' '))"""


@pytest.fixture(scope="module")
def deck(build: Callable[..., Path]) -> Path:
    return build(FILES)


@pytest.fixture(scope="module")
def opened(browser: Browser, deck: Path) -> Iterator[Page]:
    page = browser.page(980, 552)
    page.emulate(prefers_color_scheme="light")
    page.open(deck.as_uri())
    yield page
    assert page.errors == []
    page.close()


def show(page: Page, no: int, clicks: int = 0) -> None:
    page.evaluate(f"location.hash = '#/{no}?clicks={clicks}'")
    page.wait(f"document.querySelector('.slidev-page-{no} .slidev-layout h1')?.checkVisibility()")


def block(no: int, rest: str) -> str:
    return f"document.querySelector('.slidev-page-{no} .slidev-code-wrapper{rest}')"


STAGES = [
    (STATIC, 0, "dhhd -"),
    (STEPS, 0, "hddd"),
    (STEPS, 1, "dhhd"),
    (STEPS, 2, "hhhh"),
    (HIDDEN, 0, "(dd)"),
    (HIDDEN, 1, "dd"),
    (HIDDEN, 2, "dh"),
    (FINALLY, 0, "hd"),
    (FINALLY, 1, "dh"),
    (FINALLY, 2, "hh"),
    (AT, 2, "hdd"),
    (AT, 3, "dhd"),
    (AT, 4, "ddh"),
    (NUMBERS, 0, "hd"),
    (NUMBERS, 1, "dh"),
    (SNIPPETS, 0, "--- hdddddd"),
    (SNIPPETS, 1, "--- ddhdddd"),
    (LISTED, 0, "hd"),
    (LISTED, 1, "dh"),
]


@pytest.mark.parametrize(("no", "clicks", "marks"), STAGES)
def test_each_click_marks_the_lines_of_its_stage(opened: Page, no: int, clicks: int, marks: str) -> None:
    show(opened, no, clicks)
    opened.wait(f"{MARKS}({no}) === '{marks}'")


def test_keys_walk_through_the_stages(opened: Page) -> None:
    show(opened, STEPS)
    for marks in ("dhhd", "hhhh"):
        opened.press("ArrowRight")
        opened.wait(f"{MARKS}({STEPS}) === '{marks}'")
    opened.press("ArrowRight")
    opened.wait(f"location.hash.startsWith('#/{HIDDEN}')")


def test_lines_that_are_not_marked_are_dim(opened: Page) -> None:
    show(opened, STATIC)
    opacity = "(line => +getComputedStyle(line).opacity)"
    assert opened.wait(f"{opacity}({block(STATIC, ' .line:nth-child(2)')}) === 1")
    assert opened.evaluate(f"{opacity}({block(STATIC, ' .line')})") == pytest.approx(0.3)


def test_numbers_begin_where_the_options_say(opened: Page) -> None:
    show(opened, NUMBERS)
    code = block(NUMBERS, " code")
    assert opened.evaluate(f"getComputedStyle({code}).counterReset") == "step 0"
    assert opened.evaluate(f"getComputedStyle({code}).counterIncrement") == "step 10"
    before = block(NUMBERS, ".slidev-code-line-numbers .line")
    assert "counter(step)" in opened.evaluate(f"getComputedStyle({before}, '::before').content")
    assert opened.evaluate(f"getComputedStyle({block(STEPS, ' .line')}, '::before').content") == "none"


def test_a_high_block_scrolls_to_its_marked_line(opened: Page) -> None:
    show(opened, HIGH)
    assert opened.evaluate(f"getComputedStyle({block(HIGH, '')}).maxHeight") == "100px"
    show(opened, HIGH, 1)
    box = "(({ top, bottom }) => [top, bottom])"
    whole, line = (f"{box}({block(HIGH, rest)}.getBoundingClientRect())" for rest in ("", " .highlighted"))
    opened.wait(f"{block(HIGH, '')}.scrollTop > 200 && {line}[0] >= {whole}[0] && {line}[1] <= {whole}[1]")


def test_a_title_stands_over_its_block_and_wears_the_icon_it_asks_for(opened: Page) -> None:
    show(opened, TITLED)
    titles = f"[...document.querySelectorAll('.slidev-page-{TITLED} .slidev-code-block-title')]"
    assert opened.evaluate(f"{titles}.map(title => title.innerText.trim())") == ["main.ts", "shown.ts"]
    icon = f"{titles}[1].querySelector('.i-carbon\\\\:rocket')"
    assert opened.evaluate(f"getComputedStyle({icon}).maskImage").startswith('url("data:image/svg+xml')


def test_a_tab_shows_its_block_of_a_group(opened: Page) -> None:
    show(opened, GROUP)
    blocks = f"[...document.querySelectorAll('.slidev-page-{GROUP} .slidev-code-wrapper')]"
    shown = f"{blocks}.map(one => one.checkVisibility()).join()"
    opened.wait(f"{shown} === 'true,false'")
    tabs = f"[...document.querySelectorAll('.slidev-page-{GROUP} .slidev-code-tab')]"
    assert opened.evaluate(f"{tabs}.map(tab => tab.innerText.trim())") == ["npm", "yarn"]
    opened.evaluate(f"{tabs}[1].click()")
    opened.wait(f"{shown} === 'false,true'")


def test_the_button_copies_the_code_as_it_is_written(opened: Page) -> None:
    show(opened, COPIED)
    keep = "async ([item]) => { window.copied = await (await item.getType('text/plain')).text() }"
    opened.evaluate(f"navigator.clipboard.write = {keep}")
    opened.evaluate(f"{block(COPIED, ' .slidev-code-copy')}.click()")
    assert opened.wait("window.copied") == "const copied = `{{ exactly }} <b>`"
    opened.wait(f"{block(COPIED, ' .slidev-code-copy')}.title === 'Copied'")


def test_a_slide_may_do_without_the_button(opened: Page) -> None:
    show(opened, NOT_COPIED)
    assert opened.evaluate(f"{block(NOT_COPIED, ' .slidev-code-copy')} === null")


def test_a_snippet_is_its_region_dedented_or_the_whole_file_in_the_language_asked_for(opened: Page) -> None:
    show(opened, SNIPPETS)
    codes = f"[...document.querySelectorAll('.slidev-page-{SNIPPETS} code')]"
    first, second = opened.evaluate(f"{codes}.map(code => code.textContent)")
    assert first == "export function inside() {\n  return before\n}"
    assert second.startswith("const before = 0\n// #region part")
    assert opened.evaluate(f"{codes}.map(code => code.className)") == ["language-ts", "language-js"]


def test_mustaches_are_text_in_code_and_expressions_beside_it(opened: Page) -> None:
    show(opened, STATIC)
    text = f"document.querySelectorAll('.slidev-page-{STATIC} code')[1].textContent"
    assert opened.evaluate(text) == "const plain = `{{ 1 + 1 }}` // {{ no }}"
    show(opened, INLINE)
    assert opened.evaluate(f"document.querySelector('.slidev-page-{INLINE} p').innerText") == "{{ 1 + 1 }} and 2"


def test_a_language_without_a_grammar_is_plain_text_and_told(opened: Page, deck: Path) -> None:
    show(opened, UNKNOWN)
    assert opened.evaluate(f"{block(UNKNOWN, ' code')}.textContent") == "<b>{{ x }}</b>"
    told = (deck.parent / "stderr.txt").read_text(encoding="utf-8")
    assert "no highlighting for the language `nolang`" in told


def test_code_is_coloured_for_both_schemes(opened: Page) -> None:
    show(opened, STATIC)
    colour = f"getComputedStyle({block(STATIC, ' .line span')}).color"
    light = opened.evaluate(colour)
    opened.emulate(prefers_color_scheme="dark")
    opened.wait(f"document.documentElement.classList.contains('dark') && {colour} !== '{light}'")
    opened.emulate(prefers_color_scheme="light")
    opened.wait(f"{colour} === '{light}'")
