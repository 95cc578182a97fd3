"""Where Slidev looks for a deck's own code: the folders of its theme, its addons and its entry (format F.2, F.3)."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.check.show import Show
from slidewright.roots.parts import SCRIPT_ENDINGS, named
from slidewright.roots.parts import text_of as text_at
from slidewright.vocabulary.components import OFFICIAL_THEMES
from slidewright.vocabulary.packages import short_name


class Known(NamedTuple):
    """The folders, the entry's last, and the official theme if it is one; not `is_complete` where one is not there."""

    folders: tuple[PurePosixPath, ...]
    official: str | None
    is_complete: bool


def roots(show: Show) -> Known:
    """The folders of a deck's code."""
    names = [short_name(package.name, "theme") for package in show.roots.packages if package.folder is None]
    official = next((name for name in names if name in OFFICIAL_THEMES), None)
    return Known(show.roots.folders, official, all(name in OFFICIAL_THEMES for name in names))


def text_of(show: Show, path: PurePosixPath) -> str:
    """The text of a file, empty where there is none to read."""
    return text_at(show.workspace, path)


def code(show: Show, *names: str) -> str:
    """The scripts of these names (`setup/main`) in all folders of a deck, one after the other."""
    files = tuple(f"{name}.{end}" for name in names for end in SCRIPT_ENDINGS)
    paths = named(show.workspace, show.roots.folders, files)
    return "\n".join(filter(None, (text_of(show, path) for path in paths)))
