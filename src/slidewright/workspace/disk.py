"""A project folder on disk: nothing outside it is opened, links resolved."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path, PurePosixPath

from slidewright.errors import InputError
from slidewright.workspace.base import EXPLANATION, Kind, Workspace

STEP = 100
"""Folders of a path that may be looked up in one recursion."""

ROOT_MARKERS = (".git", "slidewright.toml", "pnpm-workspace.yaml", "package.json", "pyproject.toml")


class DiskWorkspace(Workspace):
    """A project folder on disk. Listings and link targets are read once: make a new one after a change.

    `opened` are the files that were looked into, by the paths that they were asked for.
    """

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.opened: set[PurePosixPath] = set()
        self._names = lru_cache(maxsize=None)(self._list)
        self._kinds = lru_cache(maxsize=None)(self._stat)

    @classmethod
    def around(cls, deck: Path) -> DiskWorkspace:
        """The workspace of a deck: the nearest folder upward that is a project, else the deck's own."""
        return cls(project_root(deck))

    def relative(self, path: Path) -> PurePosixPath:
        """Path below the root of a file named on the command line; raises InputError if it is outside."""
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow a deck that is a link
        for candidate in (absolute, path.parent.resolve() / path.name):
            if candidate.is_relative_to(self.root):
                return PurePosixPath(candidate.relative_to(self.root).as_posix())
        raise InputError(f"{path}: outside the project root {self.root}")

    def kind(self, path: PurePosixPath) -> Kind:
        """What stands at exactly this path."""
        for depth in range(STEP, len(path.parts), STEP):  # from the top down, since each asks for its parent
            self._kinds(PurePosixPath(*path.parts[:depth]))
        return self._kinds(path)

    def names(self, folder: PurePosixPath) -> frozenset[str]:
        """Names in a folder as the file system spells them."""
        return self._names(folder)

    def absolute(self, path: PurePosixPath) -> Path:
        """The path on disk; meant for files that `kind` has called a file."""
        return self.root / path

    def real(self, path: PurePosixPath) -> PurePosixPath:
        """The same place with links resolved; what is outside stays as it is."""
        real = self.absolute(path).resolve()
        return PurePosixPath(real.relative_to(self.root).as_posix()) if real.is_relative_to(self.root) else path

    def read_bytes(self, path: PurePosixPath) -> bytes:
        """Content of a file; raises InputError if it is none, is outside or cannot be read."""
        return b"".join(self.chunks(path, 1 << 22))

    def size(self, path: PurePosixPath) -> int:
        """Size in bytes."""
        self._require_file(path)
        try:
            return self.absolute(path).stat().st_size
        except OSError as error:
            raise InputError(f"{path}: {reason(error)}") from None

    def chunks(self, path: PurePosixPath, size: int = 1 << 16) -> Iterator[bytes]:
        """Content in pieces."""
        self._require_file(path)
        try:
            with self.absolute(path).open("rb") as stream:
                while piece := stream.read(size):
                    yield piece
        except OSError as error:
            raise InputError(f"{path}: {reason(error)}") from None

    def _require_file(self, path: PurePosixPath) -> None:
        self.opened.add(path)
        kind = self.kind(path)
        if kind is not Kind.FILE:
            raise InputError(f"{path}: {EXPLANATION[kind]}")

    def _list(self, folder: PurePosixPath) -> frozenset[str]:
        if folder.parts and self.kind(folder) is not Kind.FOLDER:
            return frozenset()
        try:
            with os.scandir(self.root / folder) as entries:
                return frozenset(entry.name for entry in entries)
        except OSError:
            return frozenset()

    def _stat(self, path: PurePosixPath) -> Kind:
        if not path.parts:
            return Kind.FOLDER
        if ".." in path.parts or path.is_absolute():
            return Kind.OUTSIDE
        if "\0" in str(path):
            return Kind.MISSING
        parent = self.kind(path.parent)
        if parent is not Kind.FOLDER:
            return parent if parent in (Kind.OUTSIDE, Kind.LOOP) else Kind.MISSING
        if path.name not in self.names(path.parent):
            return Kind.MISSING
        return self._stat_present(self.root / path)

    def _stat_present(self, path: Path) -> Kind:
        try:
            if path.is_symlink() and not path.resolve(strict=True).is_relative_to(self.root):
                return Kind.OUTSIDE
            mode = path.stat().st_mode
        except RuntimeError:
            return Kind.LOOP
        except OSError as error:
            return Kind.LOOP if error.errno == errno.ELOOP else Kind.MISSING
        if stat.S_ISREG(mode):
            return Kind.FILE
        return Kind.FOLDER if stat.S_ISDIR(mode) else Kind.SPECIAL


def reason(error: OSError) -> str:
    """The system's own words for what went wrong, without Python's decoration."""
    return (error.strerror or str(error)).lower()


def project_root(deck: Path) -> Path:
    """The nearest folder at or above the deck that marks a project, else the deck's own folder.

    A package of a monorepo is no project of its own: what it needs is installed for all packages together. The root is
    then, as with Vite, the folder that lists the packages, but never one above a repository.
    """
    folder = Path(os.path.abspath(deck)).parent  # noqa: PTH100
    upward = (folder, *folder.parents)
    found = next((one for one in upward if any((one / marker).exists() for marker in ROOT_MARKERS)), None)
    if found is None:
        return folder
    for candidate in (found, *found.parents):
        if _lists_packages(candidate):
            return candidate
        if (candidate / ".git").exists():
            break
    return found


def _lists_packages(folder: Path) -> bool:
    """Is this the root of a monorepo: of pnpm, or of npm, Yarn or Bun?"""
    if (folder / "pnpm-workspace.yaml").exists():
        return True
    with suppress(OSError):
        return b'"workspaces"' in (folder / "package.json").read_bytes()
    return False
