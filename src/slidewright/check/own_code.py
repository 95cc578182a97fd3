"""The code that a deck brings along: what its components, layouts and setup files mention is not unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple
from weakref import WeakKeyDictionary

from slidewright.check.show import Show
from slidewright.errors import InputError
from slidewright.workspace import Kind

ENDINGS = (".vue", ".ts", ".mts", ".js", ".mjs", ".tsx", ".jsx", ".css", ".scss", ".less", ".html")
SKIPPED = frozenset(["node_modules", "dist", "build", "public", "__pycache__", "venv"])
MAX_FILES = 400
MAX_BYTES = 200_000
"""A larger file is no code that somebody wrote."""


class _Known(NamedTuple):
    """A deck's code, and the words that were looked for in it."""

    code: str
    words: dict[str, bool]


_KNOWN: WeakKeyDictionary[Show, _Known] = WeakKeyDictionary()


def mentions(show: Show, word: str) -> bool:
    """Does the deck's own code, its theme's or its addons' hold a word, or a slide's content read it (`$x.word`)?"""
    if show not in _KNOWN:
        _KNOWN[show] = _Known("\n".join(_code(show)), {})
    known = _KNOWN[show]
    if word not in known.words:
        known.words[word] = _is_mentioned(show, known.code, word)
    return known.words[word]


def _is_mentioned(show: Show, code: str, word: str) -> bool:
    if re.search(rf"(?<![\w$-]){re.escape(word)}(?![\w$])", code):
        return True
    read = re.compile(rf"\.{re.escape(word)}(?![\w$])")
    return any(read.search(part.slide.content) for part in show.own_parts if word in part.slide.content)


def _code(show: Show) -> Iterator[str]:
    for path in _files(show):
        try:
            if show.workspace.size(path) <= MAX_BYTES:
                yield show.workspace.read(path).text
        except InputError:
            continue


def _files(show: Show) -> Iterator[PurePosixPath]:
    """Code below the deck's folder, the theme's and the addons', without the packages that these have installed."""
    folders = list(dict.fromkeys((show.deck.folder, *show.roots.folders)))
    left = MAX_FILES
    while folders and left > 0:
        folder = folders.pop(0)
        for name in sorted(show.workspace.names(folder)):
            kind = show.workspace.kind(folder / name)
            if kind is Kind.FOLDER and name not in SKIPPED and not name.startswith("."):
                folders.append(folder / name)
            elif kind is Kind.FILE and name.endswith(ENDINGS):
                left -= 1
                yield folder / name
