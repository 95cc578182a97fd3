"""How soon `slidewright serve` shows a deck and each edit of it, and that its memory stays flat, in Chromium.

Beside Slidev's own preview where SLIDEWRIGHT_SLIDEV_LAB names an installed one; else beside references of the same run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

import pytest
from chromium import Browser, Page, required
from memory import page_bytes, tree_bytes
from preview_deck import KINDS, Deck, make_deck, mark
from previews import OFFLINE, OURS, Program, shown, slidev

from slidewright.resources import bundle_folder

LAB = os.environ.get("SLIDEWRIGHT_SLIDEV_LAB", "")
COPIES = {"user": 1, "large": 25}  # of a deck of 41 slides
EDITS = 50 if LAB else 3  # of each kind
BUILD = [sys.executable, "-m", "slidewright", "build", "slides.md", "-o", "page.html"]
SHOWN_BY_SLIDEV = KINDS[:3]  # a replaced picture only after a reload of the page
ALL_OPENED = "slidewright.liveSlides.slides.value.every(route => route.meta.__preloaded)"
EMPTY = "<!DOCTYPE html><title>empty</title><h1>hello</h1>"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(
        not (bundle_folder() / "manifest.json").is_file(), reason="the JavaScript bundles are not built here"
    ),
]
with_slidev = pytest.mark.skipif(
    not LAB or not shutil.which("node"), reason="SLIDEWRIGHT_SLIDEV_LAB names no installed Slidev"
)


class Figures(NamedTuple):
    """Seconds until the second slide is painted, without and with caches, and from saves to their frames, by kind."""

    cold: float
    start: float
    edits: dict[str, list[float]]


def none() -> None:
    """Nothing, between rounds of edits."""


@pytest.fixture
def browser() -> Iterator[Browser]:
    with Browser(required(), OFFLINE) as browser:
        yield browser


@pytest.fixture(params=COPIES)
def deck(request: pytest.FixtureRequest, shared: Path, tmp_path: Path) -> Deck:
    seed = (shared / "seed/slides.md").read_text(encoding="utf-8")
    return make_deck(tmp_path / request.param, seed, COPIES[request.param])


def measured(
    program: Program, deck: Deck, browser: Browser, kinds: tuple[str, ...] = KINDS, between: Callable[[], None] = none
) -> Figures:
    """Start a program without caches, then with them, and edit the slide on show; something else between rounds."""
    cache = deck.folder.with_name("cache")
    starts = []
    edits: dict[str, list[float]] = {kind: [] for kind in kinds}
    for rounds in (0, 0, EDITS) if LAB else (0, EDITS):
        deck.restore()
        between()
        with shown(program, deck.folder, browser.page(1280, 720), cache) as preview:
            starts.append(preview.start)
            time.sleep(3 if rounds else 0)  # the client opens further slides after three seconds
            for number, kind in enumerate(kinds * rounds, 1_000):
                edits[kind].append(preview.save(*deck.edit(kind, number), mark(number)))
                if kind == kinds[-1]:
                    between()
    return Figures(starts[0], min(starts[1:]), edits)


def p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20, method="inclusive")[-1]


def table(name: str, figures: Figures) -> list[str]:
    lines = [f"{name:12} start {figures.cold:6.2f} s, with caches {figures.start:6.2f} s"]
    for kind, seconds in figures.edits.items():
        lines.append(f"{'':12} {kind:12} p50 {median(seconds) * 1000:5.0f} ms, p95 {p95(seconds) * 1000:5.0f} ms")
    return lines


def tell(capsys: pytest.CaptureFixture[str], *lines: str) -> None:
    with capsys.disabled():
        sys.stdout.write("\n".join(["", *lines, ""]))


@with_slidev
def test_shows_a_deck_and_its_edits_sooner_than_slidev(
    deck: Deck, browser: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = measured(OURS, deck, browser)
    theirs = measured(slidev(Path(LAB), deck.folder), deck, browser, SHOWN_BY_SLIDEV)
    tell(capsys, f"{deck.folder.name} deck", *table("slidewright", ours), *table("slidev", theirs))
    assert ours.start < theirs.start / 6
    for kind, seconds in theirs.edits.items():
        assert median(ours.edits[kind]) < median(seconds), kind


def empty_page(page: Page, folder: Path) -> float:
    """Seconds of an empty page's load."""
    (folder / "empty.html").write_text(EMPTY, encoding="utf-8")
    start = time.perf_counter()
    page.open((folder / "empty.html").as_uri())
    return time.perf_counter() - start


class Reference:
    """Seconds of the same deck's builds, each in a process of its own, and of an empty page's loads."""

    def __init__(self, deck: Deck, page: Page) -> None:
        self._folder, self._page = shutil.copytree(deck.folder, deck.folder.with_name("reference")), page
        self.builds: list[float] = []
        self.pages: list[float] = []
        self.take()
        self.builds.clear()  # the first fills the cache

    def take(self) -> None:
        environment = {**os.environ, "SLIDEWRIGHT_CACHE_DIR": str(self._folder.with_name("cache of the reference"))}
        start = time.perf_counter()
        subprocess.run(BUILD, cwd=self._folder, env=environment, check=True, capture_output=True)
        self.builds.append(time.perf_counter() - start)
        self.pages.append(empty_page(self._page, self._folder))


@pytest.mark.skipif(bool(LAB), reason="Slidev itself is there to compare with")
def test_shows_a_deck_and_its_edits_soon(deck: Deck, browser: Browser, capsys: pytest.CaptureFixture[str]) -> None:
    reference = Reference(deck, browser.page())
    ours = measured(OURS, deck, browser, between=reference.take)
    build, page = median(reference.builds), median(reference.pages)
    references = f"a build with caches {build:.2f} s, an empty page {page:.2f} s"
    tell(capsys, f"{deck.folder.name} deck: {references}", *table("slidewright", ours))
    assert ours.start < 6 * (build + page)
    for kind, seconds in ours.edits.items():
        assert median(seconds) < build, kind


def test_memory_stays_flat_over_many_edits(
    shared: Path, tmp_path: Path, browser: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    if not Path("/proc/self/status").is_file():
        pytest.skip("no /proc to read the memory of processes from")
    early, late = (200, 1_000) if LAB else (20, 60)
    deck = make_deck(tmp_path / "user", (shared / "seed/slides.md").read_text(encoding="utf-8"), 1)
    used = {}
    with shown(OURS, deck.folder, browser.page(1280, 720), tmp_path / "cache") as preview:
        preview.page.wait(ALL_OPENED, 60)  # only then has the page all that it keeps
        time.sleep(2)
        for number in range(1, late + 1):
            preview.save(*deck.edit(KINDS[number % 3], number), mark(number), quiet=0.02)
            if number in (early, late):
                used[number] = tree_bytes(preview.process.pid), page_bytes(preview.page)
    figures = (f"{count} edits: server {mb(tree)}, page {mb(page)}" for count, (tree, page) in used.items())
    tell(capsys, *figures)
    for before, after in zip(used[early], used[late], strict=True):
        assert after < 1.25 * before


def mb(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
