"""Which files of a folder are decks: what git ignores is passed over."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

DECK = "slides.md"
SKIPPED = frozenset(["node_modules", "dist", "build", "venv"])
HEAD = 1 << 16
"""Bytes of a file that are looked at."""

HEADMATTER = re.compile(r"\ufeff?---[^\S\n]*\n(?P<keys>.*?)^---[^\S\n]*$(?P<rest>.*)", re.M | re.S)
DECK_KEYS = frozenset(
    "theme addons transition mdc comark drawings highlighter colorSchema aspectRatio canvasWidth themeConfig".split()
)
"""Keys of the headmatter that hardly anything but Slidev has."""

SLIDE_KEYS = frozenset("title layout class background".split())
"""Keys that other Markdown has as well: a deck if a second slide follows."""

FOREIGN_KEYS = frozenset(["marp", "revealOptions", "permalink"])
"""Keys of other tools' Markdown."""

Ignored = tuple[Path, "GitIgnoreSpec"]


def decks_in(folder: Path, exclude: Sequence[str] = ()) -> list[Path]:
    """The decks in a folder and below it, by name: `slides.md`, and Markdown whose headmatter only Slidev has.

    Where there is neither, the Markdown files in the folder itself that begin like slides. `exclude` are globs of
    absolute paths, in the form of `.gitignore`.
    """
    files = sorted(_files(folder, exclude))
    decks = [path for path in files if path.name == DECK or _headmatter_keys(path)[0] & DECK_KEYS]
    return decks or [path for path in files if path.parent == folder and _begins_like_slides(path)]


def _files(folder: Path, exclude: Sequence[str]) -> Iterator[Path]:
    ignored = [*_ignored_above(folder), *_excluded(exclude)]
    for name, folders, files in os.walk(folder):
        current = Path(name)
        if ".gitignore" in files:
            ignored += _read_ignored(current)
        folders[:] = [
            name
            for name in folders
            if name not in SKIPPED and not name.startswith(".") and not _is_ignored(current / name, ignored, "/")
        ]
        yield from (
            current / name for name in files if name.endswith(".md") and not _is_ignored(current / name, ignored)
        )


def _ignored_above(folder: Path) -> Iterator[Ignored]:
    """The `.gitignore` files between a repository's root and a folder in it, outermost first."""
    absolute = folder.resolve()
    places = (absolute, *absolute.parents)
    root = next((number for number, place in enumerate(places) if (place / ".git").exists()), 0)
    for place in reversed(places[1 : root + 1]):
        yield from _read_ignored(place)


def _excluded(exclude: Sequence[str]) -> list[Ignored]:
    from pathspec import GitIgnoreSpec

    return [(Path(Path.cwd().anchor), GitIgnoreSpec.from_lines(exclude))] if exclude else []


def _read_ignored(folder: Path) -> list[Ignored]:
    from pathspec import GitIgnoreSpec

    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return [(folder.resolve(), GitIgnoreSpec.from_lines(lines))]


def _is_ignored(path: Path, ignored: Sequence[Ignored], end: str = "") -> bool:
    """Is a path ignored? The innermost file that speaks of it decides."""
    absolute = path.parent.resolve() / path.name
    for folder, spec in reversed(ignored):
        if absolute.is_relative_to(folder):
            verdict = spec.check_file(f"{absolute.relative_to(folder).as_posix()}{end}").include
            if verdict is not None:
                return verdict
    return False


def _headmatter_keys(path: Path) -> tuple[frozenset[str], bool]:
    """The top-level keys that a file begins with, and whether a second slide follows; none of another tool's file."""
    try:
        if not path.is_file():
            return frozenset(), False
        with path.open("rb") as stream:
            text = stream.read(HEAD).decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return frozenset(), False
    found = HEADMATTER.match(text)
    if found is None:
        return frozenset(), False
    keys = frozenset(line.partition(":")[0] for line in found["keys"].split("\n"))
    return (frozenset(), False) if keys & FOREIGN_KEYS else (keys, "\n---" in found["rest"])


def _begins_like_slides(path: Path) -> bool:
    keys, is_followed = _headmatter_keys(path)
    return is_followed and bool(keys & SLIDE_KEYS)
