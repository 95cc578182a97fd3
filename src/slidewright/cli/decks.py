"""From paths on the command line to loaded decks."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from slidewright.cli.meant import meant_by
from slidewright.errors import InputError
from slidewright.load import load
from slidewright.model import Deck
from slidewright.resolve import resolve
from slidewright.resolve.outcomes import Resolutions
from slidewright.resolve.readings import Reader, read
from slidewright.text import Source
from slidewright.workspace import DiskWorkspace, OverlayWorkspace, project_root

NO_TEXTS: Mapping[Path, str] = {}


class OpenDeck(NamedTuple):
    """A loaded deck, its files, and what its references lead to."""

    workspace: DiskWorkspace
    deck: Deck
    resolutions: Resolutions

    def display(self, path: PurePosixPath) -> str:
        """A path of the deck as it is written from the current folder."""
        return display(self.absolute(path))

    def absolute(self, path: PurePosixPath) -> Path:
        """Where a file of the deck is on disk."""
        return self.workspace.root / path

    @property
    def entry(self) -> Path:
        """Where the deck's entry is on disk."""
        return self.workspace.root / self.deck.entry

    def pages(self) -> set[Path]:
        """Where the files are that the deck imports."""
        return {self.workspace.root / path for path in self.deck.documents if path != self.deck.entry}


def display(path: Path) -> str:
    """A path as it is written from the current folder, with `/` between folders."""
    relative = os.path.relpath(path)
    shown = str(path) if relative.startswith(f"..{os.sep}..{os.sep}..") else relative
    return shown.replace(os.sep, "/")


class Disks:
    """The project folders of one run, each looked at once; `texts` stand in the place of files, by absolute path."""

    def __init__(self, texts: Mapping[Path, str] = NO_TEXTS) -> None:
        self.texts = texts
        self._known: dict[Path, DiskWorkspace] = {}

    def of(self, deck: Path, root: Path | None) -> DiskWorkspace:
        """The workspace of a deck: of the root that is named, else of the nearest project upward."""
        folder = (root or project_root(deck)).resolve()
        if folder not in self._known:
            self._known[folder] = self._open(folder)
        return self._known[folder]

    def _open(self, folder: Path) -> DiskWorkspace:
        texts = {
            PurePosixPath(path.relative_to(folder).as_posix()): text
            for path, text in self.texts.items()
            if path.is_relative_to(folder)
        }
        return OverlayWorkspace(folder, texts) if texts else DiskWorkspace(folder)


class OpenDecks(NamedTuple):
    """The decks that could be opened, and what is wrong with the others."""

    decks: list[OpenDeck]
    faults: list[InputError]


def open_deck(path: Path, root: Path | None = None, reader: Reader = read, disks: Disks | None = None) -> OpenDeck:
    """Load and resolve a deck; raises InputError if it cannot be read."""
    workspace = (disks or Disks()).of(path, root)
    try:
        deck = load(workspace, workspace.relative(path))
    except InputError as error:
        raise InputError(_worded(path, workspace, str(error))) from None
    return OpenDeck(workspace, deck, resolve(deck, workspace, reader))


def read_entry(path: Path, root: Path | None = None) -> Source:
    """The text of a deck's entry; raises InputError if it cannot be read."""
    workspace = Disks().of(path, root)
    try:
        return workspace.read(workspace.relative(path))
    except InputError as error:
        raise InputError(_worded(path, workspace, str(error))) from None


def open_decks(
    paths: Sequence[Path], root: Path | None = None, texts: Mapping[Path, str] = NO_TEXTS, exclude: Sequence[str] = ()
) -> OpenDecks:
    """Open what paths mean, each deck once: files as they are, folders by what is in them; without any, `slides.md`.

    A deck that cannot be read does not keep the others from being opened. What a folder has and another of the decks
    imports is a page of that deck, and no deck of its own. `texts` stand in the place of files.
    """
    meant = meant_by(paths, exclude, texts)
    decks: dict[Path, OpenDeck] = {}
    faults = list(meant.faults)
    disks = Disks(texts)
    for path in meant.paths:
        try:
            deck = open_deck(path, root, disks=disks)
            decks.setdefault(path.resolve(), deck)
        except InputError as error:
            faults.append(error)
    pages = _pages(decks.values())
    named = {os.path.realpath(path) for path in paths}
    return OpenDecks([deck for path, deck in decks.items() if str(path) in named or deck.entry not in pages], faults)


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
    worded = f"{path}{message.removeprefix(known)}" if message.startswith(known) else message
    inside = path / "slides.md"
    return f"{worded}; its deck is {inside}" if inside.is_file() else worded
