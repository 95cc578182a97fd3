"""Places as SARIF has them: percent-encoded URIs, and columns in UTF-16 code units."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from pathlib import PureWindowsPath
from typing import Any
from urllib.parse import quote

from slidewright.text import Location, Source

ROOT = "%SRCROOT%"
"""The folder that relative URIs start from, as GitHub and Azure DevOps call the checkout."""

WIDE = re.compile("[\U00010000-\U0010ffff]")
"""What takes two UTF-16 code units."""

BROKEN = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Surrogates that stand for no byte of a file's name."""

BOM = "\ufeff"


def physical(path: str, location: Location) -> dict[str, Any]:
    """A `physicalLocation`; `path` as worded for the reader."""
    return {"artifactLocation": artifact(path), "region": region(location)}


def artifact(path: str) -> dict[str, str]:
    """An `artifactLocation`: relative paths are below the root, absolute ones are `file:` URIs."""
    uri = quote(BROKEN.sub("\ufffd", path).encode("utf-8", "surrogateescape"))
    if path.startswith("/"):
        return {"uri": f"file://{uri}"}
    if PureWindowsPath(path).is_absolute():
        return {"uri": f"file:///{uri.replace('%3A', ':', 1)}"}
    return {"uri": uri, "uriBaseId": ROOT}


def region(location: Location) -> dict[str, int]:
    """A `region`: lines and columns 1-based, ends exclusive."""
    source, span = location.source, location.span
    return {
        "startLine": location.start.line,
        "startColumn": _column(source, span.start),
        "endLine": location.end.line,
        "endColumn": _column(source, span.end),
    }


def _column(source: Source, offset: int) -> int:
    """The column of an offset in UTF-16 code units; a byte order mark is no part of the first line."""
    line, column = source.position(offset)
    wide = _wide(source)
    units = column + bisect_left(wide, offset) - bisect_left(wide, offset - column + 1)
    return units - 1 if line == 1 and column > 1 and source.text.startswith(BOM) else units


@lru_cache(maxsize=16)
def _wide(source: Source) -> tuple[int, ...]:
    """Offsets of what takes two code units."""
    return tuple(found.start() for found in WIDE.finditer(source.text))
