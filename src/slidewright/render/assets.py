"""The deck's files, each once, whatever its names: in the page as base64 made while it is written, or beside it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import quote

from slidewright.render.artifacts import Artifact
from slidewright.render.placement import INSIDE, Placement
from slidewright.workspace import Workspace

_PIECE = 3 << 16  # bytes read at a time; a multiple of 3, so that the pieces' base64 joins
_NAME = 60  # characters of a file's name that its name beside the page keeps
_NOT_PLAIN = re.compile("[^A-Za-z0-9_.]+")
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
    """A file of the deck that the page shows: `id` is the hash of its content, `size` in bytes."""

    id: str
    path: PurePosixPath
    media_type: str
    size: int


class AssetTable:
    """Which files a page shows: asked for by path, kept by content.

    `files` it opens by their ids; style sheets say where `linked` are, and hold those `written` as `data:` URLs.
    """

    def __init__(self, workspace: Workspace, placement: Placement = INSIDE) -> None:
        self._workspace, self._placement = workspace, placement
        self._known: dict[PurePosixPath, EmbeddedFile] = {}
        self.files: dict[str, EmbeddedFile] = {}
        self.linked: dict[str, EmbeddedFile] = {}
        self.written: dict[str, EmbeddedFile] = {}

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

    def content(self, path: PurePosixPath) -> str:
        """What tells one content of a file from another."""
        return self.identify(path).id

    def base64(self, file: EmbeddedFile) -> Iterator[str]:
        """The file as base64, in pieces: never the whole of it in memory."""
        for piece in self._workspace.chunks(file.path, _PIECE):
            yield base64.b64encode(piece).decode("ascii")

    def data_url(self, path: PurePosixPath) -> str:
        """The file as a `data:` URL, for places that take no variable."""
        file = self.identify(path)
        self.written[file.id] = file
        content = base64.b64encode(self._workspace.read_bytes(path)).decode("ascii")
        return f"data:{media_type(path)};base64,{content}"

    def url(self, path: PurePosixPath) -> str:
        """The file's address where it stands beside the page, else a `data:` URL (`@font-face`)."""
        file = self.identify(path)
        address = self.address(file)
        if address is None:
            return self.data_url(path)
        self.linked[file.id] = file
        return address

    def address(self, file: EmbeddedFile) -> str | None:
        """The relative URL of a file that stands beside the page; None for one that is in it."""
        place = self._place(file)
        return quote(str(place)) if place else None

    def inside(self) -> list[EmbeddedFile]:
        """The files that are in the page."""
        return [
            file for file in (self.files | self.written).values() if file.id in self.written or not self._place(file)
        ]

    def movable(self) -> bool:
        """Is there a file in the page that could stand beside it?"""
        return any(self._placement.could_take(file.media_type) for file in self.inside())

    def artifacts(self) -> Iterator[Artifact]:
        """The files that stand beside the page."""
        for file in (self.files | self.linked).values():
            if place := self._place(file):
                yield Artifact(place, lambda path=file.path: self._workspace.chunks(path, _PIECE))  # type: ignore[misc]

    def _place(self, file: EmbeddedFile) -> PurePosixPath | None:
        """Where a file stands beside the page: by its name and its content, so that a new one gets a new address."""
        if not self._placement.takes(file.media_type) or file.id in self._held:
            return None
        name = _NOT_PLAIN.sub("-", file.path.stem)[:_NAME].strip("-.") or "file"
        return PurePosixPath(self._placement.folder or "", f"{name}-{file.id}{file.path.suffix.lower()}")

    @cached_property
    def _held(self) -> frozenset[str]:
        """Content that is in the page in any case."""
        return frozenset(self.identify(path).id for path in self._placement.inside)

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
