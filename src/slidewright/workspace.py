"""The files a deck may see: on disk or in memory, never outside the project root.

Paths are POSIX paths relative to the root, normalised by `join`. Existence is answered from directory listings, so that
the exact spelling of a name counts even on file systems that fold case or normalise Unicode.
"""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path, PurePosixPath

from slidewright.errors import InputError
from slidewright.text import Source

ROOT_MARKERS = (".git", "slidewright.toml", "pnpm-workspace.yaml", "package.json", "pyproject.toml")


class Kind(Enum):
    """What stands at a path."""

    FILE = "file"
    FOLDER = "folder"
    SPECIAL = "special"  # a socket, a device, a pipe: never opened
    LOOP = "loop"  # a link that leads back to itself
    OUTSIDE = "outside"  # a link, or dots, that lead out of the root: never opened
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands at a path, and how the file system spells it."""

    kind: Kind
    path: PurePosixPath


class Workspace(ABC):
    """A tree of files below one root."""

    @abstractmethod
    def kind(self, path: PurePosixPath) -> Kind:
        """What stands at exactly this path."""

    @abstractmethod
    def names(self, folder: PurePosixPath) -> frozenset[str]:
        """Names in a folder as the file system spells them; empty if it is none, or outside."""

    @abstractmethod
    def read_bytes(self, path: PurePosixPath) -> bytes:
        """Content of a file; raises InputError if it cannot be read."""

    @abstractmethod
    def size(self, path: PurePosixPath) -> int:
        """Size of a file in bytes; raises InputError if it cannot be read."""

    @abstractmethod
    def chunks(self, path: PurePosixPath, size: int = 1 << 16) -> Iterator[bytes]:
        """Content of a file in pieces of `size` bytes; raises InputError if it cannot be read."""

    def exists(self, path: PurePosixPath) -> bool:
        """Is there a file at exactly this path?"""
        return self.kind(path) is Kind.FILE

    def locate(self, path: PurePosixPath) -> Entry:
        """What stands at a path, and, where only case or Unicode form differ, how it is really spelled."""
        kind = self.kind(path)
        if kind is not Kind.MISSING:
            return Entry(kind, path)
        actual = self.respell(path)
        return Entry(Kind.MISSING, path) if actual is None else Entry(self.kind(actual), actual)

    def respell(self, path: PurePosixPath) -> PurePosixPath | None:
        """The existing path that differs from this one in case or Unicode form only, or None."""
        actual = PurePosixPath()
        for part in path.parts:
            names = self.names(actual)
            if part not in names:
                folded = fold(part)
                part = next((name for name in sorted(names) if fold(name) == folded), "")
                if not part:
                    return None
            actual /= part
        return actual

    def read(self, path: PurePosixPath) -> Source:
        """Source of a text file: UTF-8, a BOM kept, CRLF noted; raises InputError saying what is wrong with it."""
        content = self.read_bytes(path)
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            column = error.start - content.rfind(b"\n", 0, error.start)
            raise InputError(f"{path}:{line}:{column}: not UTF-8 (byte 0x{content[error.start]:02x})") from None
        return Source.from_original(path, text)


def fold(name: str) -> str:
    """A name with case and Unicode form folded away."""
    return unicodedata.normalize("NFC", name).casefold()


def join(folder: PurePosixPath, target: str) -> PurePosixPath | None:
    """`folder`/`target` with dots resolved, or None where that leads out of the root. `\\` counts as `/` in Slidev."""
    parts: list[str] = []
    for part in (folder / target.replace("\\", "/").lstrip("/")).parts:
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part != ".":
            parts.append(part)
    return PurePosixPath(*parts)


class DiskWorkspace(Workspace):
    """A project folder on disk. Listings and link targets are read once: make a new one after a change."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
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
        return self._kinds(path)

    def names(self, folder: PurePosixPath) -> frozenset[str]:
        """Names in a folder as the file system spells them."""
        return self._names(folder)

    def absolute(self, path: PurePosixPath) -> Path:
        """The path on disk; meant for files that `kind` has called a file."""
        return self.root / path

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


class MemoryWorkspace(Workspace):
    """Files held in memory: tests, editors, a server's unsaved text."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self._files = {
            PurePosixPath(path): content.encode() if isinstance(content, str) else content
            for path, content in files.items()
        }
        self._folders: dict[PurePosixPath, set[str]] = {PurePosixPath(): set()}
        for path in self._files:
            for child in (path, *path.parents[:-1]):
                self._folders.setdefault(child.parent, set()).add(child.name)

    def kind(self, path: PurePosixPath) -> Kind:
        """What stands at exactly this path."""
        if ".." in path.parts or path.is_absolute():
            return Kind.OUTSIDE
        if path in self._files:
            return Kind.FILE
        return Kind.FOLDER if path in self._folders else Kind.MISSING

    def names(self, folder: PurePosixPath) -> frozenset[str]:
        """Names in a folder."""
        return frozenset(self._folders.get(folder, ()))

    def read_bytes(self, path: PurePosixPath) -> bytes:
        """Content of a file; raises InputError if there is none."""
        if path not in self._files:
            raise InputError(f"{path}: {EXPLANATION[self.kind(path)]}")
        return self._files[path]

    def size(self, path: PurePosixPath) -> int:
        """Size in bytes."""
        return len(self.read_bytes(path))

    def chunks(self, path: PurePosixPath, size: int = 1 << 16) -> Iterator[bytes]:
        """Content in pieces."""
        content = self.read_bytes(path)
        for start in range(0, len(content), size):
            yield content[start : start + size]


EXPLANATION: Mapping[Kind, str] = {
    Kind.FILE: "a file",
    Kind.FOLDER: "is a folder, not a file",
    Kind.SPECIAL: "is not a regular file",
    Kind.LOOP: "is a loop of symbolic links",
    Kind.OUTSIDE: "lies outside the project root",
    Kind.MISSING: "no such file",
}


def reason(error: OSError) -> str:
    """The system's own words for what went wrong, without Python's decoration."""
    return (error.strerror or str(error)).lower()


def project_root(deck: Path) -> Path:
    """The nearest folder at or above the deck that marks a project, else the deck's own folder."""
    folder = Path(os.path.abspath(deck)).parent  # noqa: PTH100
    for candidate in (folder, *folder.parents):
        if any((candidate / marker).exists() for marker in ROOT_MARKERS):
            return candidate
    return folder
