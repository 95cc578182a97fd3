"""Where a build goes, as the user names it."""

from __future__ import annotations

import os
from pathlib import Path

from slidewright.cli.decks import OpenDeck
from slidewright.errors import UsageError
from slidewright.settings import Target

OTHERS = frozenset([".pdf", ".pptx", ".png", ".jpg", ".zip", ".md"])
"""Endings under which nobody looks for an HTML page."""


def output_place(opened: OpenDeck, deck: Path, output: str | None, target: Target) -> Path:
    """The file or folder to write; `out/` is a folder. Raises UsageError for a file of the deck, and for a PDF."""
    place = Path(f"{deck.stem}-slidev") if target == "slidev" else Path(f"{deck.stem}.html")
    if output is not None:
        place = Path(output) / place if target == "html" and _is_folder(output) else Path(output)
    if place.resolve() in {opened.absolute(path).resolve() for path in opened.deck.documents}:
        raise UsageError(f"{place} is the deck itself: name another output")
    if target == "html" and place.suffix.lower() in OTHERS:
        raise UsageError(f"{place}: a build is an HTML page, no {place.suffix}: name a file such as {deck.stem}.html")
    return place


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or Path(output).is_dir()
