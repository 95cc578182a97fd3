"""The door to watchfiles: which files of a project have changed, a burst of changes at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import DefaultFilter, awatch

STEP = 5  # ms between two looks: what an author waits for at least
MANY = 8  # files changed at once are a checkout or a formatter's run
QUIET = 0.15  # seconds without a change that end it
_LONGEST = 5.0  # seconds that a burst may hold the author up
IGNORED = ("node_modules", "dist", "build", "venv", ".slidev")


def project_filter() -> DefaultFilter:
    """What counts as a change: no editor's temporary files, no version control, no packages."""
    return DefaultFilter(ignore_dirs=(*DefaultFilter.ignore_dirs, *IGNORED))


async def changes(root: Path, stop: asyncio.Event) -> AsyncIterator[frozenset[Path]]:
    """The files that changed below a folder: at once where they are few, at the end of a burst where they are many."""
    found: asyncio.Queue[frozenset[Path] | None] = asyncio.Queue()
    task = asyncio.create_task(_look(root, stop, found))
    try:
        while (some := await found.get()) is not None:
            yield await _whole_burst(found, some)
        task.result()
    finally:
        task.cancel()


async def _look(root: Path, stop: asyncio.Event, found: asyncio.Queue[frozenset[Path] | None]) -> None:
    try:
        async for some in awatch(root, watch_filter=project_filter(), debounce=200, step=STEP, stop_event=stop):
            found.put_nowait(frozenset(Path(path) for _, path in some))
    finally:
        found.put_nowait(None)


async def _whole_burst(found: asyncio.Queue[frozenset[Path] | None], some: frozenset[Path]) -> frozenset[Path]:
    """A burst that has begun, up to its end."""
    loop = asyncio.get_running_loop()
    last = loop.time() + _LONGEST
    while len(some) >= MANY and loop.time() < last:
        try:
            more = await asyncio.wait_for(found.get(), QUIET)
        except TimeoutError:
            break
        if more is None:
            found.put_nowait(None)
            break
        some |= more
    return some
