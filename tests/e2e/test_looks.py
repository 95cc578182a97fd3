"""What the headmatter says of a whole deck's look, in Chromium: schemes, attributes, selection, and utility classes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import Browser
from slide_view import SlideView, complaints

pytestmark = pytest.mark.browser

TEXT = """\
---
colorSchema: dark
lang: de
selectable: true
htmlAttrs:
  dir: rtl
  data-talk: seven
---

# Dunkel

<p id=text>some text</p>

---
lang: fr
---

# Utilities

<div id=utility class="text-3xl font-bold p-4 bg-red-500/50 rounded-lg hover:underline dark:text-green-500">x</div>
<div id=arbitrary class="w-[37px] mt-[3px] grid-cols-[1fr_2fr] grid">x</div>
<div id=attributed text-xl bg="blue-500" p="x-4 y-2" border="~ rounded">x</div>
<div id=grouped class="dark:(text-blue-500 font-100)">x</div>
<div id=corner class="abs-br m-4 w-5 h-5">x</div>
<div id=top class="abs-tl w-5 h-5">x</div>
<div id=primary class="text-primary bg-main border-main border">x</div>

---

# Numbers

<SlideCurrentNo id=no /> of <slides-total id=total /> <PoweredBySlidev id=powered />

<TitleRenderer id=other no="4" />
<TitleRenderer id=own />

<script setup>
import TitleRenderer from '#slidev/title-renderer'
</script>

---

# With *marks* and `code`
"""
FOLLOWING = """\
# A

<LightOrDark><template #light>sun</template><template #dark>moon</template></LightOrDark>

<p id=text>some text</p>
"""


@pytest.fixture(scope="module")
def view(browser: Browser, build: Callable[..., Path]) -> Iterator[SlideView]:
    page = browser.page(980, 552)
    page.emulate(prefers_color_scheme="light")
    yield SlideView(page, build({"slides.md": TEXT}))
    assert complaints(page) == []
    page.close()


def test_a_scheme_that_is_fixed_has_no_button_and_no_key(view: SlideView) -> None:
    view.go(1)
    dark = "document.documentElement.classList.contains('dark')"
    assert view.page.evaluate(dark)
    assert (
        view.page.evaluate("getComputedStyle(document.querySelector('#slide-content')).backgroundColor")
        == "rgb(18, 18, 18)"
    )
    assert not view.page.evaluate("[...document.querySelectorAll('nav button')].some(e => /mode theme/.test(e.title))")
    view.page.press("d")
    assert view.page.evaluate(f"new Promise(done => setTimeout(() => done({dark}), 150))")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_scheme_that_is_not_fixed_follows_the_system(
    browser: Browser, build: Callable[..., Path], scheme: str
) -> None:
    page = browser.page(980, 552)
    page.emulate(prefers_color_scheme=scheme)
    view = SlideView(page, build({"slides.md": FOLLOWING}))
    assert view.page.evaluate("document.documentElement.className").split().count(scheme) == 1
    assert {"light": "sun", "dark": "moon"}[scheme] in view.look("slide.innerText")
    page.close()


def test_the_root_has_the_language_and_attributes(view: SlideView) -> None:
    root = "(root => [root.lang, root.dir, root.dataset.talk])(document.documentElement)"
    assert view.page.evaluate(root) == ["de", "rtl", "seven"]
    view.go(2)
    assert view.look("slide.lang") == "fr"


def test_text_can_be_selected_only_where_the_deck_says_so(
    view: SlideView, build: Callable[..., Path], browser: Browser
) -> None:
    view.go(1)
    assert view.css("#text", "userSelect") in ("auto", "text")
    page = browser.page(980, 552)
    plain = SlideView(page, build({"slides.md": FOLLOWING}))
    assert plain.css("#text", "userSelect") == "none"
    page.close()


UTILITIES = {
    "utility": {
        "fontSize": "30px",
        "fontWeight": "700",
        "padding": "16px",
        "backgroundColor": "rgba(239, 68, 68, 0.5)",
    },
    "arbitrary": {"width": "37px", "marginTop": "3px", "display": "grid"},
    "attributed": {
        "fontSize": "20px",
        "backgroundColor": "rgb(59, 130, 246)",
        "padding": "8px 16px",
        "borderWidth": "1px",
    },
    "grouped": {"color": "rgb(59, 130, 246)", "fontWeight": "100"},
    "primary": {
        "color": "rgb(58, 185, 213)",
        "backgroundColor": "rgb(18, 18, 18)",
        "borderColor": "rgba(156, 163, 175, 0.2)",
    },
}


@pytest.mark.parametrize("name", UTILITIES)
def test_utility_classes_are_unocss_s(view: SlideView, name: str) -> None:
    view.go(2)
    assert {key: view.css(f"#{name}", key) for key in UTILITIES[name]} == UTILITIES[name]


def test_utilities_know_the_scheme_and_the_mouse(view: SlideView) -> None:
    view.go(2)
    assert view.css("#utility", "color") == "rgb(34, 197, 94)"
    x, y, *_ = view.box("#utility")
    view.page.mouse("mouseMoved", x + 5, y + 5)
    assert view.wait("css('#utility', 'textDecorationLine') === 'underline'")


def test_slidev_s_corners_are_corners_of_the_slide(view: SlideView) -> None:
    view.go(2)
    assert view.box("#corner") == [980 - 16 - 20, 552 - 16 - 20, 20, 20]
    assert view.box("#top") == [0, 0, 20, 20]


def test_numbers_titles_and_the_maker_are_named(view: SlideView) -> None:
    view.go(3)
    assert view.look("[$('#no').innerText, $('#total').innerText]") == ["3", "4"]
    assert view.wait("$('#other em')?.innerText") == "marks"
    assert view.look("[$('#other code').innerText, $('#own').innerText]") == ["code", "Numbers"]
    assert view.look("$('#powered').innerText.split(/\\s+/).join(' ')") == "Powered by Slidev"
    assert view.look("[$('#powered a').href, $('#powered img').naturalWidth > 0]") == ["https://sli.dev/", True]
    ratio = "$('#powered img').getBoundingClientRect().height / $('#powered').getBoundingClientRect().height"
    assert 0.7 < view.look(ratio) < 1.5, "the logo is as high as its line"


def test_a_deck_may_do_without_a_theme(browser: Browser, build: Callable[..., Path]) -> None:
    page = browser.page(980, 552)
    view = SlideView(page, build({"slides.md": "---\ntheme: none\n---\n\n# A\n\n<b class='text-primary'>b</b>\n"}))
    assert view.css(".slidev-layout.cover", "display") == "block"
    assert view.css("h1", "fontSize") == "16px", "even the sizes of headings are a theme's"
    primary = "getComputedStyle(document.body).getPropertyValue('--slidev-theme-primary').trim()"
    assert page.evaluate(primary) == "#3ab9d5", "the client's own"
    page.close()
