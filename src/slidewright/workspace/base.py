"""What a workspace is: a tree of files below one root, whose names count exactly as they are spelled."""

from __future__ import annotations

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.errors import InputError
from slidewright.text import Source


class Kind(Enum):
    """What stands at a path."""

    FILE = "file"
    FOLDER = "folder"
    SPECIAL = "special"  # a socket, a device, a pipe: never opened
    LOOP = "loop"  # a link that leads back to itself
    OUTSIDE = "outside"  # a link, or dots, that lead out of the root: never opened
    MISSING = "missing"


EXPLANATION: Mapping[Kind, str] = {
    Kind.FILE: "a file",
    Kind.FOLDER: "is a folder, not a file",
    Kind.SPECIAL: "is not a regular file",
    Kind.LOOP: "is a loop of symbolic links",
    Kind.OUTSIDE: "lies outside the project root",
    Kind.MISSING: "no such file",
}


class Entry(NamedTuple):
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

    def real(self, path: PurePosixPath) -> PurePosixPath:
        """The same place with links resolved, which tells a folder that contains itself."""
        return path

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
