"""A studio that makes nothing, and a server around it, in a thread of the test's process."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from slidewright.serve.access import Access
from slidewright.serve.app import create_app
from slidewright.serve.editors import Editor
from slidewright.serve.hub import Hub
from slidewright.serve.opening import Opening
from slidewright.serve.ports import LOOPBACK, listen
from slidewright.serve.server import QuietServer, configured
from slidewright.serve.studio_protocol import Message, Place, Send, SlideInfo

PAGE = """<!DOCTYPE html><title>Fake</title><script src="/@slidewright/client/live/socket.js"></script>
<script src="/@slidewright/deck.js"></script><p>page</p>
"""


class FakeStudio:
    """Two slides in `slides.md` of a folder; `files` by id; remembers what it is told."""

    title = "Fake"

    def __init__(self, folder: Path) -> None:
        self.run, self.version = "run-1", 3
        self.deck = folder / "slides.md"
        self.files: dict[str, tuple[Path, str]] = {}
        self.told: list[Any] = []
        self.closed = 0
        self.kept: dict[str, str] = {}
        self.aliases = {"intro", "über uns", "v1.0"}
        self.is_there = threading.Event()
        self.is_there.set()
        self.text = PAGE
        self.found: list[dict[str, Any]] = []
        self.messages: asyncio.Queue[Message] = asyncio.Queue()

    def wait(self) -> None:
        assert self.is_there.wait(20)

    def page(self) -> Iterator[bytes]:
        yield from (piece.encode() + b"\n" for piece in self.text.split("\n"))

    def script(self) -> Iterator[bytes]:
        yield f"slidewright.deck = {{ run: '{self.run}', version: {self.version} }}".encode()

    def file(self, id: str) -> Path | None:
        return self.files[id][0] if id in self.files else None

    def media_type(self, id: str) -> str:
        return self.files[id][1]

    def slides(self) -> list[SlideInfo]:
        return [SlideInfo(1, "One", "<p>note</p>", 0), SlideInfo(2, "Two \ud800", "", 3)]

    def place(self, no: int) -> Place | None:
        return Place(self.deck, no * 10, 1) if no in (1, 2) else None

    def is_of_deck(self, path: Path) -> bool:
        return path == self.deck

    def since(self, run: object, version: object) -> list[Message]:
        if (run, version) == (self.run, self.version):
            return []
        return [{"type": "update", "from": None, "version": self.version, "everything": True}]

    def findings(self) -> Message:
        return {"type": "findings", "version": self.version, "findings": self.found, "faults": []}

    def wanted(self, slides: list[int]) -> None:
        self.told.append(("wanted", slides))

    def measured(self, slides: list[dict[str, Any]]) -> None:
        self.told.append(("measured", slides))

    def drawings(self) -> dict[str, str]:
        return self.kept

    def drawn(self, drawings: Mapping[str, str]) -> None:
        self.told.append(("drawn", dict(drawings)))

    async def live(self, send: Send) -> None:
        while True:
            await send(await self.messages.get())

    def close(self) -> None:
        self.closed += 1


class Served:
    """A running server: its port, what it said, and a way to have the studio send a message."""

    def __init__(self, studio: FakeStudio, hub: Hub, port: int, said: list[str]) -> None:
        self.studio, self.hub, self.port, self.said = studio, hub, port, said
        self.loop: asyncio.AbstractEventLoop

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def send(self, message: Message) -> None:
        """What the studio sends, and wait until it is on its way."""
        asyncio.run_coroutine_threadsafe(self.hub.send(message), self.loop).result(10)


@contextmanager
def served(
    studio: FakeStudio, token: str | None = None, editor: Editor | None = None, hosts: tuple[str, ...] = LOOPBACK
) -> Iterator[Served]:
    """Serve a studio until the block ends."""
    said: list[str] = []
    sockets = listen(hosts, None)
    hub = Hub(studio, Opening(studio, editor, said.append))
    server = QuietServer(configured(create_app(studio, hub, Access(hosts, token), said.append)))
    running = Served(studio, hub, sockets[0].getsockname()[1], said)
    ready = threading.Event()

    async def run() -> None:
        running.loop = asyncio.get_running_loop()
        serving = asyncio.create_task(server.serve(sockets))
        while not server.started:
            await asyncio.sleep(0.01)
        ready.set()
        await asyncio.wait([serving], timeout=None if not server.should_exit else 1)

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    assert ready.wait(10)
    try:
        yield running
    finally:
        server.should_exit = True
        server.force_exit = True
        thread.join(10)
        for one in sockets:
            one.close()
