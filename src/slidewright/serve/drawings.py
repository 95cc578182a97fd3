"""Drawings of a deck that keeps them (`drawings.persist`): read from its files, and written to them as they change."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath
from typing import Any

from slidewright.errors import OutputError
from slidewright.render.artifacts import Artifact
from slidewright.render.kept_drawings import drawing_file, drawings_folder, kept_drawings
from slidewright.render.live import LiveDeck
from slidewright.render.strokes import clean
from slidewright.workspace import DiskWorkspace
from slidewright.write.files import TEMPORARY, write_file

LARGEST = 1 << 20  # characters of a drawing

_NUMBER = re.compile(r"[1-9][0-9]{0,4}")
_FILE = re.compile(rf"{_NUMBER.pattern}\.svg|{re.escape(TEMPORARY)}.*")

Strokes = Mapping[str, str]
"""What is drawn on slides, by their numbers as text: SVG inside its root."""


def cleaned(said: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, str]:
    """Of what a window says of drawings what is one; strokes only, and as they are known what is known already."""
    told = {key: value for key, value in said.items() if _NUMBER.fullmatch(key) and isinstance(value, str)}
    short = {key: value for key, value in told.items() if len(value) <= LARGEST}
    return {key: value if known.get(key) == value else clean(value) for key, value in short.items()}


class Drawings:
    """The drawings of one deck below a root, written in a thread of their own; `tell` hears why they cannot be."""

    def __init__(self, root: Path, tell: Callable[[str], None]) -> None:
        self._root, self._tell = root, tell
        self._folder: PurePosixPath | None = None
        self._known: dict[str, str] = {}
        self._waiting: dict[PurePosixPath, str] = {}
        self._writing = ThreadPoolExecutor(1, "drawing")
        self._has_failed = self._is_closed = False

    def of(self, deck: LiveDeck) -> Strokes:
        """What is drawn; nothing where the deck does not keep it."""
        folder = drawings_folder(deck.deck.folder, deck.config)
        if folder != self._folder:
            self._folder, self._known = folder, kept_drawings(DiskWorkspace(self._root), folder)
        return self._known

    def take(self, deck: LiveDeck, strokes: Strokes) -> None:
        """Keep what is drawn on slides of the deck, where it is to be kept; what is wiped off has no file any more."""
        known, folder = self.of(deck), self._folder
        if folder is None or self._is_closed:
            return
        for key, text in strokes.items():
            if text != known.get(key, "") and int(key) <= len(deck.slides):
                self._known[key] = text
                path = folder / f"{key}.svg"
                self._waiting[path] = drawing_file(text, deck.config) if text else ""
                self._writing.submit(self._write, path)

    def owns(self, path: Path) -> bool:
        """Is this one of the files, which nobody needs to be told of?"""
        return (
            self._folder is not None and path.parent == self._root / self._folder and bool(_FILE.fullmatch(path.name))
        )

    def close(self) -> None:
        """Take no more; what is on its way is still written."""
        self._is_closed = True
        self._writing.shutdown(wait=False)

    def _write(self, path: PurePosixPath) -> None:
        """Write the newest of a file; a stroke is told many times while it is drawn."""
        place, text = self._root / path, self._waiting.pop(path, None)
        if text is None:
            return
        try:
            self._confine(place)
            if text:
                write_file(Artifact(path, lambda: [text.encode("utf-8", "replace")]), place)
            else:
                place.unlink(missing_ok=True)
        except (OutputError, OSError) as error:
            if not self._has_failed:
                self._has_failed = True
                self._tell(f"drawings are not kept: {error}")

    def _confine(self, place: Path) -> None:
        """Raise OutputError where links lead out of the project."""
        if place.is_symlink() or not place.parent.resolve().is_relative_to(self._root):
            raise OutputError(f"cannot write {place}: it leads out of the project")
