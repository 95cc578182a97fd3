"""A file's text and its TOML, or the place where it is none."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Any

from slidewright.text import Position, Source

FAULT = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)
"""How tomllib words a fault."""

START = Position(1, 1)


class Unreadable(Exception):
    """A file that cannot be read, or is no TOML; `read` makes a UsageError of it."""

    def __init__(self, message: str, place: Position = START) -> None:
        super().__init__(message)
        self.place = place


def text_of(path: Path) -> Source:
    """A file's text without a byte-order mark; raises Unreadable if it cannot be read or is not UTF-8."""
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise Unreadable(f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    known = PurePosixPath(path)
    try:
        return Source.from_original(known, content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        before = Source(known, content.decode("utf-8-sig", "replace").partition("\ufffd")[0])
        raise Unreadable("not UTF-8", before.position(len(before.text))) from None


def parsed(source: Source) -> dict[str, Any]:
    """The data of TOML; raises Unreadable with the place of a fault."""
    from tomllib import loads

    try:
        return loads(source.text)
    except RecursionError:
        raise Unreadable("nested too deeply") from None
    except ValueError as error:
        raise _unreadable(str(error), source) from None


def _unreadable(message: str, source: Source) -> Unreadable:
    told = FAULT.fullmatch(message)
    if told is None:  # tomllib gives no place to a number of thousands of digits
        return Unreadable(f"not TOML: {message}")
    what = f"not TOML: {told['what'][0].lower()}{told['what'][1:]}"
    if told["line"] is None:
        return Unreadable(what, source.position(len(source.text)))
    return Unreadable(what, Position(int(told["line"]), int(told["column"])))
