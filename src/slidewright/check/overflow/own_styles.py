"""Which classes the style sheets of a deck define: what they do to an element, only a browser knows."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from slidewright.check.show import Show
from slidewright.check.styling import classes
from slidewright.errors import InputError
from slidewright.resolve.outcomes import Part
from slidewright.workspace import Kind

SHEETS = ("style.css", "styles.css")
FOLDER = "styles"
NAMED = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
LAYING_OUT = re.compile(r"\b(?:display|position|overflow|height|columns|zoom|transform|font-size|line-height)\s*:")
"""Declarations that change how tall a slide is."""


class OwnStyles:
    """The style sheets beside a deck."""

    def __init__(self, show: Show) -> None:
        texts = [_read(show, path) for path in _sheets(show)]
        self.is_there = bool(texts) or show.workspace.kind(show.deck.folder / FOLDER) is Kind.FOLDER
        self._names = frozenset(name for text in texts for name in NAMED.findall(text))

    def lay_out(self, part: Part) -> bool:
        """Does a style sheet, the deck's or the slide's own, say how something on a slide is laid out?"""
        text = "".join(part.slide.content[slice(*tag.inner)] for tag in part.anatomy.tags if tag.inner)
        names = self._names | frozenset(NAMED.findall(text))
        if LAYING_OUT.search(text):
            return True
        return bool(names) and any(name in names for tag in part.anatomy.tags for name, _ in classes(tag))


def _sheets(show: Show) -> list[PurePosixPath]:
    """The style sheets in a deck's folder and in its `styles/`."""
    folder = show.deck.folder
    inner = [folder / FOLDER / name for name in sorted(show.workspace.names(folder / FOLDER)) if name.endswith("css")]
    return [path for path in (*(folder / name for name in SHEETS), *inner) if show.workspace.kind(path) is Kind.FILE]


def _read(show: Show, path: PurePosixPath) -> str:
    try:
        return show.workspace.read_bytes(path).decode("utf-8", "replace")
    except InputError:
        return ""
