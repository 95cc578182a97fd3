"""Where Slidev looks for a deck's own code: the folders of its theme, its addons and its entry (format F.2, F.3)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.check.packages import addons, theme
from slidewright.check.show import Show
from slidewright.errors import InputError
from slidewright.vocabulary.components import OFFICIAL_THEMES
from slidewright.vocabulary.packages import short_name
from slidewright.workspace import Kind

SCRIPTS = ("ts", "js", "mts", "mjs")
DEEPEST = 6
"""Folders below `components/` that are looked into."""


class Roots(NamedTuple):
    """The folders, the entry's last, and the official theme if it is one; not `is_complete` where one is not there."""

    folders: tuple[PurePosixPath, ...]
    official: str | None
    is_complete: bool


def roots(show: Show) -> Roots:
    """The folders of a deck's code."""
    packages = [package for package in (theme(show), *addons(show)) if package is not None]
    names = [short_name(package.name, "theme") for package in packages if package.folder is None]
    official = next((name for name in names if name in OFFICIAL_THEMES), None)
    folders = tuple(package.folder for package in packages if package.folder is not None)
    return Roots((*folders, show.deck.folder), official, all(name in OFFICIAL_THEMES for name in names))


def text_of(show: Show, path: PurePosixPath) -> str:
    """The text of a file, empty where there is none to read."""
    try:
        return show.workspace.read(path).text if show.workspace.exists(path) else ""
    except InputError:
        return ""


def code(show: Show, *names: str) -> str:
    """The scripts of these names (`setup/main`) in all folders of a deck, one after the other."""
    paths = (root / f"{name}.{end}" for root in roots(show).folders for name in names for end in SCRIPTS)
    return "\n".join(filter(None, (text_of(show, path) for path in paths)))


def files(show: Show, folder: PurePosixPath, deepest: int = DEEPEST) -> Iterator[PurePosixPath]:
    """The files below a folder."""
    for name in sorted(show.workspace.names(folder)):
        kind = show.workspace.kind(folder / name)
        if kind is Kind.FILE:
            yield folder / name
        elif kind is Kind.FOLDER and deepest and name != "node_modules":
            yield from files(show, folder / name, deepest - 1)
