"""The real `slidev build` on projects that we make.

It needs Node 22 and Slidev's packages, hundreds of megabytes: name a folder in SLIDEWRIGHT_SLIDEV_LAB that holds
`node_modules` installed from such a project's `package.json`, and have `node` on the path.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from slidewright.cli.decks import open_deck
from slidewright.render.slidev import render_slidev
from slidewright.write import write_folder

REPOSITORY = Path(__file__).parents[2]
LAB = os.environ.get("SLIDEWRIGHT_SLIDEV_LAB", "")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000154a24f5f0000000049454e44ae426082"
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not LAB or not shutil.which("node"), reason="SLIDEWRIGHT_SLIDEV_LAB names no installed Slidev"),
]


def build(deck: Path, folder: Path) -> None:
    opened = open_deck(deck)
    write_folder(render_slidev(opened.deck, opened.resolutions, opened.workspace), folder)
    shutil.copytree(Path(LAB) / "node_modules", folder / "node_modules", symlinks=True, copy_function=os.link)
    done = subprocess.run(
        ["node", "node_modules/@slidev/cli/bin/slidev.mjs", "build"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert (folder / "dist/index.html").is_file()


def test_the_example_talk_builds(tmp_path: Path) -> None:
    build(REPOSITORY / "slides/slides.md", tmp_path / "talk")


def test_the_users_deck_builds_with_placeholders(shared: Path, tmp_path: Path) -> None:
    build(shared / "seed/slides.md", tmp_path / "seed")


def test_the_users_deck_builds_with_its_images(shared: Path, tmp_path: Path) -> None:
    deck = tmp_path / "deck/slides.md"
    deck.parent.mkdir()
    shutil.copy(shared / "seed/slides.md", deck)
    for item in open_deck(deck).resolutions:
        if item.reference.syntax == "html:img:src":
            (deck.parent / item.reference.target).write_bytes(PIXEL)
    build(deck, tmp_path / "project")
