"""Starting a browser with both ends of its debugging pipe in our hands."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from slidewright.browser.errors import BrowserError

if sys.platform == "win32":
    from slidewright.browser.windows import spawn
else:
    from slidewright.browser.posix import spawn


class Started(NamedTuple):
    """A running browser: our ends of its pipe, and what ends it: waits so many seconds, then kills."""

    reads: int
    writes: int
    end: Callable[[float], None]


def start(command: Sequence[str]) -> Started:
    """Start a browser; raises BrowserError where the system does not."""
    theirs_in, writes = os.pipe()
    reads, theirs_out = os.pipe()
    try:
        return Started(reads, writes, spawn(command, theirs_in, theirs_out))
    except OSError as error:
        os.close(reads)
        os.close(writes)
        raise BrowserError(f"{command[0]} does not start: {error.strerror or error}") from error
    finally:
        os.close(theirs_in)
        os.close(theirs_out)
