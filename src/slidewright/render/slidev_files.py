"""The files of a Slidev project while they are gathered: made ones, and those copied from the deck when written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import PurePosixPath

from slidewright.render.artifacts import Artifact
from slidewright.render.slidev_places import PUBLIC
from slidewright.workspace import Kind, Workspace

MARK = ".slidewright.json"
"""A folder with this file in it is an output of ours: no part of a deck."""

_LEFT_OUT = frozenset(["node_modules", "dist"])


class ProjectFiles:
    """Files by their place; the first to take a place keeps it, except for text that is put over a copy."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.copies: dict[PurePosixPath, PurePosixPath] = {}  # place → file of the deck
        self._made: dict[PurePosixPath, str] = {}

    def put(self, place: PurePosixPath, text: str) -> None:
        """A file of our own making."""
        self._made[place] = text

    def copy(self, path: PurePosixPath, place: PurePosixPath) -> None:
        """Bring a file of the deck along, byte for byte."""
        self.copies.setdefault(place, path)

    def copy_folder(self, folder: PurePosixPath, place: PurePosixPath, above: frozenset[PurePosixPath]) -> None:
        """Bring a folder along with all that is in it. `above` are the folders it lies in: links may lead back."""
        names, real = self.workspace.names(folder), self.workspace.real(folder)
        if MARK in names or real in above:
            return
        for name in sorted(names):
            kind = self.workspace.kind(folder / name)
            if kind is Kind.FILE:
                self.copy(folder / name, place / name)
            elif kind is Kind.FOLDER and not _left_out(name, place):
                self.copy_folder(folder / name, place / name, above | {real})

    def artifacts(self) -> tuple[Artifact, ...]:
        """All files, by place; what is copied is read when it is written."""
        content: dict[PurePosixPath, Callable[[], Iterable[bytes]]] = {
            place: partial(self.workspace.chunks, path) for place, path in self.copies.items()
        }
        content |= {place: partial(_pieces, text.encode()) for place, text in self._made.items()}
        return tuple(Artifact(place, content[place]) for place in sorted(content))


def _left_out(name: str, place: PurePosixPath) -> bool:
    """Is a folder no source of the deck's? In `public/` all are: a site may need `.well-known`."""
    return place.parts[:1] != PUBLIC.parts and (name in _LEFT_OUT or name.startswith("."))


def _pieces(content: bytes) -> Iterable[bytes]:
    return (content,)
