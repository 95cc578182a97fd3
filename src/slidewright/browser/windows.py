"""Chromium's debugging pipe on Windows: two inherited handles, named by a switch."""

from __future__ import annotations

import msvcrt
import os
import subprocess
import sys
from collections.abc import Callable, Sequence

assert sys.platform == "win32"


def spawn(command: Sequence[str], readable: int, writable: int) -> Callable[[float], None]:
    """Start a process with that pipe; raises OSError. What comes back ends it."""
    handles = [msvcrt.get_osfhandle(descriptor) for descriptor in (readable, writable)]
    for handle in handles:
        os.set_handle_inheritable(handle, True)
    about = subprocess.STARTUPINFO(lpAttributeList={"handle_list": handles})
    switch = f"--remote-debugging-io-pipes={handles[0]},{handles[1]}"
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen([*command, switch], stdin=nowhere, stdout=nowhere, stderr=nowhere, startupinfo=about)
    return lambda patience: _end(process, patience)


def _end(process: subprocess.Popen[bytes], patience: float) -> None:
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
