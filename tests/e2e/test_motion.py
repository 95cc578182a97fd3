"""How slides and clicks move, in Chromium: transitions in both directions, presets, and what follows the clicks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import Browser
from slide_view import SlideView, complaints

pytestmark = pytest.mark.browser

NAMED = (
    "fade",
    "fade-out",
    "slide-left",
    "slide-right",
    "slide-up",
    "slide-down",
    "slide-up | fade",
    "flip",
    "zoom-in",
)
"""The transition of each slide; the last one's is a map of Vue's props."""
MAP = "transition:\n  name: zoom-in\n  enterActiveClass: own-enter\n"
MOVING = """\
---

# Following

<div>
{{ $clicks }} of 2: <b id=expression>{{ $clicks > 0 ? 'later' : 'before' }}</b> <i id=shown v-if="$clicks >= 2">two</i>
</div>

<div id=varied class="forward:text-red-500 backward:text-blue-500">x</div>

<div id=delayed v-click class="transition forward:delay-300">x</div>

<div v-click>x</div>

---
clickAnimation: up
---

# Presets

<p id=slides v-click>as the slide says</p>
<p id=own v-click.right.fade>as it says itself</p>
<v-click animation="scale"><p id=component>as the component says</p></v-click>
<p id=styled v-click.none>by own rules</p>

<style>
#styled.slidev-vclick-hidden { opacity: 0.25 !important; rotate: 10deg }
#styled.slidev-vclick-current { color: rgb(1, 2, 3) }
#styled.slidev-vclick-prior { color: rgb(4, 5, 6) }
</style>

---

# Deck's preset

<div id=decks v-click>as the deck says</div>

---
transition: view-transition
---

# Shared

<div style="view-transition-name: shared">one</div>

---

# Last

<div style="view-transition-name: shared">other</div>
"""
TEXT = (
    "---\nclickAnimation: down\ntransition: fade\n---\n\n# First\n\n"
    + "\n".join(f"---\n{MAP if name == 'zoom-in' else f'transition: {name}'}\n---\n\n# {name}\n" for name in NAMED)
    + "\n"
    + MOVING
)
STYLE = """\
.flip-enter-active, .flip-leave-active { transition: rotate 0.4s linear }
.flip-enter-from { rotate: y 90deg }
.flip-leave-to { rotate: y -90deg }
.own-enter, .zoom-in-leave-active { transition: scale 0.4s linear }
.zoom-in-enter-from { scale: 0.5 }
"""
FIRST = 2  # the slide of the first named transition
FOLLOWING = FIRST + len(NAMED)
SHARED = FOLLOWING + 3

# Goes to a slide, and tells which classes of transitions the two slides had meanwhile.
SEEN = """(async (from, to) => {
  const nav = document.querySelector('#app').__vue_app__._context.provides['$$slidev-context'].nav
  const seen = { [from]: new Set(), [to]: new Set() }
  const watch = new MutationObserver(changes => {
    for (const { target } of changes)
      for (const name of target.classList)
        if (/-enter|-leave/.test(name)) seen[target.dataset.slidevNo]?.add(name)
  })
  watch.observe(document.querySelector('#slideshow'), { subtree: true, attributeFilter: ['class'] })
  await nav.go(to, 0)
  const moves = () => document.querySelector('#slideshow > [class*="-leave-"]')
  for (let turn = 0; turn < 40 && (turn < 4 || moves()); turn++)
    await new Promise(done => setTimeout(done, 30))
  watch.disconnect()
  return [[...seen[from]].sort(), [...seen[to]].sort()]
})"""


@pytest.fixture(scope="module")
def view(browser: Browser, build: Callable[..., Path]) -> Iterator[SlideView]:
    page = browser.page(980, 552)
    page.emulate(prefers_color_scheme="light")
    view = SlideView(page, build({"slides.md": TEXT, "style.css": STYLE}))
    yield view
    assert complaints(page) == []
    page.close()


def last(view: SlideView, duration: str) -> None:
    """Let transitions last so long; "" is Slidev's own time."""
    view.page.evaluate(f"document.documentElement.style.setProperty('--slidev-transition-duration', '{duration}')")


def seen(view: SlideView, start: int, end: int) -> Any:
    last(view, "0.05s")
    view.go(start)
    return view.page.evaluate(f"{SEEN}({start}, {end})")


def classes(name: str, kind: str) -> list[str]:
    return [f"{name}-{kind}-{part}" for part in ("active", "from", "to")]


OPPOSITE = {
    "slide-left": "slide-right",
    "slide-right": "slide-left",
    "slide-up": "slide-down",
    "slide-down": "slide-up",
}


@pytest.mark.parametrize(("no", "name"), list(enumerate(NAMED[:-1], FIRST)))
def test_a_slide_leaves_and_comes_back_by_its_own_transition(view: SlideView, no: int, name: str) -> None:
    forward, _, backward = name.partition(" | ")
    backward = backward or OPPOSITE.get(name, name)
    gone, came = seen(view, no, no + 1)
    assert (set(gone), set(came)) >= (set(classes(forward, "leave")[:1]), set(classes(forward, "enter")[:1]))
    assert all(word.startswith(f"{forward}-leave") for word in gone)
    assert all(word.startswith(f"{forward}-enter") for word in came)
    gone, came = seen(view, no + 1, no)
    assert gone
    assert all(word.startswith(f"{backward}-leave") for word in gone)
    assert all(word.startswith(f"{backward}-enter") for word in came)


def test_a_map_gives_vue_s_own_props(view: SlideView) -> None:
    no = FIRST + len(NAMED) - 1
    gone, came = seen(view, no, no + 1)
    assert "zoom-in-leave-active" in gone
    assert "own-enter" in came or "zoom-in-enter-from" in came
    assert "zoom-in-enter-active" not in came


def test_the_deck_s_transition_is_for_slides_without_one(view: SlideView) -> None:
    gone, _ = seen(view, 1, 2)
    assert gone
    assert all(word.startswith("fade-leave") for word in gone)


# Goes on from a slide: a property of it where it ends and of the next where it starts, their durations and delays.
ENDS = """(async (no, name) => {
  const nav = document.querySelector('#app').__vue_app__._context.provides['$$slidev-context'].nav
  await nav.go(no + 1, 0)
  const slides = () => [no, no + 1].map(no => document.querySelector(`#slideshow > .slidev-page-${no}`))
  for (let turn = 0; turn < 100; turn++) {
    await new Promise(requestAnimationFrame)
    const moves = slides().map(slide => slide?.getAnimations()[0])
    if (!moves.every(Boolean)) continue
    const timing = moves.map(move => move.effect.getComputedTiming())
    moves.forEach((move, index) => { move.pause(); move.currentTime = index ? 0 : timing[0].endTime })
    const values = slides().map(slide => getComputedStyle(slide)[name])
    moves.forEach(move => move.finish())
    return [...values, ...timing.map(({ duration, delay }) => [duration, delay])]
  }
})"""
MOVES = {
    "fade": ("opacity", "0", "0", [500, 0], [500, 0]),
    "fade-out": ("opacity", "0", "0", [300, 0], [400, 300]),
    "slide-left": ("translate", "-100%", "100%", [500, 0], [500, 0]),
    "slide-right": ("translate", "100%", "-100%", [500, 0], [500, 0]),
    "slide-up": ("translate", "0px -100%", "0px 100%", [500, 0], [500, 0]),
    "slide-down": ("translate", "0px 100%", "0px -100%", [500, 0], [500, 0]),
    "flip": ("rotate", "y -90deg", "y 90deg", [400, 0], [400, 0]),
}


@pytest.mark.parametrize("name", MOVES)
def test_a_transition_moves_what_its_style_says(view: SlideView, name: str) -> None:
    no = FIRST + NAMED.index(name)
    last(view, "")
    view.go(no)
    assert view.page.evaluate(f"{ENDS}({no}, '{MOVES[name][0]}')") == list(MOVES[name][1:])


def test_expressions_follow_the_clicks(view: SlideView) -> None:
    view.go(FOLLOWING)
    states = []
    for clicks in range(3):
        view.go(FOLLOWING, clicks)
        assert view.wait(f"slide.innerText.includes('{clicks} of 2')")
        states.append(view.look("[$('#expression').innerText, $('#shown') !== null]"))
    assert states == [["before", False], ["later", False], ["later", True]]


def test_variants_tell_forward_from_backward(view: SlideView) -> None:
    view.go(FOLLOWING - 1)
    view.page.press("ArrowRight")
    view.no = FOLLOWING
    assert view.wait("css('#varied', 'color') === 'rgb(239, 68, 68)'")
    assert view.css("#delayed", "transitionDelay") == "0.3s"
    view.go(FOLLOWING + 1)
    view.page.press("ArrowUp")
    view.no = FOLLOWING
    assert view.wait("css('#varied', 'color') === 'rgb(59, 130, 246)'")
    assert view.css("#delayed", "transitionDelay") == "0s"


PRESETS = {
    "slides": ("translate", "0px 20px", "0"),
    "own": ("translate", "-20px", "0.5"),
    "component": ("scale", "0.9", "0"),
    "styled": ("rotate", "10deg", "0.25"),
}


@pytest.mark.parametrize("name", PRESETS)
def test_what_is_hidden_waits_where_its_preset_says(view: SlideView, name: str) -> None:
    view.go(FOLLOWING + 1)
    name_of_style, value, opacity = PRESETS[name]
    target = (
        "*:has(> #component)"
        if name == "component" and view.look("!$('#component').matches('.slidev-vclick-target')")
        else f"#{name}"
    )
    view.wait("slide.getAnimations({ subtree: true }).length === 0")
    assert (view.css(target, name_of_style), view.css(target, "opacity")) == (value, opacity)


def test_the_deck_s_preset_is_for_slides_without_one(view: SlideView) -> None:
    view.go(FOLLOWING + 2)
    view.wait("slide.getAnimations({ subtree: true }).length === 0")
    assert view.css("#decks", "translate") == "0px -20px"
    view.go(FOLLOWING + 2, 1)
    assert view.wait("css('#decks', 'translate') === 'none' && css('#decks', 'opacity') === '1'")


def test_own_rules_know_the_state_of_a_click(view: SlideView) -> None:
    number = 4
    view.go(FOLLOWING + 1, number)
    total = view.page.evaluate(
        "document.querySelector('#app').__vue_app__._context.provides['$$slidev-context'].nav.clicksTotal"
    )
    assert total == number
    assert view.wait("css('#styled', 'color') === 'rgb(1, 2, 3)'")
    assert view.css("#styled", "transitionProperty") == "none"


def test_a_view_transition_is_the_browser_s(view: SlideView) -> None:
    view.go(SHARED)
    assert view.css("[style*='view-transition-name']", "viewTransitionName") == "shared"
    view.page.evaluate(
        "window.begun = 0; (start => { document.startViewTransition = turn => (begun++, start.call(document, turn)) })"
        "(document.startViewTransition)"
    )
    gone, came = seen(view, SHARED, SHARED + 1)
    assert view.page.wait("begun === 1")
    assert (gone, came) == ([], [])
