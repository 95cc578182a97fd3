from __future__ import annotations

import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import httpcore
import pytest
import trustme

from slidewright.links import politeness
from slidewright.settings import ExternalSettings

NUMERIC = re.compile(r"[0-9a-fx.:]*[0-9][0-9a-fx.]*|::", re.I)
HTML = "text/html; charset=utf-8"


class Request(NamedTuple):
    method: str
    path: str
    headers: dict[str, str]


Answer = Callable[["Visitor"], None]


class Visitor(BaseHTTPRequestHandler):
    """One request to the local server, and what a test makes of it."""

    protocol_version = "HTTP/1.1"
    site: Site

    def _any(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.site.requests.append(Request(self.command, self.path, headers))
        self.site.pages.get(self.path, Site.plain(404))(self)

    do_GET = do_HEAD = _any

    def reply(self, code: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def hang_up(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: Any) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is no news."""


class Site:
    """A server on this machine that answers as its pages say."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.pages: dict[str, Answer] = {}
        self.requests: list[Request] = []
        self._server = Server(("127.0.0.1", 0), type("OneVisitor", (Visitor,), {"site": self}))
        if context:
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_port
        self._scheme = "https" if context else "http"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{self._scheme}://{host}:{self.port}{path}"

    def on(self, path: str, *answers: Answer, head: Answer | None = None) -> str:
        """The URL of a path that gives one answer after the other, the last one for ever; `head` is for HEAD."""
        left = list(answers)

        def answer(visitor: Visitor) -> None:
            if head and visitor.command == "HEAD":
                return head(visitor)
            return (left.pop(0) if len(left) > 1 else left[0])(visitor)

        self.pages[path] = answer
        return self.url(path)

    @staticmethod
    def plain(code: int, body: bytes = b"", **headers: str) -> Answer:
        return lambda visitor: visitor.reply(code, body, **headers)

    @staticmethod
    def page(text: str) -> Answer:
        return Site.plain(200, text.encode(), Content_Type=HTML)

    @staticmethod
    def leads_to(location: str, code: int = 302) -> Answer:
        return Site.plain(code, Location=location)

    def asked(self, path: str) -> list[str]:
        """The methods of the requests for a path."""
        return [request.method for request in self.requests if request.path == path]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.fixture
def secure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Site]]:
    """Makes servers with a certificate for some names, from an authority that is trusted or not."""
    sites: list[Site] = []

    def make(*names: str, trusted: bool = True, **certificate: Any) -> Site:
        authority = trustme.CA()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*names, **certificate).configure_cert(context)
        if trusted:
            authority.cert_pem.write_to_path(str(tmp_path / "roots.pem"))
            monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "roots.pem"))
        sites.append(Site(context))
        return sites[-1]

    yield make
    for site in sites:
        site.close()


class Internet:
    """Names and public addresses as a test wants them. Nothing leaves this machine."""

    def __init__(self) -> None:
        self.names: dict[str, str | list[str] | Exception] = {}
        self.servers: dict[str, int] = {}
        self.looked_up: list[str] = []
        self.connected: list[tuple[str, int]] = []

    def host(self, name: str, address: str, site: Site | None = None) -> None:
        self.names[name] = address
        if site:
            self.servers[address] = site.port

    def getaddrinfo(self, host: str, *_: object, **__: object) -> list[tuple[Any, ...]]:
        self.looked_up.append(host)
        if host not in self.names and NUMERIC.fullmatch(host):
            found: Any = host if ":" in host else socket.inet_ntoa(socket.inet_aton(host))
        else:
            found = self.names.get(host, socket.gaierror(socket.EAI_NONAME, "unknown"))
        if isinstance(found, Exception):
            raise found
        addresses = [found] if isinstance(found, str) else found
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in addresses]


@pytest.fixture(autouse=True)
def internet(monkeypatch: pytest.MonkeyPatch) -> Internet:
    internet = Internet()
    connect = httpcore.AnyIOBackend.connect_tcp

    async def connect_here(self: Any, host: str, port: int, timeout: float | None = None, **_: Any) -> Any:
        internet.connected.append((host, port))
        if host in internet.servers:
            return await connect(self, "127.0.0.1", internet.servers[host], timeout)
        if not host.startswith("127."):
            raise httpcore.ConnectError(OSError(101, "Network is unreachable"))
        return await connect(self, host, port, timeout)

    monkeypatch.setattr(socket, "getaddrinfo", internet.getaddrinfo)
    monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", connect_here)
    return internet


@pytest.fixture(autouse=True)
def haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(politeness, "BACKOFF", 0.01)
    monkeypatch.setattr(politeness, "SPACING", 0.01)


@pytest.fixture
def local() -> ExternalSettings:
    """Settings under which servers on this machine are asked."""
    return ExternalSettings(allow_private=True, timeout=5.0)
