"""Near names for what is missing: the same folder first, then the same name elsewhere in the project."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote
from weakref import WeakKeyDictionary

from slidewright.model import Reference, ReferenceKind
from slidewright.resolve.lookup import Lookup
from slidewright.workspace import Kind, Workspace, fold, join

MAX_FOLDERS = 400
SKIPPED = frozenset(["node_modules", "dist", "build", "__pycache__", "venv"])
LIMIT = 3

_INDEXES: WeakKeyDictionary[Workspace, dict[PurePosixPath, dict[str, list[PurePosixPath]]]] = WeakKeyDictionary()


class Suggestions:
    """Suggests for one deck; the project's names are gathered once, and only when something is missing."""

    def __init__(self, workspace: Workspace, lookup: Lookup) -> None:
        self.workspace = workspace
        self.lookup = lookup
        self._files: dict[str, list[PurePosixPath]] | None = None
        self._known: dict[tuple[str, PurePosixPath, bool], tuple[str, ...]] = {}

    def near(self, reference: Reference) -> tuple[str, ...]:
        """Up to three targets that exist, as they would be written in the slide's file, best first."""
        here = reference.location.source.path.parent
        is_address = reference.kind not in (ReferenceKind.SNIPPET, ReferenceKind.IMPORT)
        key = reference.target, here, is_address
        if key not in self._known:
            self._known[key] = self._near(*key)
        return self._known[key]

    def _near(self, written: str, here: PurePosixPath, is_address: bool) -> tuple[str, ...]:
        target = unquote(written.partition("?")[0].partition("#")[0])
        name = posixpath.basename(target.replace("\\", "/").rstrip("/"))
        if not name:
            return ()
        found = [*self._same_folder(target, name, here), *self._elsewhere(name)]
        return tuple(dict.fromkeys(self._written(path, here, is_address) for path in found))[:LIMIT]

    def _same_folder(self, target: str, name: str, here: PurePosixPath) -> Iterator[PurePosixPath]:
        folder = posixpath.dirname(target.lstrip("/"))
        for base in dict.fromkeys((here, self.lookup.folder, self.lookup.public)):
            path = join(base, folder)
            names = self.workspace.names(path) if path is not None else frozenset()
            if path is not None and names:
                yield from (path / close for close in _close(name, names) if self.workspace.exists(path / close))

    def _elsewhere(self, name: str) -> list[PurePosixPath]:
        if self._files is None:
            self._files = self._index()
        return self._files.get(fold(name), [])

    def _index(self) -> dict[str, list[PurePosixPath]]:
        """The project's files by their names, gathered once for a workspace, which lists each folder once."""
        known = _INDEXES.setdefault(self.workspace, {})
        if self.lookup.folder not in known:
            files = known[self.lookup.folder] = {}
            for path in self._walk():
                files.setdefault(fold(path.name), []).append(path)
        return known[self.lookup.folder]

    def _walk(self) -> Iterator[PurePosixPath]:
        folders = [self.lookup.folder]
        for _ in range(MAX_FOLDERS):
            if not folders:
                return
            folder = folders.pop(0)
            for name in sorted(self.workspace.names(folder)):
                kind = self.workspace.kind(folder / name)
                if kind is Kind.FILE:
                    yield folder / name
                elif kind is Kind.FOLDER and name not in SKIPPED and not name.startswith("."):
                    folders.append(folder / name)

    def _written(self, path: PurePosixPath, here: PurePosixPath, is_address: bool) -> str:
        """A path as a slide in `here` writes it: an address from `public/` with a slash, else relative with a dot."""
        if is_address and path.is_relative_to(self.lookup.public):
            return f"/{path.relative_to(self.lookup.public)}"
        relative = posixpath.relpath(str(path), str(here))
        return relative if relative.startswith("../") else f"./{relative}"


def _close(name: str, names: frozenset[str]) -> list[str]:
    """Names that another ending, a shortening or a slip of the finger explains."""
    from difflib import get_close_matches

    stem = _stem(name)
    same_stem = sorted(other for other in names if _stem(other) == stem)
    longer = sorted(other for other in names if len(stem) > 2 and other.startswith(stem) and other not in same_stem)
    rest = [other for other in sorted(names) if other not in same_stem and other not in longer]
    slips = [other for other in rest if _is_slip(name, other)]
    stems = {_stem(other).casefold(): other for other in rest if other not in slips}
    close = get_close_matches(stem.casefold(), stems, n=LIMIT, cutoff=0.72)
    return [*same_stem, *longer, *slips, *(stems[other] for other in close)]


def _stem(name: str) -> str:
    """A name without its ending: the likeness of endings says nothing."""
    return name.rpartition(".")[0] or name


def _is_slip(name: str, other: str) -> bool:
    """Do two names of one length differ in one character?"""
    return len(name) == len(other) and sum(a != b for a, b in zip(name, other, strict=True)) == 1
