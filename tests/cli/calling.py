"""slidewright called as a user calls it: in a process of its own."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

COMMAND = (sys.executable, "-m", "slidewright")

PNG = base64.b64decode(
    b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A whole picture of one pixel."""


def run(
    *arguments: str | Path, cwd: Path, stdin: bytes | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run slidewright; standard output keeps its line ends."""
    quiet = {key: value for key, value in os.environ.items() if key not in ("GITHUB_ACTIONS", "FORCE_COLOR")}
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        input=stdin,
        env={**quiet, "NO_COLOR": "1", **environment},
        check=False,
    )
    out, err = done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode()
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)
