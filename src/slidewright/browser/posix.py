"""Chromium's debugging pipe on POSIX: it reads from descriptor 3 and writes to descriptor 4."""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence

assert sys.platform != "win32"

_PIPE = (3, 4)
_ABOVE = 10  # no descriptor of ours is then overwritten by one of the child's
_PAUSE = 0.01  # seconds


def spawn(command: Sequence[str], readable: int, writable: int) -> Callable[[float], None]:
    """Start a process with that pipe; raises OSError. What comes back ends it, and what it started."""
    high = [fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, _ABOVE) for descriptor in (readable, writable)]
    silence = [(os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_RDWR, 0) for descriptor in (0, 1, 2)]
    pipes = [(os.POSIX_SPAWN_DUP2, descriptor, place) for descriptor, place in zip(high, _PIPE, strict=True)]
    try:
        # A process group of its own: it ends as a whole, and Ctrl-C reaches us alone.
        pid = os.posix_spawn(command[0], list(command), os.environ, file_actions=[*silence, *pipes], setpgroup=0)
    finally:
        for descriptor in high:
            os.close(descriptor)
    return lambda patience: _end(pid, patience)


def _end(pid: int, patience: float) -> None:
    limit = time.monotonic() + patience
    with contextlib.suppress(ChildProcessError):  # somebody else has waited for it
        while os.waitpid(pid, os.WNOHANG) == (0, 0):
            if time.monotonic() > limit:
                _kill(pid)
            time.sleep(_PAUSE)
    _kill(pid)  # what it has left behind


def _kill(group: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)
