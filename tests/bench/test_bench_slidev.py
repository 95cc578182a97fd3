"""Builds beside the real `slidev build` of the same decks, in one run: wall and CPU seconds, and memory.

It needs what `tests/e2e/test_slidev_build.py` needs: SLIDEWRIGHT_SLIDEV_LAB with Slidev installed, and `node`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from slidewright.resources import bundle_folder

LAB = os.environ.get("SLIDEWRIGHT_SLIDEV_LAB", "")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not LAB or not shutil.which("node"), reason="SLIDEWRIGHT_SLIDEV_LAB names no installed Slidev"),
    pytest.mark.skipif(
        not (bundle_folder() / "manifest.json").is_file(), reason="the JavaScript bundles are not built here"
    ),
]


class Cost(NamedTuple):
    """Seconds on the clock and of processors, and the memory of the largest process in MB."""

    wall: float
    cpu: float
    memory: float


MEASURE = """\
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10))
"""


def cost(command: list[str], folder: Path, cache: Path) -> Cost:
    """What one run takes, the processes that it starts included: a process of its own looks after each."""
    environment = {**os.environ, "SLIDEWRIGHT_CACHE_DIR": str(cache)}
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *command],
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    wall = time.perf_counter() - start
    cpu, memory = map(float, done.stdout.split())
    return Cost(wall, cpu, memory)


def ours(folder: Path, cache: Path) -> Cost:
    command = [sys.executable, "-m", "slidewright", "build", "slides.md", "-o", str(cache.with_suffix(".html"))]
    return cost(command, folder, cache)


def theirs(folder: Path, project: Path) -> Cost:
    command = [sys.executable, "-m", "slidewright", "build", "slides.md", "--to", "slidev", "-o", str(project)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    shutil.copytree(Path(LAB) / "node_modules", project / "node_modules", symlinks=True, copy_function=os.link)
    node = shutil.which("node")
    assert node is not None
    return cost([node, "node_modules/@slidev/cli/bin/slidev.mjs", "build"], project, project)


def told(name: str, one: Cost, other: Cost) -> str:
    ratios = (there / here for here, there in zip(one, other, strict=True))
    figures = f"{name:6} {one.wall:6.2f} s, {one.cpu:6.2f} s CPU, {one.memory:6.0f} MB"
    return figures + "  (slidev: {:.1f} x, {:.1f} x, {:.1f} x)".format(*ratios)


@pytest.mark.parametrize("name", ["user", "feature"])
def test_builds_beside_slidev(shared: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "deck"
    if name == "user":
        folder.mkdir()
        shutil.copy(shared / "seed/slides.md", folder)
    else:
        shutil.copytree(shared / "reference/feature/deck", folder)
    slidev = theirs(folder, tmp_path / "project")
    caches = [tmp_path / f"cache{number}" for number in range(3)]
    cold = min((ours(folder, cache) for cache in caches), key=lambda found: found.cpu)
    warm = min((ours(folder, caches[0]) for _ in range(5)), key=lambda found: found.cpu)
    with capsys.disabled():
        lines = [f"{'slidev':6} {slidev.wall:6.2f} s, {slidev.cpu:6.2f} s CPU, {slidev.memory:6.0f} MB"]
        lines += [told("cold", cold, slidev), told("warm", warm, slidev)]
        sys.stdout.write("\n".join(["", f"{name} deck", *lines, ""]))
    assert cold.cpu < slidev.cpu
    assert warm.cpu < cold.cpu
    assert cold.memory < slidev.memory
