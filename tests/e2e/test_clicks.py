"""Clicks in Chromium: each slide of the measured deck has Slidev's total and shows what the model says at each."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from chromium import Page

from slidewright.check.clicks import Clicks
from slidewright.check.show import Show
from slidewright.clicks import SlideClicks
from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.workspace import DiskWorkspace

pytestmark = pytest.mark.browser

COMPAT = Path(__file__).parents[1] / "compat"
CASES = json.loads((COMPAT / "clicks.totals.json").read_text(encoding="utf-8"))
SEEN = ("v-click", "v-click-hide", "v-after", "v-clicks", "v-switch")
TWICE = {"v-click in v-clicks div": "two directives on one element: the page shows what the one that changed last says"}

# Totals, and for each click whether each target is seen, of one slide.
PLAYED = """(async no => {
  const nav = document.querySelector('#app').__vue_app__._context.provides['$$slidev-context'].nav
  const settled = () => new Promise(done => setTimeout(done, 20))
  const slide = () => document.querySelector(`#slide-content .slidev-page-${no}`)
  await nav.go(no, 0, true)
  for (let tries = 0; tries < 200 && !(nav.currentPage === no && slide()?.firstElementChild); tries++)
    await settled()
  await settled()
  const states = []
  for (let click = 0; click <= nav.clicksTotal; click++) {
    await nav.go(no, click)
    await settled()
    const targets = [...slide().querySelectorAll('.slidev-vclick-target')]
      .filter(element => !element.closest('.slidev-katex-wrapper .katex'))
    states.push(targets.map(element => !element.matches('.slidev-vclick-hidden, .slidev-vclick-display-none')))
  }
  return { total: nav.clicksTotal, start: nav.clicksStart, states }
})"""


@pytest.fixture(scope="module")
def deck(build: Callable[..., Path]) -> Path:
    return build({"slides.md": (COMPAT / "decks/clicks/clicks.md").read_text(encoding="utf-8")})


@pytest.fixture(scope="module")
def counted() -> list[SlideClicks]:
    workspace = DiskWorkspace(COMPAT / "decks/clicks")
    deck = load(workspace, PurePosixPath("clicks.md"))
    show = Show(deck, resolve(deck, workspace), workspace)
    clicks = Clicks(show)
    return [clicks.of(part) for part in show.parts]


def expected(clicks: SlideClicks) -> dict[str, Any]:
    targets = [target for target in clicks.targets if target.kind in SEEN]
    shown = range(int(clicks.total) + 1)
    states = [[target.is_shown(max(click, clicks.first)) for target in targets] for click in shown]
    return {"total": clicks.total, "start": clicks.first, "states": states}


def test_every_click_shows_what_the_model_says(page: Page, deck: Path, counted: list[SlideClicks]) -> None:
    page.open(f"{deck.as_uri()}#/1")
    page.wait("document.querySelector('.slidev-page-1 *')")
    told = (deck.parent / "stderr.txt").read_text(encoding="utf-8")
    differing = {}
    for no, ((name, total, _), clicks) in enumerate(zip(CASES, counted[1:], strict=True), 2):
        played = page.evaluate(f"{PLAYED}({no})")
        if name in TWICE:
            assert played["total"] == total
        elif name.startswith("magic") and "magic moves are not played yet" in told:
            assert played["total"] <= total
        elif played != expected(clicks):
            differing[name] = (played, expected(clicks))
    assert differing == {}
