"""How long reading and checking take, as ratios within one run: the machine may be slow, the proportions stay."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
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


def fastest(work: Callable[[], object], runs: int) -> float:
    """Seconds of the fastest of some runs."""
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
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
    few, many = fastest(small, 3), fastest(large, 2)
    few_parsed, many_parsed = fastest(small_parse, 3), fastest(large_parse, 2)
    with capsys.disabled():
        sys.stdout.write(
            f"\n5,000 slides: parse {5_000 / many_parsed:,.0f} slides/s ({many_parsed / few_parsed:.1f} x 500 slides), "
            f"parse and resolve {5_000 / many:,.0f} slides/s ({many / few:.1f} x)\n"
        )
    assert many_parsed < 14 * few_parsed
    assert many < 14 * few


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
