from __future__ import annotations

import gc
import weakref
from pathlib import PurePosixPath

from slidewright.check import Show
from slidewright.check.assets.places import canvas
from slidewright.check.assets.shown import asset_file, loaded_assets, shown_pictures
from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.workspace import MemoryWorkspace


def show(files: dict[str, str | bytes]) -> Show:
    workspace = MemoryWorkspace(files)
    deck = load(workspace, PurePosixPath("slides.md"))
    return Show(deck, resolve(deck, workspace), workspace)


DECK = """---
background: /a.png
favicon: /f.ico
---

![](./b.png) <video src="/c.mp4" poster="/d.png" /> <svg><use href="/e.svg#x" /></svg>

[g](/g.png) <Editor src="/h.ts" />
"""
FILES = {f"public/{name}": b"x" for name in ("a.png", "c.mp4", "d.png", "e.svg", "f.ico", "g.png", "h.ts")}


def test_pictures_are_what_is_shown_as_one() -> None:
    found = [str(file.path) for _, file in shown_pictures(show({**FILES, "slides.md": DECK, "b.png": b"x"}))]
    assert found == ["public/a.png", "public/f.ico", "b.png", "public/d.png"]


def test_loaded_is_whatever_a_browser_asks_for_without_a_click() -> None:
    found = {file.path.name for _, file in loaded_assets(show({**FILES, "slides.md": DECK, "b.png": b"x"}))}
    assert found == {"a.png", "f.ico", "b.png", "c.mp4", "d.png", "e.svg"}


def test_a_file_is_one_for_all_rules_and_forgotten_with_the_show() -> None:
    shown = show({"slides.md": "![](./a.png)", "a.png": b"x"})
    path = PurePosixPath("a.png")
    assert asset_file(shown, path) is asset_file(shown, path)
    kept = weakref.ref(asset_file(shown, path))
    del shown
    gc.collect()
    assert kept() is None


def test_the_canvas_is_the_headmatters() -> None:
    assert canvas(show({"slides.md": "# One"})) == (980, 552)
    assert canvas(show({"slides.md": "---\ncanvasWidth: 800\naspectRatio: 4/3\n---\n"})) == (800, 600)
    assert canvas(show({"slides.md": "---\ncanvasWidth: wide\naspectRatio: tall\n---\n"})) == (980, 552)
