"""Names of pictures and media in a text, in whatever language it is: what is written there anywhere counts as used."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from slidewright.vocabulary.assets import IMAGE_EXTENSIONS, MEDIA_EXTENSIONS
from slidewright.workspace import fold

DOCUMENTS = frozenset(["pdf", "vtt", "srt"])
EXTENSIONS = (IMAGE_EXTENSIONS | MEDIA_EXTENSIONS) - DOCUMENTS
"""Endings of pictures and media; documents are often only linked to from outside."""

ENDING = re.compile(rf"\.({'|'.join(sorted(EXTENSIONS, key=len, reverse=True))})(?![A-Za-z0-9])", re.I)
CHOICE = re.compile(r"\.[{(]([\w,|?]{2,100})[})]")
"""`.{png,jpg}` and `.(png|jpe?g)`: patterns of file names."""

LONGEST = 300
"""Characters before an ending that may belong to its path."""

CHAIN = 4
"""Endings that one name may have."""

BOUNDS = re.compile(r"[\s\"'`()<>\[\]{}|,;=*]+")
LOOSE_BOUNDS = re.compile(r"[\n\"'`()<>\[\]{}|,;=*/\\]+")
WIDE_BOUNDS = re.compile(r"\]\(|[\n\"'`<>=/\\]+")
"""What a name begins behind: in most texts, where it holds blanks, and where it holds brackets and commas as well."""

COMPUTED = "}\"'`*"
"""What stands before an ending whose name is put together elsewhere: `${n}.png`, `name + '.png'`, `*.png`."""


class Names(NamedTuple):
    """File names in a text, folded; `computed` are endings (`png`) before which no name stands."""

    written: frozenset[str] = frozenset()
    computed: frozenset[str] = frozenset()

    def include(self, name: str) -> bool:
        """Is a file of that name meant somewhere, or may it be?"""
        folded = fold(name)
        return folded.rpartition(".")[2] in self.computed or not self.written.isdisjoint(_readings(folded))


class NamedPath(NamedTuple):
    """A path that a text names, and the offset where it begins."""

    path: str
    start: int


def names_in(text: str) -> Names:
    """The names in a text."""
    written: set[str] = set()
    computed: set[str] = set()
    for before, ending in _endings(text):
        if not before or before[-1] in COMPUTED:
            computed.add(fold(ending))
        else:
            written |= {fold(_decoded(f"{name}.{ending}")) for name in _cut(before)}
    for match in CHOICE.finditer(text):
        computed |= {ending.replace("?", "").casefold() for ending in re.split(r"[,|]", match[1])}
        computed |= {"jpg", "jpeg"} if "jpe?g" in match[1] else set()
    return Names(frozenset(written), frozenset(computed))


def _endings(text: str) -> Iterator[tuple[str, str]]:
    """Each ending with what stands before it: `a.svg.png` has two, and a longer chain is no name."""
    recent: deque[int] = deque([0], maxlen=CHAIN)
    for match in ENDING.finditer(text):
        before = text[max(recent[0], match.start() - LONGEST) : match.start()]
        recent.append(match.start())
        yield unescape(before) if "&" in before else before, match[1]


def _cut(before: str) -> set[str]:
    """The names that may end there: blanks, brackets and commas are parts of a name or its bounds."""
    tight = re.split(r"[/\\]", BOUNDS.split(before)[-1])[-1]
    return {tight, LOOSE_BOUNDS.split(before)[-1].lstrip(), WIDE_BOUNDS.split(before)[-1].lstrip()} - {""}


def union(names: Iterable[Names]) -> Names:
    """The names of several texts."""
    found = list(names)
    written = frozenset[str]().union(*(item.written for item in found))
    return Names(written, frozenset[str]().union(*(item.computed for item in found)))


def paths_in(text: str, start: int, end: int) -> Iterator[NamedPath]:
    """Paths of pictures and media in a part of a text."""
    for match in ENDING.finditer(text, start, end):
        first = max(start, match.start() - LONGEST)
        path = BOUNDS.split(text[first : match.end()])[-1]
        if path != match[0]:
            yield NamedPath(path, match.end() - len(path))


def _decoded(name: str) -> str:
    return unquote(name) if "%" in name else name


def _readings(name: str) -> set[str]:
    """A name, and what the boundaries of a text leave of it where it holds blanks or brackets."""
    stem, _, ending = name.rpartition(".")
    return {name, f"{BOUNDS.split(stem)[-1]}.{ending}", f"{LOOSE_BOUNDS.split(stem)[-1].lstrip()}.{ending}"}
