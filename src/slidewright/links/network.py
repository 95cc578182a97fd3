"""Connections that go to the addresses that were checked, and nowhere else."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from functools import cache

import httpcore
import httpx

from slidewright.links.failures import UnansweredError
from slidewright.links.names import Names
from slidewright.links.private import is_public
from slidewright.links.weather import Weather

CONNECT_PATIENCE = 5.0  # seconds for one address of a host


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Opens connections by the answer of the one look-up that was checked: the name is not looked up again.

    Above it, TLS and the Host header still see the name.
    """

    def __init__(self, names: Names, weather: Weather) -> None:
        self._names = names
        self._weather = weather
        self._sockets = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to an address of a host that takes one; raises UnansweredError where none does."""
        failure = UnansweredError("no connection", passes=True)
        for address in _two_ways(await self._names.addresses(host)):
            try:
                return await self._connect(host, address, port, timeout)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = _unconnected(error)
        raise failure

    async def _connect(self, host: str, address: str, port: int, timeout: float | None) -> httpcore.AsyncNetworkStream:
        opening = self._sockets.connect_tcp(address, port, timeout)
        if not is_public(address):
            return await opening
        tally = self._weather.connections
        try:
            stream = await tally.unless_failed(opening)
        except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
            # A host that refuses is there, and so is the network.
            tally.found() if _is_refusal(error) else tally.lost(host)
            raise
        tally.found()
        return stream


def _two_ways(addresses: tuple[str, ...]) -> tuple[str, ...]:
    """The first address, and the first of the other family (IPv4, IPv6), either of which may not be routed here."""
    first, *others = addresses
    second = sorted(others, key=lambda address: (":" in address) == (":" in first))[:1]
    return (first, *second)


def _unconnected(error: Exception) -> UnansweredError:
    if _is_refusal(error):
        return UnansweredError("the connection was refused", passes=True)
    if isinstance(error, httpcore.ConnectTimeout):
        return UnansweredError("no connection in time", passes=True)
    return UnansweredError("no way to the host", passes=True)


def _is_refusal(error: BaseException | None) -> bool:
    # Layers between here and the socket wrap its error, some more than once.
    while error is not None:
        if isinstance(error, (ConnectionRefusedError, ConnectionResetError)):
            return True
        error = error.__cause__ or error.__context__
    return False


class Transport(httpx.AsyncBaseTransport):
    """Pools of connections above one backend, for each host its own: the time that httpcore takes to find a connection
    grows with the square of their number.

    HEAD goes by HTTP/2 and GET by HTTP/1.1. An HTTP/2 connection keeps a stream open whose body is not read to its end,
    and runs out of them; GET may stop in the middle of a page, and an HTTP/1.1 connection is closed then.
    """

    def __init__(self, backend: httpcore.AsyncNetworkBackend) -> None:
        self._backend = backend
        self._pools: dict[bytes, dict[tuple[bytes, bool], httpcore.AsyncConnectionPool]] = {}
        # Root certificates take long to read; of a context, httpcore changes which protocols it offers.
        self._context = cache(lambda http2: httpx.create_ssl_context())

    def _pool(self, url: httpx.URL, *, http2: bool) -> httpcore.AsyncConnectionPool:
        pools, key = self._pools.setdefault(url.raw_host, {}), (url.raw_scheme, http2)
        if key not in pools:
            context = self._context(http2) if url.scheme == "https" else None
            pools[key] = httpcore.AsyncConnectionPool(context, http2=http2, network_backend=self._backend)
        return pools[key]

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The head of an answer, its body still to be read; raises httpcore's errors, and the backend's."""
        pool = self._pool(request.url, http2=request.url.scheme == "https" and request.method == "HEAD")
        answer = await pool.handle_async_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    async def leave(self, host: bytes) -> None:
        """Close the connections to a host."""
        for pool in self._pools.pop(host, {}).values():
            await pool.aclose()

    async def aclose(self) -> None:
        """Close all connections."""
        for host in tuple(self._pools):
            await self.leave(host)


class _Body(httpx.AsyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._answer.aiter_stream():
            yield part

    async def aclose(self) -> None:
        await self._answer.aclose()
