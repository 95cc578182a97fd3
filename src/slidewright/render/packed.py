"""Text that a page carries packed: gzip in base64 in an inert element, a third of its size, opened when the page is."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Iterator

_GZIP = 31  # zlib's code for its widest window in gzip's wrapping
_LEVEL = 9


def packed(id: str, pieces: Iterable[str]) -> Iterator[str]:
    """An inert element with the pieces' text; never more than a piece of it in memory."""
    yield from element(id, _compressed(pieces))


def element(id: str, pieces: Iterable[bytes]) -> Iterator[str]:
    """An inert element with bytes that are packed already."""
    yield f'<script type="text/plain" id="{id}">'
    yield from _base64(pieces)
    yield "</script>\n"


def _compressed(pieces: Iterable[str]) -> Iterator[bytes]:
    stream = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    for piece in pieces:
        yield stream.compress(piece.encode("utf-8", "replace"))
    yield stream.flush()


def _base64(pieces: Iterable[bytes]) -> Iterator[str]:
    """Base64 of the pieces as one text: what is left of a group of three bytes waits for the next piece."""
    rest = b""
    for piece in pieces:
        rest += piece
        whole = len(rest) - len(rest) % 3
        yield base64.b64encode(rest[:whole]).decode("ascii")
        rest = rest[whole:]
    yield base64.b64encode(rest).decode("ascii")
