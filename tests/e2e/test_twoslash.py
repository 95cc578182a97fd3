"""Types in the page: pop-ups that stay open on their slide, hovers, errors below their lines and completions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import Browser, Page

pytestmark = pytest.mark.browser

DECK = """\
# Query

```ts twoslash
import { ref } from 'vue'

const count = ref(0)
//    ^?
```

---

# Errors

```ts {1|2} twoslash
const wrong: string = 1
const right = '{{ x }}'
```

---

# Completions

```ts twoslash
// @noErrors
console.lo
//        ^|
```

---

# Plain
"""
POPPERS = "[...document.querySelectorAll('.v-popper__popper--shown')]"
TEXTS = f"{POPPERS}.filter(one => one.checkVisibility()).map(one => one.innerText.trim()).join('|')"
PAUSE = "new Promise(done => setTimeout(done, 400))"  # floating-vue takes no notice of a mouse that leaves at once


@pytest.fixture(scope="module")
def deck(build: Callable[..., Path]) -> Path:
    return build({"slides.md": DECK})


@pytest.fixture
def opened(browser: Browser, deck: Path) -> Iterator[Page]:
    page = browser.page(980, 552)
    page.emulate(prefers_color_scheme="light")
    page.open(deck.as_uri())
    yield page
    assert page.errors == []
    assert [url for url in page.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    page.close()


def show(page: Page, no: int, clicks: int = 0) -> None:
    page.evaluate(f"location.hash = '#/{no}?clicks={clicks}'")
    page.wait(f"document.querySelector('.slidev-page-{no} .slidev-layout h1')?.checkVisibility()")


def test_a_query_is_open_on_its_own_slide_only(opened: Page) -> None:
    show(opened, 1)
    opened.wait(f"{TEXTS}.includes('const count: Ref<number, number>')")
    show(opened, 4)
    opened.wait(f"{TEXTS} === ''")
    show(opened, 1)
    opened.wait(f"{TEXTS}.includes('const count: Ref<number, number>')")


def test_a_query_opens_below_its_word(opened: Page) -> None:
    show(opened, 1)
    opened.wait(f"{TEXTS}.includes('const count')")
    box = "(one => (({ left, top, bottom }) => ({ left, top, bottom }))(one.getBoundingClientRect()))"
    word = opened.evaluate(f"{box}(document.querySelector('.slidev-page-1 .line:nth-of-type(3) .twoslash-hover'))")
    popper = opened.wait(f"{POPPERS}.length === 1 && {box}({POPPERS}[0].querySelector('.v-popper__inner'))")
    assert word["bottom"] <= popper["top"] < word["bottom"] + 30
    assert abs(popper["left"] - word["left"]) < 30


def test_the_mouse_over_a_word_shows_its_type_and_what_is_written_of_it(opened: Page) -> None:
    show(opened, 1)
    opened.wait(f"{TEXTS}.includes('const count')")
    word = "document.querySelector('.slidev-page-1 .line .twoslash-hover')"
    x, y = opened.evaluate(
        f"(({{ x, y, width, height }}) => [x + width / 2, y + height / 2])({word}.getBoundingClientRect())"
    )
    opened.mouse("mouseMoved", x, y)
    opened.wait(f"{TEXTS}.includes('function ref<T>') && {TEXTS}.includes('Takes an inner value')")
    opened.evaluate(PAUSE)
    for place in ((x, y - 8), (x, y - 30), (x, y - 90), (5, 5)):
        opened.mouse("mouseMoved", *place)
        opened.evaluate(PAUSE)
    opened.wait(f"!{TEXTS}.includes('function ref<T>')")


def test_an_error_stands_below_its_line_and_lines_are_marked_as_ever(opened: Page) -> None:
    show(opened, 2, 1)
    error = "document.querySelector('.slidev-page-2 .twoslash-error-line')"
    assert opened.evaluate(f"{error}.innerText") == "Type 'number' is not assignable to type 'string'."
    lines = "[...document.querySelectorAll('.slidev-page-2 .line')]"
    opened.wait(f"{lines}.map(one => one.classList.contains('slidev-code-highlighted')).join() === 'false,true'")
    assert opened.evaluate(f"{lines}[1].innerText").endswith("= '{{ x }}'")
    wave = "getComputedStyle(document.querySelector('.twoslash-error')).backgroundImage"
    assert opened.evaluate(wave).startswith('url("data:image/svg+xml')


def test_completions_are_a_list_at_the_cursor(opened: Page) -> None:
    show(opened, 3)
    opened.wait(f"{TEXTS} === 'log'")
    assert opened.evaluate("document.querySelectorAll('.twoslash-completion-list li svg').length") == 1
