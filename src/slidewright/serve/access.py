"""Who may ask: this machine, by names that are its own; others in the network only with the token; no other site."""

from __future__ import annotations

import hmac
import secrets
import socket
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import quote

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN = "token"
"""The query parameter of the addresses that are printed; a cookie takes its place at the first visit."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
}
"""Of every answer: other sites can neither embed nor frame what is here."""

_FOREIGN = "This preview does not answer to the name “{}”: open it by the address that the terminal shows.\n"
_OTHER_SITE = "Another site may not read or steer this preview.\n"
_NO_TOKEN = "This preview is open to those who have its whole address, with the token that the terminal shows.\n"
_METHOD = "Only GET and HEAD are answered here.\n"


def is_loopback(address: str) -> bool:
    """Is this the address of a machine talking to itself?"""
    try:
        known = ip_address(address.split("%")[0])
    except ValueError:
        return False
    mapped = getattr(known, "ipv4_mapped", None)
    return (mapped or known).is_loopback


def new_token() -> str:
    """A token that cannot be guessed."""
    return secrets.token_urlsafe(16)


@dataclass(frozen=True, slots=True)
class Access:
    """The addresses that are listened on, and the token that is asked for; None where only this machine can connect."""

    addresses: Collection[str]
    token: str | None = None

    def knows_host(self, header: str) -> bool:
        """Is a `Host` header one of this machine's names? Else a foreign name was made to lead here (DNS rebinding)."""
        name = _name_of(header)
        if name == "localhost" or name.endswith(".localhost") or name in _own_names():
            return True
        try:
            address = ip_address(name)
        except ValueError:
            return False
        listened = [ip_address(one) for one in self.addresses]
        return address in listened or any(one.is_unspecified for one in listened)

    def is_same_origin(self, asked: HTTPConnection) -> bool:
        """Does the question come from a page of this preview, or from no page at all?"""
        origin = asked.headers.get("origin")
        if origin is not None:
            return origin.lower() == f"http://{asked.headers.get('host', '').lower()}"
        if asked.scope["type"] == "websocket":
            return False
        is_opened = asked.headers.get("sec-fetch-mode") == "navigate"
        return is_opened or asked.headers.get("sec-fetch-site", "none") in ("same-origin", "none")

    def knows_token(self, written: str | None) -> bool:
        """Is this the token? Compared in the same time, however much of it is right."""
        return self.token is None or hmac.compare_digest((written or "").encode(), self.token.encode())


def _name_of(header: str) -> str:
    """The name or address of a `Host` header, without its port."""
    header = header.strip().lower()
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0].removesuffix(".")


def _own_names() -> set[str]:
    name = socket.gethostname().lower()
    short = name.partition(".")[0]
    return {name, short, f"{short}.local"} - {""}


class Guard:
    """Middleware that answers only those who may ask, and gives every answer the headers that keep other sites out."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app, self._access = app, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the question pass, or answer it with the reason why not."""
        if scope["type"] not in ("http", "websocket"):
            return
        answer = self._answer(HTTPConnection(scope))
        await (answer or self._app)(scope, receive, _with_headers(send))

    def _answer(self, asked: HTTPConnection) -> Response | None:
        """The answer to those who may not ask, or who come with the token; None for all others."""
        host = asked.headers.get("host", "")
        if not self._access.knows_host(host):
            return PlainTextResponse(_FOREIGN.format(host[:100]), 403)
        if asked.scope["type"] == "http" and asked.scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse(_METHOD, 405, {"Allow": "GET, HEAD"})
        if not self._access.is_same_origin(asked):
            return PlainTextResponse(_OTHER_SITE, 403)
        return None if self._access.token is None else self._admitted(asked)

    def _admitted(self, asked: HTTPConnection) -> Response | None:
        cookie = f"slidewright-{asked.scope['server'][1]}"
        written = asked.query_params.get(TOKEN)
        is_socket = asked.scope["type"] == "websocket"
        if self._access.knows_token(asked.cookies.get(cookie)):
            return None if written is None or is_socket else _without_token(asked)
        if not self._access.knows_token(written):
            return PlainTextResponse(_NO_TOKEN, 403)
        if is_socket:
            return None
        answer = _without_token(asked)
        answer.set_cookie(cookie, self._access.token or "", path="/", httponly=True, samesite="strict")
        return answer


def _without_token(asked: HTTPConnection) -> Response:
    """Leads to the same address without the token, so that it is in no history and on no screen."""
    fields = [field for field in asked.url.query.split("&") if field.partition("=")[0] != TOKEN]
    path = "/" + quote(asked.scope["path"].lstrip("/\\"))
    address = "?".join(filter(None, (path, "&".join(fields))))
    if asked.headers.get("sec-fetch-site", "none") in ("same-origin", "none"):
        return RedirectResponse(address, 303, {"Cache-Control": "no-store"})
    # A browser that comes from a link of another site keeps a strict cookie back until a page of this one leads on.
    escaped = address.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    page = f'<!DOCTYPE html><title>slidewright</title><meta http-equiv="refresh" content="0; url={escaped}">\n'
    return HTMLResponse(page, headers={"Cache-Control": "no-store"})


def _with_headers(send: Send) -> Send:
    more = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]

    async def sent(message: Message) -> None:
        if message["type"] in ("http.response.start", "websocket.http.response.start"):
            message = {**message, "headers": [*message.get("headers", ()), *more]}
        await send(message)

    return sent
