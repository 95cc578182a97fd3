"""How long reading and checking take, as ratios within one run: the machine may be slow, the proportions stay."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

import pytest

from slidewright.load import load
from slidewright.parse.slides import parse
from slidewright.resolve import resolve
from slidewright.text import Source
from slidewright.workspace import MemoryWorkspace

pytestmark = pytest.mark.slow

IMPORTS = [sys.executable, "-c", "import click, yaml, markdown_it"]
BARE = [sys.executable, "-c", "pass"]
CHECK = [sys.executable, "-m", "slidewright", "check", "slides.md"]

TEXT_SLIDE = "# 第 {no} 页\n\n- one {no}\n- two *words*\n\n第一段文字，第二段文字。\n\n<!-- note {no} -->\n"
PICTURE_SLIDE = "---\nlayout: center\n---\n\n# {no}\n\n<img src='./img/{no}.png'/>\n\n来源：https://example.com/{no}\n"


def deck(slides: int) -> str:
    """Four slides of text to one with a picture, an address and frontmatter."""
    parts = []
    for no in range(slides):
        parts.append(PICTURE_SLIDE.format(no=no) if no % 5 == 4 else "---\n\n" + TEXT_SLIDE.format(no=no))
    return "\n".join(parts)


def fastest(work: Callable[[], object], runs: int, clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds of the fastest of some runs, garbage collected before and not during them."""
    found = []
    for _ in range(runs):
        gc.collect()
        gc.disable()
        start = clock()
        work()
        found.append(clock() - start)
        gc.enable()
    return min(found)


def process(command: list[str], folder: Path) -> Callable[[], object]:
    return lambda: subprocess.run(command, cwd=folder, capture_output=True, check=False)


def reading(slides: int) -> tuple[Callable[[], object], Callable[[], object]]:
    text = deck(slides)
    files: dict[str, str | bytes] = {"slides.md": text}
    files |= {f"img/{no}.png": b"" for no in range(4, slides, 5)}
    workspace = MemoryWorkspace(files)

    def parsed() -> object:
        return parse(Source(PurePosixPath("slides.md"), text))

    def resolved() -> object:
        return resolve(load(workspace, PurePosixPath("slides.md")), workspace)

    return parsed, resolved


def test_parsing_and_resolving_are_linear(capsys: pytest.CaptureFixture[str]) -> None:
    (small_parse, small), (large_parse, large) = reading(500), reading(5_000)
    parsed = [pair(small_parse, large_parse) for _ in range(3)]
    resolved = [pair(small, large) for _ in range(3)]
    with capsys.disabled():
        sys.stdout.write(
            f"\n5,000 slides: "
            f"parse {5_000 / min(many for _, many in parsed):,.0f} slides/s ({growth(parsed):.1f} x 500 slides), "
            f"parse and resolve {5_000 / min(many for _, many in resolved):,.0f} slides/s ({growth(resolved):.1f} x)\n"
        )
    assert growth(parsed) < 20  # ten is linear, a hundred quadratic; a busy machine's caches cost some
    assert growth(resolved) < 20


def pair(small: Callable[[], object], large: Callable[[], object]) -> tuple[float, float]:
    """CPU seconds of both, one right after the other: what else the machine does touches both alike."""
    return fastest(small, 3, time.process_time), fastest(large, 1, time.process_time)


def growth(pairs: Sequence[tuple[float, float]]) -> float:
    """How many times longer the large one takes, in the calmest of the pairs."""
    return min(many / few for few, many in pairs)


def test_check_takes_little_more_than_its_imports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "slides.md").write_text(deck(41), encoding="utf-8")
    check, imports, bare = (process(command, tmp_path) for command in (CHECK, IMPORTS, BARE))
    check()
    checking, importing, starting = fastest(check, 7), fastest(imports, 7), fastest(bare, 7)
    with capsys.disabled():
        sys.stdout.write(
            f"\ncheck of 41 slides: {checking / importing:.2f} x importing click, yaml and markdown_it, "
            f"{checking / starting:.1f} x a bare interpreter\n"
        )
    assert checking < 3 * importing


def test_many_decks_share_one_start(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(100):
        (tmp_path / f"deck{number:02}.md").write_text(deck(5), encoding="utf-8")
    names = sorted(path.name for path in tmp_path.glob("*.md"))
    check = CHECK[:-1]
    process([*check, names[0]], tmp_path)()
    together, alone = process([*check, *names], tmp_path), process([*check, names[0]], tmp_path)
    ratio = 100 * fastest(alone, 5) / fastest(together, 3)
    with capsys.disabled():
        sys.stdout.write(f"\n100 decks of 5 slides in one process: {ratio:.0f} x faster than one by one\n")
    assert ratio > 5


def test_a_long_deck_costs_little_more_than_its_slides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "slides.md").write_text(deck(1_025), encoding="utf-8")
    check, imports = process(CHECK, tmp_path), process(IMPORTS, tmp_path)
    check()
    ratio = fastest(check, 3) / fastest(imports, 5)
    with capsys.disabled():
        sys.stdout.write(f"\ncheck of 1,025 slides: {ratio:.1f} x importing click, yaml and markdown_it\n")
    assert ratio < 20
