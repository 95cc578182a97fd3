"""Totals and targets of each slide against those of the real Slidev 53.0.0, measured in its running page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from measured import DECKS, HERE

from slidewright.check.clicks import Clicks
from slidewright.check.show import Show
from slidewright.clicks import SlideClicks
from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.workspace import DiskWorkspace

Measured = tuple[str, float, float | None]

CASES = json.loads((HERE / "clicks.totals.json").read_text(encoding="utf-8"))
"""Slides from the second on: name, total, and the targets in the order of the page: text, start, end."""
MARKED = ("v-click", "v-clicks", "v-switch")
"""What carries its clicks in the page."""
OTHER_TEXTS = {
    "v-for": "the page has the numbers, the text has `{{ i }}`",
    "mermaid in v-click": "the page has a drawing",
    "arrow": "an arrow says nothing: the name of its element was noted",
}
RELATIVE_SWITCHES = {"v-switch at": 2, "v-switch with clicks inside": 1}
"""The page numbers what is in a switch from the switch's own click, which is so many later than the first."""


def counted(folder: Path, entry: str) -> Iterator[SlideClicks]:
    workspace = DiskWorkspace(folder)
    deck = load(workspace, PurePosixPath(entry))
    show = Show(deck, resolve(deck, workspace), workspace)
    parts = {(part.slide.source.path, part.slide.index): part for part in show.parts}
    clicks = Clicks(show)
    for slide in deck.slides:
        yield clicks.of(parts[slide.source.path, slide.source_slide.index], slide)


CLICKS = list(counted(DECKS / "clicks", "clicks.md"))[1:]


@pytest.mark.parametrize(("case", "clicks"), list(zip(CASES, CLICKS, strict=True)), ids=[case[0] for case in CASES])
def test_totals_and_targets_are_slidevs(case: tuple[str, int, list[Measured]], clicks: SlideClicks) -> None:
    name, total, targets = case
    later = RELATIVE_SWITCHES.get(name, 0)
    found = []
    for target in clicks.targets:
        if target.kind in MARKED:
            shift = later if target.kind == "v-switch" else 0
            found.append((target.text, target.start - shift, None if target.end is None else target.end - shift))
    assert clicks.total == total
    assert clicks.is_certain
    assert [times(target) for target in found] == [times(target) for target in targets]
    if name not in OTHER_TEXTS:
        assert [bare(target[0]) for target in found] == [bare(target[0]) for target in targets]


def times(target: Measured) -> tuple[float, float | None]:
    return target[1], target[2]


def bare(text: str) -> str:
    """A target's text as far as it was noted."""
    return "".join(text[:10].split())


def test_each_slide_of_the_feature_deck_has_as_many_states_as_slidev_drew(shared: Path) -> None:
    drawn: dict[int, int] = {}
    for picture in (shared / "reference/feature/default-clicks").glob("*-*.png"):
        number = int(picture.stem.partition("-")[0])
        drawn[number] = drawn.get(number, 0) + 1
    clicks = list(counted(shared / "reference/feature/deck", "slides.md"))
    assert {number: slide.states for number, slide in enumerate(clicks, 1)} == drawn
    assert len(clicks) == 51
