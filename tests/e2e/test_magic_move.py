"""Magic moves in the page: Slidev's own component, step by step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import Page

pytestmark = pytest.mark.browser

KNOWN = "Failed to patch FloatingVue"
DECK = """\
---
codeCopy: true
magicMoveCopy: final
transition: none
---

# Move

````md magic-move [app.js] {lines: true, duration: 50}
```js
const a = 1
```
<<< ./step.ts {*|1}{lines: false}
```js {1|2}
const a = 1
const b = `</script>`
```
````

<div v-click class="after">after</div>

---

# Unknown

````md magic-move
```klingon
qapla'
```
```js
1
```
````
"""
MOVE = ".slidev-page-1 .slidev-code-magic-move"


@pytest.fixture(scope="module")
def deck(build: Callable[..., Path]) -> Path:
    return build({"slides.md": DECK, "step.ts": "const a: number = 2\n"})


def show(page: Page, deck: Path, route: str) -> None:
    page.open("about:blank")
    page.open(f"{deck.as_uri()}#/{route}")
    page.wait(f"document.querySelector('{MOVE} pre, .slidev-page-2 pre')")


def code(page: Page, expected: str) -> None:
    """Wait until the code of the move is that, all tokens in place."""
    staying = ":not(.shiki-magic-move-leave-active):not(.shiki-magic-move-leave-to)"
    text = (
        f"[...document.querySelectorAll('{MOVE} pre > {staying}')]"
        ".map(e => e.tagName === 'BR' ? '\\n' : e.textContent).join('')"
    )
    page.wait(f"{text}.trim() === {expected!r}")


def test_each_click_is_a_step_of_the_move(page: Page, deck: Path) -> None:
    show(page, deck, "1")
    code(page, "1  const a = 1")
    page.press("ArrowRight")
    code(page, "const a: number = 2")
    page.press("ArrowRight")  # the snippet's second stage
    assert page.wait("location.hash === '#/1?clicks=2'")
    page.press("ArrowRight")
    code(page, "1  const a = 1\n2  const b = `</script>`")
    dim = f"document.querySelectorAll('{MOVE} .slidev-code-dishonored').length"
    assert page.wait(f"{dim} > 0")
    page.press("ArrowRight")
    page.press("ArrowRight")
    assert page.wait("document.querySelector('.after').classList.contains('slidev-vclick-current')")
    assert page.evaluate("location.hash") == "#/1?clicks=5"
    page.press("ArrowRight")
    assert page.wait("location.hash === '#/2'")
    assert [error for error in page.errors if KNOWN not in error] == []


def test_a_step_can_be_opened_by_its_address(page: Page, deck: Path) -> None:
    show(page, deck, "1?clicks=3")
    code(page, "1  const a = 1\n2  const b = `</script>`")


def test_the_title_and_the_copy_button_are_slidevs(page: Page, deck: Path) -> None:
    show(page, deck, "1")
    assert page.wait(f"document.querySelector('{MOVE} .slidev-code-block-title')?.innerText") == "app.js"
    button = f"Boolean(document.querySelector('{MOVE} .slidev-code-copy'))"
    assert page.evaluate(button) is False  # `final`: the last step alone
    show(page, deck, "1?clicks=4")
    assert page.wait(button)


def test_tokens_are_coloured_in_both_schemes(page: Page, deck: Path) -> None:
    show(page, deck, "1")
    code(page, "1  const a = 1")
    word = f"[...document.querySelectorAll('{MOVE} span')].find(e => e.textContent.trim() === 'const')"
    colour = f"getComputedStyle({word}).color"
    assert page.evaluate(colour) == "rgb(171, 89, 89)"
    page.press("d")
    assert page.wait(f"{colour} === 'rgb(203, 118, 118)'")


def test_an_unknown_language_is_plain_text_and_told(page: Page, deck: Path) -> None:
    show(page, deck, "2")
    assert page.wait("document.querySelector('.slidev-page-2 .slidev-code-magic-move')?.innerText.includes(\"qapla'\")")
    told = (deck.parent / "stderr.txt").read_text(encoding="utf-8")
    assert "slides.md:27:" in told
    assert "klingon" in told
    assert "not-rendered" not in told
