"""The deck's files inside the page: each once, whatever its names, as base64 that is made while the page is written."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from slidewright.workspace import Workspace

_PIECE = 3 << 16  # bytes read at a time; a multiple of 3, so that the pieces' base64 joins
_DEFAULT_TYPE = "application/octet-stream"

# Said here rather than asked of the system's tables, which differ between machines: the same deck, the same page.
MEDIA_TYPES = {
    "apng": "image/apng",
    "avif": "image/avif",
    "bmp": "image/bmp",
    "cur": "image/x-icon",
    "gif": "image/gif",
    "htm": "text/html;charset=utf-8",
    "html": "text/html;charset=utf-8",
    "ico": "image/x-icon",
    "jfif": "image/jpeg",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "json": "application/json",
    "m4a": "audio/mp4",
    "m4v": "video/mp4",
    "mov": "video/quicktime",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "ogv": "video/ogg",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "txt": "text/plain;charset=utf-8",
    "vtt": "text/vtt;charset=utf-8",
    "wav": "audio/wav",
    "webm": "video/webm",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
}


def media_type(path: PurePosixPath) -> str:
    """Media type of a file by its suffix."""
    return MEDIA_TYPES.get(path.suffix.lower().lstrip("."), _DEFAULT_TYPE)


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A file of the deck in the page: `id` is the hash of its content, `size` in bytes."""

    id: str
    path: PurePosixPath
    media_type: str
    size: int


class AssetTable:
    """Which files a page carries: asked for by path, kept by content."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[PurePosixPath, EmbeddedFile] = {}
        self.files: dict[str, EmbeddedFile] = {}

    def id(self, path: PurePosixPath) -> str:
        """The id of a file, which is in the page from now on; raises InputError if it cannot be read."""
        file = self.identify(path)
        self.files.setdefault(file.id, file)
        return file.id

    def identify(self, path: PurePosixPath) -> EmbeddedFile:
        """A file, read once to know its content; it is not in the page for that."""
        if path not in self._known:
            self._known[path] = self._identify(path)
        return self._known[path]

    def base64(self, file: EmbeddedFile) -> Iterator[str]:
        """The file as base64, in pieces: never the whole of it in memory."""
        for piece in self._workspace.chunks(file.path, _PIECE):
            yield base64.b64encode(piece).decode("ascii")

    def data_url(self, path: PurePosixPath) -> str:
        """The file as a `data:` URL, for places that take no variable (`@font-face`)."""
        content = base64.b64encode(self._workspace.read_bytes(path)).decode("ascii")
        return f"data:{media_type(path)};base64,{content}"

    def _identify(self, path: PurePosixPath) -> EmbeddedFile:
        content_type = media_type(path)
        # The type counts: the same bytes as .svg and as .txt are not the same picture.
        digest, size = hashlib.sha256(content_type.encode() + b"\0"), 0
        for piece in self._workspace.chunks(path, _PIECE):
            digest.update(piece)
            size += len(piece)
        return EmbeddedFile(digest.hexdigest()[:16], path, content_type, size)


def total_size(files: Iterable[EmbeddedFile]) -> int:
    """Bytes of the files together, before base64."""
    return sum(file.size for file in files)
