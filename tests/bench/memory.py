"""Memory of a process and those it started, read from /proc, and of a page's JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from chromium import Page

PROC = Path("/proc")


def _field(pid: int, name: str) -> int:
    """A number of a process's status; 0 where the process has ended."""
    with suppress(OSError):
        for line in (PROC / str(pid) / "status").read_text().splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1])
    return 0


def _tree(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    for folder in PROC.iterdir():
        if folder.name.isdigit() and _field(int(folder.name), "PPid") == pid:
            yield from _tree(int(folder.name))


def tree_bytes(pid: int) -> int:
    """Resident bytes of a process and all below it."""
    return sum(_field(one, "VmRSS") << 10 for one in _tree(pid))


def page_bytes(page: Page) -> int:
    """Bytes of a page's JavaScript heap that are in use after garbage is collected."""
    page.call("HeapProfiler.enable")
    for _ in range(2):  # what finalizers let go of is collected the second time
        page.call("HeapProfiler.collectGarbage")
    return int(page.call("Runtime.getHeapUsage")["usedSize"])
