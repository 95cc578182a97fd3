"""The deck as it stands on the disk, read again and again: what has not changed is not read anew."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from slidewright.configuration.search import OWN, SHARED
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
        self._real: dict[PurePosixPath, PurePosixPath] = {}

    def concerned(self, changed: Iterable[Path]) -> frozenset[PurePosixPath]:
        """Which of the files that changed can matter, by the paths that the deck has for them.

        Those that were looked into, through a link or not, those that have come or gone, and configurations: no log
        that is written beside the deck.
        """
        opened, fresh = self._opened(), DiskWorkspace(self.root)
        found = set[PurePosixPath]()
        for path in filter(None, map(self.relative, changed)):
            found.update(opened.get(path, ()))
            if path.name in (OWN, SHARED) or self._has_come_or_gone(path, fresh):
                found.add(path)
        return frozenset(found)

    def forget(self, changed: Iterable[PurePosixPath]) -> None:
        """These files have changed: where one has come or gone, folders are listed anew."""
        fresh = DiskWorkspace(self.root)
        if any(self._has_come_or_gone(path, fresh) for path in changed):
            fresh.opened |= self._workspace.opened
            self._workspace = fresh
            self._real.clear()

    def _has_come_or_gone(self, path: PurePosixPath, fresh: DiskWorkspace) -> bool:
        return self._workspace.kind(path) != fresh.kind(path)

    def _opened(self) -> dict[PurePosixPath, set[PurePosixPath]]:
        """The paths by which files were looked into, by these paths themselves and by where the files really are."""
        opened = dict[PurePosixPath, set[PurePosixPath]]()
        for path in tuple(self._workspace.opened):  # another thread may look into more
            real = self._real.get(path)
            if real is None:
                real = self._real[path] = self._workspace.real(path)
            for place in (path, real):
                opened.setdefault(place, set()).add(path)
        return opened

    def read(self) -> ReadDeck:
        """The deck as of now; raises InputError where it cannot be read."""
        workspace = self._workspace
        deck = load(workspace, workspace.relative(self.path), self._slides.parse)
        return ReadDeck(deck, resolve(deck, workspace, self._readings), workspace)

    def relative(self, path: Path) -> PurePosixPath | None:
        """The path of a file below the root; None for one outside."""
        return PurePosixPath(path.relative_to(self.root).as_posix()) if path.is_relative_to(self.root) else None
