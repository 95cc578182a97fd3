"""Files as answers: in parts where parts are asked for, not again where the browser has them."""

from __future__ import annotations

import gzip
import os
import stat
from functools import cached_property
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from slidewright.resources import asset_folder, bundle_folder

FOR_EVER = "private, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"

_OWN_TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".woff2": "font/woff2"}
_ACTIVE = ("text/html", "application/xhtml+xml", "image/svg+xml", "text/xml", "application/xml")
_APART = (
    "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data: blob:; media-src data: blob:; font-src data:"
)
"""A document of the deck's that is opened by itself is held apart from the preview, and asks no network."""


def nothing() -> Response:
    """The answer to whatever is not here."""
    return PlainTextResponse("There is nothing here.\n", 404)


def file_answer(asked: Request, path: Path, media_type: str) -> Response:
    """A file, or the part of it that is asked for; 404 where it has vanished.

    It is kept by the browser for ever where its address has a version (`?v=`), else asked about each time.
    """
    try:
        status = path.stat()
    except (OSError, ValueError):
        return nothing()
    if not stat.S_ISREG(status.st_mode) or not os.access(path, os.R_OK):
        return nothing()
    tag = f'"{status.st_mtime_ns:x}-{status.st_size:x}-{status.st_ino:x}"'
    headers = {"ETag": tag, "Cache-Control": FOR_EVER if "v" in asked.query_params else ASK_AGAIN}
    if media_type.partition(";")[0].strip().lower() in _ACTIVE:
        headers["Content-Security-Policy"] = _APART
    if _has(asked, tag):
        return Response(status_code=304, headers=headers)
    return FileResponse(path, headers=headers, media_type=media_type, stat_result=status)


def _has(asked: Request, tag: str) -> bool:
    """Has the browser this version of a file?"""
    known = [one.strip().removeprefix("W/") for one in asked.headers.get("if-none-match", "").split(",")]
    return tag in known or known == ["*"]


class ClientFiles:
    """The files of the page that are no deck's: those that are bundled, and those that come with slidewright."""

    @cached_property
    def _paths(self) -> dict[str, Path]:
        folders = (asset_folder() / "client", bundle_folder() / "client")
        return {
            path.relative_to(folder).as_posix(): path
            for folder in folders
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    def answer(self, asked: Request, name: str) -> Response:
        """The file of a name, packed as it lies on disk where the browser opens that itself; 404 for any other name."""
        packed = self._paths.get(f"{name}.gz")
        if packed is None or name.endswith(".gz"):
            path = self._paths.get(name)
            return nothing() if path is None else self._file(asked, path, name)
        if _takes_packed(asked):
            answer = self._file(asked, packed, name)
            answer.headers["Content-Encoding"] = "gzip"
            del answer.headers["Accept-Ranges"]
        elif name in self._paths:
            answer = self._file(asked, self._paths[name], name)
        else:
            answer = Response(gzip.decompress(packed.read_bytes()), media_type=_media_type(name))
        answer.headers["Vary"] = "Accept-Encoding"
        return answer

    def _file(self, asked: Request, path: Path, name: str) -> Response:
        answer = file_answer(asked, path, _media_type(name))
        if "Content-Security-Policy" in answer.headers:  # these are no deck's
            del answer.headers["Content-Security-Policy"]
        return answer


def _media_type(name: str) -> str:
    return _OWN_TYPES.get(Path(name).suffix, "application/octet-stream")


def _takes_packed(asked: Request) -> bool:
    return "gzip" in asked.headers.get("accept-encoding", "") and "range" not in asked.headers
