"""From paths on the command line to loaded decks."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from slidewright.errors import InputError
from slidewright.load import load
from slidewright.model import Deck
from slidewright.resolve import resolve
from slidewright.resolve.outcomes import Resolutions
from slidewright.resolve.readings import Reader, read
from slidewright.workspace import DiskWorkspace

DEFAULT = Path("slides.md")


@dataclass(frozen=True)
class OpenDeck:
    """A loaded deck, its files, and what its references lead to."""

    workspace: DiskWorkspace
    deck: Deck
    resolutions: Resolutions

    def display(self, path: PurePosixPath) -> str:
        """A path of the deck as it is written from the current folder."""
        absolute = self.workspace.root / path
        relative = os.path.relpath(absolute)
        return relative if not relative.startswith(f"..{os.sep}..{os.sep}..") else str(absolute)

    @property
    def entry(self) -> Path:
        """Where the deck's entry is on disk."""
        return self.workspace.root / self.deck.entry

    def pages(self) -> set[Path]:
        """Where the files are that the deck imports."""
        return {self.workspace.root / path for path in self.deck.documents if path != self.deck.entry}


class OpenDecks(NamedTuple):
    """The decks that could be opened, and what is wrong with the others."""

    decks: list[OpenDeck]
    faults: list[InputError]


def open_deck(path: Path, root: Path | None = None, reader: Reader = read) -> OpenDeck:
    """Load and resolve a deck; raises InputError if it cannot be read."""
    workspace = DiskWorkspace(root) if root else DiskWorkspace.around(path)
    try:
        deck = load(workspace, workspace.relative(path))
    except InputError as error:
        raise InputError(_worded(path, workspace, str(error))) from None
    return OpenDeck(workspace, deck, resolve(deck, workspace, reader))


def open_decks(paths: Sequence[Path], root: Path | None = None) -> OpenDecks:
    """Open what paths mean, each deck once: files as they are, folders by what is in them; without any, `slides.md`.

    A deck that cannot be read does not keep the others from being opened. What a folder has and another of the decks
    imports is a page of that deck, and no deck of its own.
    """
    decks: dict[Path, OpenDeck] = {}
    faults: list[InputError] = []
    for path in _meant(paths, faults):
        try:
            decks.setdefault(path.resolve(), open_deck(path, root))
        except InputError as error:
            faults.append(error)
    named = {path.resolve() for path in paths}
    pages = _pages(decks.values())
    return OpenDecks([deck for path, deck in decks.items() if path in named or deck.entry not in pages], faults)


def _meant(paths: Sequence[Path], faults: list[InputError]) -> Iterator[Path]:
    """The files that paths mean, each once."""
    if not paths and not os.path.lexists(DEFAULT):
        faults.append(InputError(f"{DEFAULT}: no such file in this folder; name a deck, or a folder with decks"))
        return
    found: dict[Path, None] = {}
    for path in paths or [DEFAULT]:
        if path.is_dir():
            from slidewright.cli.folders import decks_in

            inside = decks_in(path)
            found.update(dict.fromkeys(inside))
            if not inside:
                faults.append(InputError(f"{path}: no deck in this folder (no slides.md, no file with a headmatter)"))
        else:
            found[path] = None
    yield from found


def _pages(decks: Iterable[OpenDeck]) -> set[Path]:
    """Files that a deck imports; of decks that import each other the first is the deck."""
    pages: set[Path] = set()
    for deck in decks:
        if deck.entry not in pages:
            pages |= deck.pages()
    return pages


def _worded(path: Path, workspace: DiskWorkspace, message: str) -> str:
    """The message with the path as the user wrote it."""
    try:
        known = str(workspace.relative(path))
    except InputError:
        return message
    return f"{path}{message.removeprefix(known)}" if message.startswith(known) else message
