"""Results kept on disk by the hash of what they were made from.

A cache is a convenience: whatever goes wrong with its file, the answer is "not there". SQLite makes it safe for several
builds at once, and a warm build reads a thousand results with a handful of queries.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

SIZE_LIMIT = 256 << 20  # bytes; above it the results unused for longest go, until three quarters are left
_DAY = 86_400  # seconds; finer would make every warm build write
_QUERY = 500  # keys in one query; older versions of SQLite take 999 parameters
_WAIT = 5.0  # seconds to wait for another build that writes
_BROKEN = ("SQLITE_CORRUPT", "SQLITE_NOTADB")

_TABLE = "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value TEXT NOT NULL, used INTEGER NOT NULL)"
_SELECT = "SELECT key, value, used FROM results WHERE key IN ({})"
_INSERT = "INSERT OR IGNORE INTO results VALUES (?, ?, ?)"
_TOUCH = "UPDATE results SET used = ? WHERE key = ?"
_PRUNE = """DELETE FROM results WHERE rowid IN (SELECT rowid FROM
(SELECT rowid, SUM(LENGTH(value)) OVER (ORDER BY used DESC, rowid DESC) AS total FROM results) WHERE total > ?)"""


class ResultCache:
    """JSON texts by the hash of their origin. No method raises for what is on the disk, or is not."""

    def __init__(self, file: Path, size_limit: int = SIZE_LIMIT) -> None:
        self._file = file
        self._limit = size_limit
        self._today = int(time.time()) // _DAY
        self._touched: list[bytes] = []
        self._grown = False
        self._connection: sqlite3.Connection | None = None
        self._one = threading.RLock()  # a preview ends while another thread asks: SQLite would crash
        with self._guarded():
            self._open()

    def get_many(self, keys: Sequence[bytes]) -> dict[bytes, str]:
        """The results that are there."""
        found: dict[bytes, str] = {}
        with self._guarded() as connection:
            for start in range(0, len(keys), _QUERY):
                part = keys[start : start + _QUERY]
                for key, value, used in connection.execute(_SELECT.format(",".join("?" * len(part))), part):
                    found[key] = value
                    if used < self._today:
                        self._touched.append(key)
        return found

    def put_many(self, results: Mapping[bytes, str]) -> None:
        """Keep results; of two builds that made the same one, the first wins."""
        rows = [(key, value, self._today) for key, value in results.items()]
        with self._guarded() as connection, connection:
            connection.executemany(_INSERT, rows)
            self._grown = True

    def close(self) -> None:
        """Note which results were used, prune, and let go of the file."""
        with self._guarded() as connection:
            if self._touched:
                with connection:
                    connection.executemany(_TOUCH, [(self._today, key) for key in self._touched])
            if self._grown and self._size(connection) > self._limit:
                self._prune(connection)
        with self._one:
            self._drop()

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[sqlite3.Connection]:
        # Without a file there is still a connection to nothing, so that callers need no second way.
        with self._one:
            connection = self._connection or sqlite3.connect(":memory:")
            try:
                yield connection
            except sqlite3.Error as error:
                self._recover(error)
            finally:
                if connection is not self._connection:
                    connection.close()

    def _open(self) -> None:
        self._connection = sqlite3.connect(self._file, timeout=_WAIT, check_same_thread=False)
        self._connection.execute("PRAGMA synchronous = OFF")  # after a power cut the cache may be lost, no more
        self._connection.execute(_TABLE)

    def _recover(self, error: sqlite3.Error) -> None:
        # What is no database any more is thrown away; one that is only locked, or a full disk, is left alone.
        self._drop()
        if getattr(error, "sqlite_errorname", "") in _BROKEN:
            with contextlib.suppress(OSError, sqlite3.Error):
                self._file.unlink()
                self._open()

    def _drop(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _size(self, connection: sqlite3.Connection) -> int:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        return int(pages * size)

    def _prune(self, connection: sqlite3.Connection) -> None:
        with connection:
            connection.execute(_PRUNE, (self._limit * 3 // 4,))
        connection.execute("VACUUM")
