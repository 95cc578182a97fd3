"""A project folder with files held in memory: unsaved text, standard input, fixes not written, fetched pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from slidewright.workspace.base import Kind
from slidewright.workspace.disk import DiskWorkspace


class OverlayWorkspace(DiskWorkspace):
    """A project folder, with texts or bytes (by path below the root) in the place of its files or where it has none."""

    def __init__(self, root: Path, texts: Mapping[PurePosixPath, str | bytes]) -> None:
        super().__init__(root)
        self.texts = texts

    def kind(self, path: PurePosixPath) -> Kind:
        """What stands at exactly this path."""
        return Kind.FILE if path in self.texts else super().kind(path)

    def names(self, folder: PurePosixPath) -> frozenset[str]:
        """Names in a folder, those of the texts included."""
        return super().names(folder) | {path.name for path in self.texts if path.parent == folder}

    def size(self, path: PurePosixPath) -> int:
        """Size in bytes."""
        return len(self._encoded(path)) if path in self.texts else super().size(path)

    def chunks(self, path: PurePosixPath, size: int = 1 << 16) -> Iterator[bytes]:
        """Content in pieces."""
        if path not in self.texts:
            yield from super().chunks(path, size)
            return
        content = self._encoded(path)
        for start in range(0, len(content), size):
            yield content[start : start + size]

    def _encoded(self, path: PurePosixPath) -> bytes:
        content = self.texts[path]
        return content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content
