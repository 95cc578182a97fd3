"""Which files of a folder are decks."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

DECK = "slides.md"
SKIPPED = frozenset(["node_modules", "dist", "build", "venv"])
HEAD = 1 << 16
"""Bytes of a file that are looked at."""

HEADMATTER = re.compile(r"\ufeff?---[^\S\n]*\n(?P<keys>.*?)^---[^\S\n]*$(?P<rest>.*)", re.M | re.S)
DECK_KEYS = (
    "theme addons transition mdc comark drawings highlighter colorSchema aspectRatio canvasWidth themeConfig".split()
)
"""Keys of the headmatter that nothing but Slidev has."""

SLIDE_KEYS = "title layout class background".split()
"""Keys that other Markdown has as well: a deck if a second slide follows."""


def decks_in(folder: Path) -> list[Path]:
    """`slides.md` in a folder or below it, else the Markdown files in it that begin like a deck; by name."""
    return sorted(_named(folder)) or sorted(path for path in folder.glob("*.md") if _begins_like_a_deck(path))


def _named(folder: Path) -> Iterator[Path]:
    for current, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in SKIPPED and not name.startswith(".")]
        if DECK in files:
            yield Path(current) / DECK


def _begins_like_a_deck(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            text = stream.read(HEAD).decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return False
    found = HEADMATTER.match(text)
    if found is None:
        return False
    keys = {line.partition(":")[0] for line in found["keys"].split("\n")}
    return bool(keys & set(DECK_KEYS)) or ("\n---" in found["rest"] and bool(keys & set(SLIDE_KEYS)))
