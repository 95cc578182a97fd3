from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CLIENT = Path(__file__).parents[2] / "assets/client"
Run = Callable[..., Any]


@pytest.fixture(scope="session")
def run() -> Run:
    """Run files of `assets/client` and then a script in Deno, without any permission; what it passes to `answer`."""
    deno = shutil.which("deno", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if deno is None:
        pytest.skip("no deno beside this Python")

    def call(script: str, *files: str) -> Any:
        sources = [(CLIENT / file).read_text(encoding="utf-8") for file in files]
        source = "\n".join(
            [
                "globalThis.slidewright = {}",
                *sources,
                "const answer = value => console.log(JSON.stringify(value))",
                script,
            ]
        )
        done = subprocess.run([deno, "run", "--no-remote", "-"], input=source.encode(), capture_output=True, timeout=60)
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    return call
