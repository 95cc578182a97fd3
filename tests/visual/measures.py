"""The pictures of a built deck, measured against the reference: its numbers always, its pixels where they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from chromium import Browser
from explained import Bar
from fingerprint import Grid, changed, grid, kept
from likeness import Pixels, share, similarity
from photographs import Series, photographs, pixels


@dataclass(frozen=True, slots=True)
class Measure:
    """What a picture differs by: percent of its cells; with the reference at hand, percent of its pixels, and SSIM."""

    cells: float
    share: float = 0
    similarity: float = 1

    def meets(self, bar: Bar) -> bool:
        """Whether it is as like as the bar asks."""
        return self.cells <= bar.cells and self.share <= bar.share and self.similarity >= bar.similarity


def measured(browser: Browser, page: Path, series: Series, references: Path | None) -> dict[str, Measure]:
    """A measure of each picture that the page shows."""
    known = kept()[series.name]
    folder = references and references / series.name
    taken = photographs(browser, page, series, len(known), scale=2 if folder else 1)
    return {name: _measure(own, known.get(name), folder and folder / f"{name}.png") for name, own in taken}


def _measure(own: Pixels, cells: Grid | None, reference: Path | None) -> Measure:
    if cells is None:
        return Measure(cells=100)
    if reference is None:
        return Measure(changed(grid(own), cells))
    theirs = pixels(reference)
    percent = share(own, theirs)
    return Measure(changed(grid(own), cells), percent, similarity(own, theirs) if percent else 1)
