"""The preview as a whole: sockets, the studio at work, the server, and an end in order."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass

import uvicorn
from starlette.types import ASGIApp

from slidewright.errors import ToolError
from slidewright.serve.access import Access, is_loopback, new_token
from slidewright.serve.addresses import Addresses, addresses
from slidewright.serve.app import create_app
from slidewright.serve.editors import chosen
from slidewright.serve.ending import Ending
from slidewright.serve.hub import Hub
from slidewright.serve.opening import Opening
from slidewright.serve.ports import addresses_of, listen
from slidewright.serve.studio_protocol import Studio

_TICK = 0.02  # seconds between two looks whether the server listens
_PATIENCE = 0.4  # seconds for requests and windows to end


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks for: the address (None: this machine only), the port, and the author's editor."""

    host: str | None = None
    port: int | None = None
    editor: str | None = None


@dataclass(frozen=True, slots=True)
class Terminal:
    """What the command line does for the preview: say a line, say that it is open, leave the process at once."""

    say: Callable[[str], None]
    opened: Callable[[Addresses], None]
    leave: Callable[[int], None]


def serve(make: Callable[[], Studio], wishes: Wishes, terminal: Terminal) -> int:
    """Serve the studio that `make` makes until a signal comes; exit code 0.

    Raises UsageError for wishes that cannot be had, KeyboardInterrupt where a signal comes before there is a studio,
    and ToolError where the studio fails in its work.
    """
    ending = Ending(terminal.leave)
    with ending.heard(), ExitStack() as resources:
        editor = chosen(wishes.editor, os.environ)
        hosts = addresses_of(wishes.host)
        sockets = listen(hosts, wishes.port)
        for one in sockets:
            resources.callback(one.close)
        studio = make()
        ending.close = studio.close
        resources.callback(studio.close)
        is_open = not all(map(is_loopback, hosts))
        access = Access(hosts, new_token() if is_open else None)
        hub = Hub(studio, Opening(studio, editor, terminal.say))
        server = QuietServer(configured(create_app(studio, hub, access, terminal.say)))
        port = int(sockets[0].getsockname()[1])
        opened = addresses(hosts, port, access.token)
        ending.expect()
        asyncio.run(_Preview(studio, hub, server, sockets, ending).run(lambda: terminal.opened(opened)))
    return 0


def configured(app: ASGIApp) -> uvicorn.Config:
    """The server's settings: it says nothing of its own, and who asks is who connects."""
    return uvicorn.Config(
        app,
        lifespan="off",
        http="h11",
        ws="websockets-sansio",
        ws_per_message_deflate=False,  # on one machine it costs more time than it saves
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
    )


class QuietServer(uvicorn.Server):
    """A server that is ended by us, not by signals."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to us."""
        yield


@dataclass(frozen=True, slots=True)
class _Preview:
    studio: Studio
    hub: Hub
    server: QuietServer
    sockets: Sequence[socket.socket]
    ending: Ending

    async def run(self, opened: Callable[[], None]) -> None:
        """Work until a signal comes or something fails; raises what failed."""
        self.ending.begin()
        serving = asyncio.create_task(self.server.serve(list(self.sockets)))
        living = asyncio.create_task(self._live())
        waiting = [asyncio.create_task(self.ending.wait()), asyncio.create_task(self._say(opened))]
        try:
            await asyncio.wait([serving, living, waiting[0]], return_when=asyncio.FIRST_COMPLETED)
            failed = living.done() or serving.done()
        finally:
            await self._end([living, serving, *waiting])
        if failed:
            self.ending.limit(ToolError.exit_code)
            _raise(living, serving)

    async def _live(self) -> None:
        await self.studio.live(self.hub.send)
        raise ToolError("the preview ended: nothing watches the deck any more")

    async def _say(self, opened: Callable[[], None]) -> None:
        while not self.server.started:
            await asyncio.sleep(_TICK)
        opened()

    async def _end(self, tasks: Sequence[asyncio.Task[None]]) -> None:
        """End all work: the engine first, on which a build may wait, then windows and requests, soon."""
        living, serving, *others = tasks
        for task in (living, *others):
            task.cancel()
        self.studio.close()
        self.server.should_exit = True
        await asyncio.wait([serving, living], timeout=_PATIENCE)
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.wait(tasks, timeout=_TICK)


def _raise(living: asyncio.Task[None], serving: asyncio.Task[None]) -> None:
    for task in (living, serving):
        error = task.exception() if task.done() and not task.cancelled() else None
        if isinstance(error, ToolError):
            raise error
        if error is not None:
            raise ToolError(f"the preview ended ({type(error).__name__}: {error}); please report it") from error
