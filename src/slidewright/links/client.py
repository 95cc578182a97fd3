"""One request: what it carries, and what is read of the answer."""

from __future__ import annotations

import asyncio
import contextlib
from types import TracebackType
from typing import NamedTuple, Self

import httpx

from slidewright import __version__
from slidewright.links.addresses import host_of
from slidewright.links.failures import Doubt, UnansweredError, explain
from slidewright.links.identity import own_headers
from slidewright.links.names import Names
from slidewright.links.network import CONNECT_PATIENCE, CheckedBackend, Transport
from slidewright.links.page import Page, is_page
from slidewright.links.weather import Weather
from slidewright.settings import ExternalSettings

PAGE_LIMIT = 4_000_000  # bytes of a page that are read in search of anchors
PART = 65_536  # bytes of it that are looked at in one go
DOWNLOAD = 3  # times the patience for an answer, for all of a picture
HEADERS = {
    "User-Agent": f"slidewright/{__version__} (checks the links of slides)",
    "Accept": "text/html,application/xhtml+xml;q=0.9,image/*;q=0.8,*/*;q=0.7",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


class Reply(NamedTuple):
    """The answer to one request; `missing` are the names sought that are surely not in the page, `content` what is kept
    of it."""

    method: str
    code: int
    headers: httpx.Headers
    missing: frozenset[str] = frozenset()
    content: bytes = b""


class Client:
    """Sends single requests, without redirects, retries or politeness. `keep` is how many bytes of an answer are kept:
    a larger one is none.

    httpx's own client would prepare the next request of every redirect, and fail where its address is not valid.
    """

    def __init__(self, settings: ExternalSettings, weather: Weather, keep: int = 0) -> None:
        self._hosts = {host.lower(): own for host, own in settings.hosts.items()}
        self._timeout = settings.timeout
        self._weather = weather
        self._keep = keep
        self._names = Names(weather, settings.timeout, allow_private=settings.allow_private)
        self._transport = Transport(CheckedBackend(self._names, weather))
        # Two ways to connect and the answer share the time.
        connect = min(settings.timeout / 3, CONNECT_PATIENCE)
        self._extensions = {"timeout": httpx.Timeout(settings.timeout, connect=connect, pool=None).as_dict()}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._transport.aclose()

    async def send(self, method: str, url: httpx.URL, cookies: httpx.Cookies, names: frozenset[str]) -> Reply:
        """The answer of one address, in whose page `names` are looked for; raises UnansweredError for any failure."""
        try:
            response = await self._response(method, url, cookies)
            async with contextlib.aclosing(response):
                if "Set-Cookie" in response.headers:
                    cookies.extract_cookies(response)
                missing = await self._missing(response, names)
                content = await self._content(response)
                await self._finish(response)
                return Reply(method, response.status_code, response.headers, missing, content)
        except Exception as error:  # servers answer anything, and what libraries raise for it has no common root
            raise self._explained(url, error) from None

    async def leave(self, host: str) -> None:
        """Close the connections to a host that is not asked any more for now."""
        await self._transport.leave(host.encode("ascii"))

    async def _response(self, method: str, url: httpx.URL, cookies: httpx.Cookies) -> httpx.Response:
        headers = httpx.Headers(HEADERS)
        headers.update(own_headers(url, self._hosts.get(host_of(url))))
        request = httpx.Request(method, url, headers=headers, extensions=self._extensions)
        if len(cookies):
            cookies.set_cookie_header(request)
        await self._names.addresses(host_of(url))  # which has a time limit of its own
        async with asyncio.timeout(self._timeout):  # httpx limits each read, not their sum
            response = await self._transport.handle_async_request(request)
        response.request = request
        if url.scheme == "https":
            self._weather.certificates.found()
        return response

    async def _missing(self, response: httpx.Response, names: frozenset[str]) -> frozenset[str]:
        if not (names and response.is_success and is_page(response.headers.get("Content-Type", ""))):
            return frozenset()
        page, size = Page(names, response.charset_encoding), 0
        try:
            async with asyncio.timeout(self._timeout):
                async for part in response.aiter_bytes(PART):
                    page.feed(part)
                    size += len(part)
                    if page.is_decided or size > PAGE_LIMIT:
                        return frozenset()
        except Exception:  # half a page proves nothing, however it ended
            return frozenset()
        return page.missing()

    async def _content(self, response: httpx.Response) -> bytes:
        """All of a good answer; raises UnansweredError for one that is too large."""
        parts: list[bytes] = []
        if not (self._keep and response.is_success):
            return b""
        left = self._keep
        async with asyncio.timeout(self._timeout * DOWNLOAD):
            async for part in response.aiter_bytes(PART):
                left -= len(part)
                if left < 0:
                    raise UnansweredError(f"larger than {self._keep // 1_000_000} MB")
                parts.append(part)
        return b"".join(parts)

    async def _finish(self, response: httpx.Response) -> None:
        """Read what is left where that is little: only then the connection serves the next request."""
        length = response.headers.get("Content-Length", "")
        is_short = response.request.method == "HEAD" or (length.isdecimal() and len(length) < 6)
        if is_short and not response.is_stream_consumed:
            with contextlib.suppress(Exception):  # the answer is known, however its rest may fail
                async with asyncio.timeout(self._timeout):
                    async for _ in response.aiter_raw():
                        pass

    def _explained(self, url: httpx.URL, error: Exception) -> UnansweredError:
        failure = explain(error, self._timeout)
        if failure.doubt is Doubt.CERTIFICATES:
            self._weather.certificates.lost(host_of(url))
        return failure
