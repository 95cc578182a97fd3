"""Fonts reduced to some characters, and kept between builds."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from slidewright.engine.cache import ResultCache
from slidewright.engine.folders import cache_folder
from slidewright.engine.tool import tool_state

SIZE_LIMIT = 64 << 20  # bytes of a font when unpacked; the largest published ones have a third of it
_SIGNATURE = b"wOF2"


class Wanted(NamedTuple):
    """A WOFF2 file's content, and the code points that are wanted of it; None: it is taken whole."""

    content: bytes
    points: frozenset[int] | None


class NotAFont(NamedTuple):
    """A file that is none that can be read, and why."""

    reason: str


def reduced(wanted: Sequence[Wanted], keep: bool) -> list[str | NotAFont]:
    """The fonts as base64 of WOFF2, each no larger than the file itself; `keep`: in the user's cache folder."""
    keys = [_key(item) for item in wanted]
    folder = cache_folder() if keep else None
    cache = ResultCache(folder / "fonts.sqlite3") if folder else None
    found: dict[bytes, str | NotAFont] = dict(cache.get_many(keys)) if cache else {}
    made = {key: _made(item) for key, item in dict(zip(keys, wanted, strict=True)).items() if key not in found}
    if cache:
        _put(cache, made)
    return [(found | made)[key] for key in keys]


def _put(cache: ResultCache, made: Mapping[bytes, str | NotAFont]) -> None:
    whole = {key: text for key, text in made.items() if isinstance(text, str)}
    if whole:
        cache.put_many(whole)
    cache.close()


def _key(item: Wanted) -> bytes:
    points = None if item.points is None else sorted(item.points)
    digest = hashlib.sha256(f"{tool_state()}\0{points}\0".encode())
    digest.update(item.content)
    return digest.digest()


def _made(item: Wanted) -> str | NotAFont:
    try:
        _weigh(item.content)
        content = _checked(item.content) if item.points is None else _subset(item.content, item.points)
    except Exception as error:  # a file that only looks like a font fails in the library, in any way
        return NotAFont(str(error).strip().split("\n")[0] or type(error).__name__)
    return base64.b64encode(min(content, item.content, key=len)).decode("ascii")


def _checked(content: bytes) -> bytes:
    """The font itself, if the tables are there that every font needs; raises what the library finds."""
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(content))
    for table in ("head", "maxp", "cmap"):
        font[table]
    return content


def _subset(content: bytes, points: frozenset[int]) -> bytes:
    from fontTools import subset

    # All names stay: copyright and licence stand there.
    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, flavor="woff2")
    font = subset.load_font(io.BytesIO(content), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


def _weigh(content: bytes) -> None:
    """Raise ValueError for what is no WOFF2 file, or unpacks to more than a font can have."""
    import brotli

    if content[:4] != _SIGNATURE:
        raise ValueError("it does not begin as a WOFF2 file does")
    unpacked = brotli.Decompressor().process(_packed(content), output_buffer_limit=SIZE_LIMIT + 1)
    if len(unpacked) > SIZE_LIMIT:
        raise ValueError(f"it unpacks to more than {SIZE_LIMIT >> 20} MB")


def _packed(content: bytes) -> bytes:
    """The compressed tables, which follow their directory; what pads them to a full word is left out."""
    from fontTools.ttLib.woff2 import WOFF2DirectoryEntry, woff2DirectorySize

    rest: Any = content[woff2DirectorySize:]
    for _ in range(int.from_bytes(content[12:14], "big")):
        rest = WOFF2DirectoryEntry().fromString(rest)
    return bytes(rest[: int.from_bytes(content[20:24], "big")])
