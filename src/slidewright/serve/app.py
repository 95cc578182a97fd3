"""The addresses of the preview, and what each of them answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from slidewright.errors import ToolError
from slidewright.serve.access import Access, Guard
from slidewright.serve.answers import ClientFiles, file_answer, nothing
from slidewright.serve.hub import Hub
from slidewright.serve.routes import led_to
from slidewright.serve.studio_protocol import Studio
from slidewright.serve.windows import to_text

OWN = "/@slidewright"
"""Where everything lies that no deck names."""

_NOT_KEPT = {"Cache-Control": "no-store"}
_LONGEST_ID = 200  # characters


def create_app(studio: Studio, hub: Hub, access: Access, tell: Callable[[str], None]) -> Starlette:
    """The application that answers for a studio; `tell` gets what goes wrong in answering."""
    answers = _Answers(studio, hub, tell)
    routes = [
        Route("/", answers.page),
        Route("/remote", answers.remote),
        Route(f"{OWN}/deck.js", answers.script),
        Route(f"{OWN}/client/{{name:path}}", answers.client),
        Route(f"{OWN}/files/{{id}}", answers.file),
        Route(f"{OWN}/findings.json", answers.findings),
        Route(f"{OWN}/slides.json", answers.slides),
        WebSocketRoute(f"{OWN}/live", answers.live),
        Route("/{path:path}", answers.elsewhere),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, access=access)],
        exception_handlers={Exception: answers.fault},
    )


class _Answers:
    def __init__(self, studio: Studio, hub: Hub, tell: Callable[[str], None]) -> None:
        self._studio, self._hub, self._tell = studio, hub, tell
        self._files = ClientFiles()

    async def page(self, asked: Request) -> Response:
        return await self._streamed(asked, self._studio.page, "text/html")

    async def script(self, asked: Request) -> Response:
        return await self._streamed(asked, self._studio.script, "text/javascript")

    async def _streamed(self, asked: Request, make: Callable[[], Iterator[bytes]], media_type: str) -> Response:
        """What the studio makes piece by piece; where there is no deck yet, the answer waits for it."""
        await run_in_threadpool(self._studio.wait)
        pieces = make() if asked.method == "GET" else ()
        return StreamingResponse(pieces, media_type=media_type, headers=_NOT_KEPT)

    async def client(self, asked: Request) -> Response:
        return self._files.answer(asked, asked.path_params["name"])

    async def remote(self, asked: Request) -> Response:
        return self._files.answer(asked, "live/remote.html")

    async def file(self, asked: Request) -> Response:
        id = asked.path_params["id"]
        path = self._studio.file(id) if len(id) <= _LONGEST_ID else None
        return nothing() if path is None else file_answer(asked, path, self._studio.media_type(id))

    async def findings(self, asked: Request) -> Response:
        return _json(self._studio.findings())

    async def slides(self, asked: Request) -> Response:
        await run_in_threadpool(self._studio.wait)
        return _json([slide._asdict() for slide in self._studio.slides()])

    async def elsewhere(self, asked: Request) -> Response:
        """Slidev's addresses lead to the page's routes; all else is not here."""
        address = led_to(asked.scope["path"], asked.url.query, self._studio.aliases, _is_opened(asked))
        return nothing() if address is None else RedirectResponse(address, 302, _NOT_KEPT)

    async def live(self, socket: WebSocket) -> None:
        try:
            await self._hub.join(socket)
        except ToolError as error:
            self._tell(str(error))
        except Exception as error:
            self._tell(_worded(error))

    async def fault(self, asked: Request, error: Exception) -> Response:
        if isinstance(error, ToolError):
            return PlainTextResponse(f"{error}\n", 503)
        if not isinstance(error, ClientDisconnect):
            self._tell(f"{asked.scope['path'][:100]}: {_worded(error)}")
        return PlainTextResponse("A fault of slidewright; the terminal says more.\n", 500)


def _is_opened(asked: Request) -> bool:
    """Is this the address of a window? Browsers say so to this machine, and what they want to anybody."""
    mode, destination = (asked.headers.get(f"sec-fetch-{name}") for name in ("mode", "dest"))
    if mode is not None:
        return mode == "navigate" and destination == "document"
    return "text/html" in asked.headers.get("accept", "")


def _json(value: Any) -> Response:
    return Response(to_text(value), media_type="application/json", headers=_NOT_KEPT)


def _worded(error: Exception) -> str:
    return f"a fault of the tool ({type(error).__name__}: {error}); please report it"
