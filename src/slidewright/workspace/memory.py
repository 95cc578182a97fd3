"""Files held in memory: tests, editors, a server's unsaved text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from slidewright.errors import InputError
from slidewright.workspace.base import EXPLANATION, Kind, Workspace


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
