"""The deck's files for a page on a server: each has an address that stays while its content changes."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.errors import InputError
from slidewright.render.assets import AssetTable, EmbeddedFile, media_type
from slidewright.workspace import Workspace

FILES = "/@slidewright/files/"
"""Where the server has them, by id."""


class LiveFile(NamedTuple):
    """A file that the page shows; `version` tells its contents apart."""

    path: PurePosixPath
    version: str


class LiveAssets(AssetTable):
    """Files by ids that hold their paths, so that a picture is replaced without its slide being made anew."""

    def __init__(self, workspace: Workspace, known: dict[PurePosixPath, LiveFile]) -> None:
        super().__init__(workspace)
        self._versions = known

    def versions(self) -> dict[str, LiveFile]:
        """The files that the page shows, by id."""
        return {id: self.live(file.path) for id, file in (self.files | self.linked).items()}

    def live(self, path: PurePosixPath) -> LiveFile:
        """A file with its version; looked at once until `known` forgets it."""
        if path not in self._versions:
            self._versions[path] = LiveFile(path, _version(self._workspace, path))
        return self._versions[path]

    def content(self, path: PurePosixPath) -> str:
        """What tells one content of a file from another: its address does not."""
        return self.live(path).version

    def address(self, file: EmbeddedFile) -> str | None:
        """Where the server has the file."""
        return f"{FILES}{file.id}?v={self.live(file.path).version}"

    def inside(self) -> list[EmbeddedFile]:
        """No file is in the page."""
        return []

    def _identify(self, path: PurePosixPath) -> EmbeddedFile:
        self._workspace.size(path)  # raises where it cannot be read
        return EmbeddedFile(hashlib.sha256(str(path).encode()).hexdigest()[:16], path, media_type(path), 0)


def _version(workspace: Workspace, path: PurePosixPath) -> str:
    digest = hashlib.sha256()
    try:
        for piece in workspace.chunks(path):
            digest.update(piece)
    except InputError:
        return "0"
    return digest.hexdigest()[:12]
