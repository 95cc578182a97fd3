"""Does a picture end where its format says? A download or copy that broke off leaves its end out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from slidewright.vocabulary.pictures import Content

MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]", re.S)
"""A JPEG marker among compressed bytes: stuffed zeros and restarts are part of these."""

STANDALONE = frozenset([0x01, *range(0xD0, 0xD9)])
"""JPEG markers without a length."""


def is_cut_off(content: Content, data: bytes) -> bool:
    """Does the end of a picture lack? `data` is the whole file; what follows the end of a picture is no fault."""
    check = ENDINGS.get(content)
    return check is not None and not check(data)


def _png(data: bytes) -> bool:
    at = 8
    while at + 8 <= len(data):
        if data[at + 4 : at + 8] == b"IEND":
            return True
        at += 12 + int.from_bytes(data[at : at + 4])
    return False


def _jpeg(data: bytes) -> bool:
    at = 2
    while match := MARKER.search(data, at):
        marker, at = match[0][-1], match.end()
        if marker == 0xD9:
            return True
        if marker not in STANDALONE:
            at += int.from_bytes(data[at : at + 2])
    return False


def _gif(data: bytes) -> bool:
    """A picture whose blocks are whole is shown in full, even where the mark of the end lacks."""
    at = 13 + _colours(data[10:11])
    while at < len(data):
        mark = data[at]
        if mark == 0x2C:
            at += 11 + _colours(data[at + 9 : at + 10])
        elif mark == 0x21:
            at += 2
        else:
            return True
        while at < len(data) and data[at]:
            at += 1 + data[at]
        at += 1
    return at == len(data)


def _colours(flags: bytes) -> int:
    """Bytes of the colour table that a GIF's flags announce."""
    return 3 << (flags[0] & 7) + 1 if flags and flags[0] & 0x80 else 0


def _webp(data: bytes) -> bool:
    return 8 + int.from_bytes(data[4:8], "little") <= len(data)


def _avif(data: bytes) -> bool:
    """Every box is whole, and the one with the picture's data is among them."""
    at, has_data = 0, False
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16])
        has_data |= kind == b"mdat" or (kind == b"meta" and b"idat" in data[at : at + size])
        if size < 8:  # 0 tells that the box takes the rest; what else is that small follows the picture
            return has_data
        at += size
    return has_data and at <= len(data)


ENDINGS: Mapping[Content, Callable[[bytes], bool]] = {
    Content.PNG: _png,
    Content.JPEG: _jpeg,
    Content.GIF: _gif,
    Content.WEBP: _webp,
    Content.AVIF: _avif,
}
"""Whether a picture is whole, by its format."""
