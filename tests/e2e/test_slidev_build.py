"""The real `slidev build` on projects that we make.

It needs Node 22 and Slidev's packages, hundreds of megabytes: name a folder in SLIDEWRIGHT_SLIDEV_LAB that holds
`node_modules` installed from such a project's `package.json`, and have `node` on the path.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from html import escape
from pathlib import Path
from urllib.parse import quote

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

NAMES = ("a b.png", "100%.png", "a%20b.png", "h#1.png", "q?x.png", "图 片.png", "a&b.png", "a'b.png", "par(1)[2].png")
HOSTILE = """\
<script setup>
import word from '../shared/word'
</script>

# {{ word }}

<Counter />

<img src=".\\img\\a.png"> <img src="../../../etc/hostname"> ![](/etc/hostname) [link](./paper.pdf)

<svg><use href="img/sprite.svg#x"/></svg> <video src="gone.mp4"/> <source srcset="./gone.png 1x, img/a.png 2x">

<style>
@import './gone.css';
h1 { background: url(img/a.png); }
</style>

---
layout: mine
background: ./gone.jpg
---

<<< ../../../etc/passwd

<<< ./gone.py#region {all}

---
src: ./gone.md
---

---
src: ../../../etc/hostname
---
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not LAB or not shutil.which("node"), reason="SLIDEWRIGHT_SLIDEV_LAB names no installed Slidev"),
]


def written(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


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


def test_odd_names_build(tmp_path: Path) -> None:
    ways = [f'<img src="./{escape(name)}">\n\n![](<./{name}>)\n\n![]({quote(name)})' for name in NAMES]
    slides = "\n\n---\n\n".join(ways)
    written(tmp_path / "deck", {"slides.md": slides, **dict.fromkeys(NAMES, PIXEL)})
    build(tmp_path / "deck/slides.md", tmp_path / "project")


def test_a_deck_that_slidev_refuses_builds(tmp_path: Path) -> None:
    """Missing and hostile paths of every kind; a theme, an addon and code from outside the deck's folder."""
    head = "---\ntheme: ../theme\naddons: [./addon]\nmdc: true\n---\n\n"
    files: dict[str, str | bytes] = {
        ".git/HEAD": "",
        "talk/deck.md": head + HOSTILE,
        "talk/img/a.png": PIXEL,
        "talk/img/sprite.svg": '<svg xmlns="http://www.w3.org/2000/svg"><g id="x"/></svg>',
        "talk/paper.pdf": b"%PDF",
        "talk/components/Counter.vue": "<script setup>import n from '../lib/n'</script><template>{{ n }}</template>",
        "talk/lib/n.ts": "export default 1",
        "talk/addon/components/Extra.vue": "<template>x</template>",
        "shared/word.ts": "export { default } from './deep'",
        "shared/deep.ts": "export default 'word'",
        "theme/package.json": '{"name": "slidev-theme-own", "version": "1.0.0"}',
        "theme/layouts/mine.vue": "<template><div class='slidev-layout'><slot/></div></template>",
    }
    written(tmp_path, files)
    build(tmp_path / "talk/deck.md", tmp_path / "project")
    copied = (path.read_bytes() for path in (tmp_path / "project").rglob("*") if path.is_file() and path.stat().st_size)
    assert Path("/etc/hostname").read_bytes() not in set(copied)
