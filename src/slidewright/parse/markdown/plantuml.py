"""PlantUML's own encoding of a diagram for its server's address."""

from __future__ import annotations

import base64
import zlib

STANDARD = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
PLANTUML = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
TABLE = bytes.maketrans(STANDARD, PLANTUML)


def encode(text: str) -> str:
    """Deflate, then PlantUML's alphabet of 64."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = squeezer.compress(text.encode()) + squeezer.flush()
    return base64.b64encode(raw).rstrip(b"=").translate(TABLE).decode()
