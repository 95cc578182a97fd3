from __future__ import annotations

import time
from pathlib import PurePosixPath

import pytest

from slidewright.check import Show
from slidewright.check.assets.places import Places
from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.workspace import MemoryWorkspace


def seconds(piece: str, count: int) -> float:
    workspace = MemoryWorkspace({"slides.md": f"# One\n\n---\n\n{piece * count}", "a.png": b"x"})
    deck = load(workspace, PurePosixPath("slides.md"))
    show = Show(deck, resolve(deck, workspace), workspace)
    assert len(show.resolutions.items) == count
    start = time.process_time()
    places = Places(show)
    for resolved in show.resolutions:
        places.of(resolved)
    return time.process_time() - start


@pytest.mark.parametrize(
    "piece", ["![](./a.png)\n", "<img src='./a.png' class='w-80'>\n", "<div><img src='./a.png' w-full>\n"]
)
def test_the_places_of_many_pictures_take_time_in_proportion(piece: str) -> None:
    few, many = (min(seconds(piece, count) for _ in range(3)) for count in (400, 4_000))
    assert many < 40 * few + 0.05
