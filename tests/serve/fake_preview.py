"""`slidewright serve` as a process of its own, its studio at some work: `fake_preview.py WORK ARGUMENTS…`."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
import weakref
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from fakes import FakeStudio

from slidewright.cli import main
from slidewright.engine import Engine
from slidewright.errors import InputError

WORK = sys.argv[1]


class BusyStudio(FakeStudio):
    """Has an engine, which ends with it, and builds something that takes long."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.engine = subprocess.Popen(["sleep", "1000"])
        weakref.finalize(self, self.engine.kill)
        Path("engine").write_text(str(self.engine.pid))
        self.files["film"] = (Path("film").resolve(), "video/mp4")

    async def live(self, send: Any) -> None:
        Path("live").touch()
        if WORK == "thread":
            await asyncio.to_thread(time.sleep, 60)
        elif WORK == "blocked":
            time.sleep(60)
        elif WORK == "stubborn":
            while True:
                try:
                    await asyncio.sleep(60)
                except asyncio.CancelledError:
                    continue
        elif WORK == "fails":
            await asyncio.sleep(0.3)
            raise ZeroDivisionError("inside")
        elif WORK == "tells":
            raise InputError("slides.md: is gone")
        elif WORK != "returns":
            await super().live(send)

    def close(self) -> None:
        super().close()
        self.engine.kill()
        self.engine.wait()


def open_studio(deck: Path, root: Path | None, engine: Engine, overflow: bool) -> FakeStudio:
    studio = BusyStudio(deck.resolve().parent)
    if WORK == "start":
        Path("starting").touch()
        try:
            time.sleep(60)
        finally:
            studio.close()
    return studio


module = ModuleType("slidewright.cli.studio")
module.__dict__["open_studio"] = open_studio
sys.modules[module.__name__] = module
main(sys.argv[2:])
