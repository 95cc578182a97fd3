"""The deck as it stands on the disk, read again and again: what has not changed is not read anew."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from slidewright.load import load
from slidewright.model import Deck
from slidewright.parse.remembered import RememberedSlides
from slidewright.resolve import resolve
from slidewright.resolve.outcomes import Resolutions
from slidewright.resolve.remembered import RememberedReadings
from slidewright.workspace import DiskWorkspace, project_root


class ReadDeck(NamedTuple):
    """A deck with its files and what its references lead to."""

    deck: Deck
    resolutions: Resolutions
    workspace: DiskWorkspace


class DeckReader:
    """Reads one deck; `root` is the project's folder, by default the nearest above the deck."""

    def __init__(self, path: Path, root: Path | None = None) -> None:
        self.path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow a deck that is a link
        self.root = (root or project_root(path)).resolve()
        self._slides, self._readings = RememberedSlides(), RememberedReadings()
        self._workspace = DiskWorkspace(self.root)

    def forget(self, changed: Iterable[PurePosixPath]) -> None:
        """These files have changed: where one has come or gone, folders are listed anew."""
        fresh = DiskWorkspace(self.root)
        if any(self._workspace.kind(path) != fresh.kind(path) for path in changed):
            self._workspace = fresh

    def read(self) -> ReadDeck:
        """The deck as of now; raises InputError where it cannot be read."""
        workspace = self._workspace
        deck = load(workspace, workspace.relative(self.path), self._slides.parse)
        return ReadDeck(deck, resolve(deck, workspace, self._readings), workspace)

    def relative(self, path: Path) -> PurePosixPath | None:
        """The path of a file below the root; None for one outside."""
        return PurePosixPath(path.relative_to(self.root).as_posix()) if path.is_relative_to(self.root) else None
