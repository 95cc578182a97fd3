"""From paths on the command line to loaded decks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from slidewright.errors import InputError
from slidewright.load import load
from slidewright.model import Deck
from slidewright.resolve import resolve
from slidewright.resolve.outcomes import Resolutions
from slidewright.resolve.readings import Reader, read
from slidewright.workspace import DiskWorkspace

DEFAULT = Path("slides.md")
SKIPPED = frozenset(["node_modules", "dist", "build", "venv"])
HEADMATTER = ("theme:", "layout:", "title:", "transition:", "mdc:", "comark:", "class:", "background:")
HEAD = 4096


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


def open_deck(path: Path, root: Path | None = None, reader: Reader = read) -> OpenDeck:
    """Load and resolve a deck; raises InputError if it cannot be read."""
    workspace = DiskWorkspace(root) if root else DiskWorkspace.around(path)
    try:
        deck = load(workspace, workspace.relative(path))
    except InputError as error:
        raise InputError(_worded(path, workspace, str(error))) from None
    return OpenDeck(workspace, deck, resolve(deck, workspace, reader))


def _worded(path: Path, workspace: DiskWorkspace, message: str) -> str:
    """The message with the path as the user wrote it."""
    try:
        known = str(workspace.relative(path))
    except InputError:
        return message
    return f"{path}{message.removeprefix(known)}" if message.startswith(known) else message


def find_decks(paths: Iterable[Path]) -> Iterator[Path]:
    """The decks that paths mean: files as they are, folders by what is in them; without any, `slides.md` here."""
    for path in list(paths) or [DEFAULT]:
        if path.is_dir():
            yield from _in_folder(path)
        else:
            yield path


def _in_folder(folder: Path) -> Iterator[Path]:
    """`slides.md` in a folder or below it, else the Markdown files in it that begin like a deck."""
    found = sorted(_named(folder)) or sorted(path for path in folder.glob("*.md") if _begins_like_a_deck(path))
    if not found:
        raise InputError(f"{folder}: no deck in this folder (no slides.md, no Markdown file with a headmatter)")
    yield from found


def _named(folder: Path) -> Iterator[Path]:
    for current, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in SKIPPED and not name.startswith(".")]
        if DEFAULT.name in files:
            yield Path(current) / DEFAULT.name


def _begins_like_a_deck(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD).decode("utf-8", "replace")
    except OSError:
        return False
    lines = head.split("\n---", 1)[0].split("\n")
    return head.startswith("---\n") and any(line.startswith(HEADMATTER) for line in lines)


def shared_display(opened: Iterable[OpenDeck]) -> Callable[[PurePosixPath], str]:
    """How the paths of several decks are worded: as in the first deck that has them."""
    known = {path: deck.display(path) for deck in opened for path in deck.deck.documents}
    return lambda path: known.get(path, str(path))
