"""What addresses told in earlier runs, kept in one file.

A cache is a convenience: whatever is wrong with the file, the answer is "not there". It is replaced as a whole, so of
two runs at once one may forget what the other learnt, and nobody reads half a file.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import time
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from slidewright.resolve.remote import LinkState, LinkStatus

MOST = 20_000  # rows
LONGEST = 30 * 86_400.0  # seconds; what is older goes when the file is written
_LASTING = frozenset({LinkStatus.ALIVE, LinkStatus.MOVED, LinkStatus.NO_ANCHOR, LinkStatus.DEAD})

Row = tuple[float, str, int, str, str | None]
"""When it was asked (seconds since the epoch), status, code, reason, where it moved to."""


def recall(file: Path, age: float, keys: Mapping[str, str]) -> dict[str, LinkState]:
    """The states no older than `age` seconds, by URL; `keys` are the normal forms of the URLs."""
    rows, now = _read(file), time.time()
    found: dict[str, LinkState] = {}
    for url, key in keys.items():
        row = rows.get(_digest(key))
        if row and 0 <= now - row[0] < age:
            found[url] = LinkState(url, LinkStatus(row[1]), row[2], row[3], row[4], is_cached=True)
    return found


def keep(file: Path, states: Iterable[tuple[str, LinkState]]) -> None:
    """Write down the states that last, each with the normal form of its URL; where none can be written, none is."""
    now = time.time()
    new: dict[str, Row] = {}
    for key, state in states:
        # Only what a server said: a host that is unknown now, or a certificate, is asked for again in no time.
        if state.status in _LASTING and state.code is not None and not state.is_cached:
            new[_digest(key)] = (now, state.status.value, state.code, state.reason, state.moved_to)
    if new:
        rows = _read(file) | new
        fresh = sorted((row for row in rows.items() if now - row[1][0] < LONGEST), key=lambda row: row[1][0])
        _write(file, dict(fresh[-MOST:]))


def _digest(key: str) -> str:
    # Addresses may hold secrets, and nobody needs to read here what decks link to.
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _read(file: Path) -> dict[str, Row]:
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        return {key: valid for key, row in rows.items() if (valid := _valid(row))}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def _valid(row: object) -> Row | None:
    match row:
        case [int() | float() as asked, str(status), int(code), str(reason), str() | None as moved_to] if (
            status in _LASTING
        ):
            return float(asked), status, code, reason, moved_to
    return None


def _write(file: Path, rows: Mapping[str, Row]) -> None:
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=file.name)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
                json.dump(rows, stream, ensure_ascii=True, separators=(",", ":"))
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
