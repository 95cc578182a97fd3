"""Slidev's own components and directives in Chromium: where things stand, and what shows at which click."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import Page
from fixture_deck import picture

pytestmark = pytest.mark.browser

SLIDES = {
    "drag": """
---
dragPos:
  kept: 100,50,200,80,30
---

<div id="free" v-drag="[560,150,240,60,12]">free</div>
<div id="kept" v-drag="'kept'">kept</div>

<v-drag id="box" pos="40,300,120,40">box</v-drag>

<v-drag-arrow pos="100,400,300,50" color="red" two-way />
""",
    "mark": """
<span id="one" v-mark.underline.red>one</span>
<span id="two" v-mark.circle="2">two</span>
""",
    "motion": """
<div id="moving" v-motion :initial="{ x: -80 }" :enter="{ x: 0 }" :click-1="{ x: 120 }">moving</div>
<div v-click>a click</div>
""",
    "switch": """
<v-switch>
  <template #1>at one</template>
  <template #2-4>at two and three</template>
</v-switch>
""",
    "presets": """
<p id="up" v-click.up>up</p>
<p id="gone" v-click.hide>gone</p>
<p id="while" v-click="[2, 3]">while</p>
<p id="after" v-after>after</p>
""",
    "toc": """
---
routeAlias: contents
---

# The contents

<Toc maxDepth="1" columns="2" />
""",
    "link": """
# The link

<Link to="1">first</Link> <Link to="contents" title="the contents" />
""",
    "shapes": """
<Arrow x1="100" y1="300" x2="400" y2="200" color="#cc3333" width="3" />
<AutoFitText :max="60" :min="20" modelValue="Fit" class="w-80" id="fit" />
<Transform :scale="0.5" origin="top left"><div id="half" style="width: 200px; height: 100px">half</div></Transform>
""",
    "choice": """
<LightOrDark><template #dark>it is dark</template><template #light>it is light</template></LightOrDark>
<RenderWhen context="slide">on the slide</RenderWhen>
<RenderWhen context="presenter">for the presenter</RenderWhen>
<RenderWhen context="print">on paper<template #fallback>not on paper</template></RenderWhen>
""",
    "film": """
<SlidevVideo controls poster="/one.png"><source src="/film.mp4" type="video/mp4" /></SlidevVideo>
""",
    "posts": """
<Youtube id="luoMHjh-XcQ" />
<Tweet id="20" />
<BlueSky uri="https://bsky.app/profile/sli.dev/post/3lgwg2vy44s2q" />
""",
}
NUMBERS = {name: no for no, name in enumerate(SLIDES, 1)}


def deck_text() -> str:
    """All slides in one file, after a first one; a slide that begins with frontmatter brings its own fence."""
    first = "---\nfonts: {provider: none}\ndownload: true\nlayout: default\n---\n\n# Start\n"
    return first + "".join(text if text.startswith("\n---") else f"\n---\n{text}" for text in SLIDES.values())


@pytest.fixture(scope="module")
def deck(build: Callable[..., Path]) -> Path:
    return build({"slides.md": deck_text(), "public/one.png": picture(), "public/film.mp4": b"\0" * 64})


class Shown:
    """One slide of the deck on show."""

    def __init__(self, page: Page, deck: Path, name: str) -> None:
        self.page, self.deck, self.no = page, deck, NUMBERS[name] + 1
        self.at(0)

    def at(self, clicks: int) -> None:
        """Show it after so many clicks, and wait until nothing moves."""
        self.page.open(f"{self.deck.as_uri()}#/{self.no}?clicks={clicks}")
        self.page.wait(f"{self.root}?.checkVisibility()")
        self.page.wait(f"Promise.all({self.root}.getAnimations({{ subtree: true }}).map(one => one.finished))")

    @property
    def root(self) -> str:
        return f"document.querySelector('.slidev-page-{self.no}')"

    def find(self, selector: str) -> str:
        """The expression for an element of the slide."""
        return f"{self.root}.querySelector({selector!r})"

    def style(self, selector: str, name: str) -> str:
        return str(self.page.evaluate(f"getComputedStyle({self.find(selector)})[{name!r}]"))

    def box(self, selector: str) -> list[float]:
        """x, y, width and height on the slide; of a turned element, of the box around it."""
        box = f"(box => [box.x, box.y, box.width, box.height])({self.find(selector)}.getBoundingClientRect())"
        return [round(value) for value in self.page.evaluate(box)]

    def text(self) -> str:
        return str(self.page.evaluate(f"{self.root}.innerText"))


@pytest.fixture
def show(page: Page, deck: Path) -> Callable[[str], Shown]:
    return lambda name: Shown(page, deck, name)


Show = Callable[[str], Shown]


def test_dragged_things_stand_where_they_were_dropped(show: Show) -> None:
    slide = show("drag")
    centre = "(box => [box.x + box.width / 2, box.y + box.height / 2].map(Math.round))({}.getBoundingClientRect())"
    assert slide.page.evaluate(centre.format(slide.find("#free"))) == [680, 180]
    turned = f"new DOMMatrix(getComputedStyle({slide.find('#free')}).transform)"
    assert slide.page.evaluate(f"Math.round(Math.atan2({turned}.b, {turned}.a) * 180 / Math.PI)") == 12
    assert slide.page.evaluate(centre.format(slide.find("#kept"))) == [200, 90]
    assert slide.box("#box") == [40, 300, 120, 40]


def test_a_dragged_arrow_spans_its_box_with_two_heads(show: Show) -> None:
    slide = show("drag")
    ends = "['x1', 'y1', 'x2', 'y2'].map(end => +line.getAttribute(end))"
    line = slide.find("svg line[marker-end]")
    assert slide.page.evaluate(f"(line => {ends})({line})") == [100, 400, 400, 450]
    assert slide.page.evaluate(f"{line}.hasAttribute('marker-start')")


def test_marks_are_drawn_at_their_click(show: Show) -> None:
    slide = show("mark")
    drawn = (
        f"[...{slide.root}.querySelectorAll('svg.rough-annotation')].filter(svg => svg.querySelector('path')).length"
    )
    counts = []
    for clicks in range(3):
        slide.at(clicks)
        slide.page.wait("new Promise(done => setTimeout(() => done(true), 300))")
        counts.append(slide.page.evaluate(drawn))
    assert counts == [0, 1, 2]


def test_motion_goes_where_the_click_sends_it(show: Show) -> None:
    slide = show("motion")
    x = f"new DOMMatrix(getComputedStyle({slide.find('#moving')}).transform).e"
    assert slide.page.wait(f"Math.abs({x}) < 1")
    slide.at(1)
    assert slide.page.wait(f"Math.abs({x} - 120) < 1")


@pytest.mark.parametrize(
    ("clicks", "expected"), [(0, ""), (1, "at one"), (2, "at two and three"), (3, "at two and three")]
)
def test_a_switch_shows_one_of_its_slots(show: Show, clicks: int, expected: str) -> None:
    slide = show("switch")
    slide.at(clicks)
    assert slide.text().strip() == expected


def test_presets_ranges_and_hiding_follow_the_clicks(show: Show) -> None:
    slide = show("presets")
    seen = {}
    for clicks in range(5):
        slide.at(clicks)
        seen[clicks] = [name for name in ("up", "gone", "while", "after") if slide.style(f"#{name}", "opacity") == "1"]
    assert seen[0] == ["gone"]
    assert seen[1] == ["up", "gone"]
    assert seen[2] == ["up", "while", "after"]
    assert seen[3] == ["up", "after"]


def test_the_contents_link_every_titled_slide(show: Show) -> None:
    slide = show("toc")
    titles = f"[...{slide.root}.querySelectorAll('.slidev-toc-item a')].map(a => a.innerText.trim())"
    assert slide.page.evaluate(titles) == ["Start", "The contents", "The link"]
    assert slide.style(".slidev-toc", "columnCount") == "2"


def test_links_go_to_numbers_and_names(show: Show) -> None:
    slide = show("link")
    slide.page.evaluate(f"{slide.root}.querySelectorAll('a')[1].click()")
    assert slide.page.wait("location.hash === '#/contents'")
    slide.at(0)
    slide.page.evaluate(f"{slide.root}.querySelectorAll('a')[0].click()")
    assert slide.page.wait("location.hash === '#/1'")


def test_an_arrow_is_drawn_from_end_to_end_in_its_colour(show: Show) -> None:
    slide = show("shapes")
    line = slide.find("svg line[marker-end]")
    ends = f"(line => ['x1', 'y1', 'x2', 'y2', 'stroke', 'stroke-width'].map(name => line.getAttribute(name)))({line})"
    assert slide.page.evaluate(ends) == ["100", "300", "400", "200", "#cc3333", "3"]


def test_text_is_fitted_between_its_sizes(show: Show) -> None:
    slide = show("shapes")
    inner = slide.find("#fit > div")
    size = f"parseFloat(getComputedStyle({inner}).fontSize)"
    assert slide.page.wait(f"{size} === 60")  # three letters would be larger, were it not for the maximum
    assert slide.page.evaluate(f"{inner}.scrollWidth <= {slide.find('#fit')}.clientWidth")


def test_a_transform_scales_what_is_in_it(show: Show) -> None:
    assert show("shapes").box("#half")[2:] == [100, 50]


def test_light_or_dark_follows_the_mode(show: Show) -> None:
    slide = show("choice")
    assert "it is light" in slide.text()
    slide.page.press("d")
    assert slide.page.wait(f"{slide.root}.innerText.includes('it is dark')")
    assert "it is light" not in slide.text()
    slide.page.press("d")


def test_some_things_render_only_in_their_context(show: Show) -> None:
    text = show("choice").text()
    assert "on the slide" in text
    assert "not on paper" in text
    assert "for the presenter" not in text


def test_the_print_page_renders_what_is_for_paper(page: Page, deck: Path) -> None:
    page.open(f"{deck.as_uri()}?print=true#/print")
    assert page.wait(f"document.querySelectorAll('.print-slide-container').length === {len(SLIDES) + 1}")
    assert page.wait("document.body.innerText.includes('on paper')")
    assert "not on paper" not in page.evaluate("document.body.innerText")


def test_a_film_is_in_the_page_with_its_controls(show: Show) -> None:
    slide = show("film")
    film = slide.find("video")
    assert slide.page.evaluate(f"{film}.controls")
    assert slide.page.wait(f"{film}.querySelector('source').src.startsWith('blob:')")


def test_what_lives_on_the_network_is_a_link_to_it(show: Show) -> None:
    slide = show("posts")
    links = slide.page.evaluate(f"[...{slide.root}.querySelectorAll('.slidewright-standin a')].map(a => a.href)")
    assert links == [
        "https://www.youtube.com/watch?v=luoMHjh-XcQ",
        "https://x.com/i/status/20",
        "https://bsky.app/profile/sli.dev/post/3lgwg2vy44s2q",
    ]
    assert [url for url in slide.page.requests if url.startswith("http")] == []
