"""How soon `slidewright serve` shows a deck and each edit of it, and that its memory stays flat, in Chromium.

Beside Slidev's own preview where SLIDEWRIGHT_SLIDEV_LAB names an installed one; else beside references of the same run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

import pytest
from chromium import Browser, Page, required
from click.testing import CliRunner
from memory import page_bytes, tree_bytes
from preview_deck import KINDS, Deck, make_deck, mark
from previews import OFFLINE, OURS, Program, shown, slidev

from slidewright.cli import main
from slidewright.resources import bundle_folder

LAB = os.environ.get("SLIDEWRIGHT_SLIDEV_LAB", "")
COPIES = {"user": 1, "large": 25}  # of a deck of 41 slides
EDITS = 15 if LAB else 6  # of each kind
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


@pytest.fixture
def browser() -> Iterator[Browser]:
    with Browser(required(), OFFLINE) as browser:
        yield browser


@pytest.fixture(params=COPIES)
def deck(request: pytest.FixtureRequest, shared: Path, tmp_path: Path) -> Deck:
    seed = (shared / "seed/slides.md").read_text(encoding="utf-8")
    return make_deck(tmp_path / request.param, seed, COPIES[request.param])


def measured(program: Program, deck: Deck, browser: Browser, kinds: tuple[str, ...] = KINDS) -> Figures:
    """Start a program without caches, then with them, and edit the slide on show."""
    cache = deck.folder.with_name("cache")
    starts, edits = [], {}
    for is_last in (False, False, True):
        deck.restore()
        with shown(program, deck.folder, browser.page(1280, 720), cache) as preview:
            starts.append(preview.start)
            if is_last:
                time.sleep(3)  # the client opens further slides after three seconds
                edits = {kind: [preview.save(*deck.edit(kind, no), mark(no)) for no in numbers(kind)] for kind in kinds}
    return Figures(starts[0], min(starts[1:]), edits)


def numbers(kind: str) -> range:
    """Of the edits of one kind: each is another one."""
    first = 1_000 + 100 * KINDS.index(kind)
    return range(first, first + EDITS)


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
    theirs = measured(slidev(Path(LAB), deck.folder), deck, browser, ("text", "frontmatter", "code"))
    tell(capsys, f"{deck.folder.name} deck", *table("slidewright", ours), *table("slidev", theirs))
    assert ours.start < theirs.start / 6
    for kind, seconds in theirs.edits.items():
        assert p95(ours.edits[kind]) < median(seconds) / 2, kind


def empty_page(page: Page, folder: Path) -> float:
    """Seconds of an empty page's load."""
    (folder / "empty.html").write_text(EMPTY, encoding="utf-8")
    start = time.perf_counter()
    page.open((folder / "empty.html").as_uri())
    return time.perf_counter() - start


def build_here(deck: Deck, cache: Path, monkeypatch: pytest.MonkeyPatch) -> float:
    """Seconds of a build in this process, nothing changed since the one before."""
    monkeypatch.setenv("SLIDEWRIGHT_CACHE_DIR", str(cache))
    monkeypatch.chdir(deck.folder)
    command = ["build", "slides.md", "-o", str(cache / "page.html")]
    times = []
    for _ in range(3):
        start = time.perf_counter()
        done = CliRunner().invoke(main, command)
        times.append(time.perf_counter() - start)
        assert done.exit_code == 0, done.output
    return min(times[1:])


def build_elsewhere(deck: Deck, cache: Path) -> float:
    """Seconds of a process that builds it, nothing changed."""
    environment = {**os.environ, "SLIDEWRIGHT_CACHE_DIR": str(cache)}
    command = [sys.executable, "-m", "slidewright", "build", "slides.md", "-o", str(cache / "page.html")]
    start = time.perf_counter()
    subprocess.run(command, cwd=deck.folder, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


@pytest.mark.skipif(bool(LAB), reason="Slidev itself is there to compare with")
def test_shows_a_deck_and_its_edits_soon(
    deck: Deck,
    browser: Browser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ours = measured(OURS, deck, browser)
    here = build_here(deck, tmp_path / "cache", monkeypatch)
    floor = build_elsewhere(deck, tmp_path / "cache") + min(empty_page(browser.page(), tmp_path) for _ in range(3))
    references = f"a warm build {here:.2f} s; with an empty page and the start of Python {floor:.2f} s"
    tell(capsys, f"{deck.folder.name} deck: {references}", *table("slidewright", ours))
    assert ours.start < 4 * floor
    for kind, seconds in ours.edits.items():
        assert median(seconds) < 2 * here, kind


def test_memory_stays_flat_over_many_edits(
    shared: Path, tmp_path: Path, browser: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    if not Path("/proc/self/status").is_file():
        pytest.skip("no /proc to read the memory of processes from")
    early, late = (200, 1_000) if LAB else (20, 60)
    deck = make_deck(tmp_path / "user", (shared / "seed/slides.md").read_text(encoding="utf-8"), 1)
    used = {}
    with shown(OURS, deck.folder, browser.page(1280, 720), tmp_path / "cache") as preview:
        for number in range(1, late + 1):
            preview.save(*deck.edit(KINDS[number % 3], number), mark(number), quiet=0.02)
            if number in (early, late):
                used[number] = tree_bytes(preview.process.pid), page_bytes(preview.page)
    figures = (f"{count} edits: server {mb(tree)}, page {mb(page)}" for count, (tree, page) in used.items())
    tell(capsys, *figures)
    for before, after in zip(used[early], used[late], strict=True):
        assert after < 1.2 * before


def mb(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
