"""Requests of all addresses together: no more at once than the settings and the hosts allow."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import httpx

from slidewright.links.addresses import host_of
from slidewright.links.client import Client, Reply
from slidewright.links.failures import UnansweredError, wording
from slidewright.links.politeness import Host, seconds_to_wait
from slidewright.settings import ExternalSettings

TOO_MANY_REQUESTS = 429


class Agent:
    """A client with manners."""

    def __init__(self, settings: ExternalSettings, client: Client) -> None:
        self.settings = settings
        self._client = client
        self._free = asyncio.Semaphore(max(1, settings.concurrency))
        self._hosts: dict[str, Host] = {}

    async def ask(self, method: str, url: httpx.URL, cookies: httpx.Cookies, names: frozenset[str]) -> Reply:
        """The answer to one request, sent when it is its turn; raises UnansweredError for none, for 429 and for 5xx.

        A host that drops HEAD gets GET instead.
        """
        async with self._visit(host_of(url)) as host:
            asked_at = asyncio.get_running_loop().time()
            method = "GET" if host.drops_head else method
            try:
                reply = await self._client.send(method, url, cookies, names)
            except UnansweredError as error:
                if error.passes:
                    host.drops_head = True  # maybe; the next requests to it will tell
                    host.failed(asked_at, error)
                raise
        failure = _complaint(reply)
        if failure and failure.code == TOO_MANY_REQUESTS:
            host.slow_down(asked_at, failure)
        else:
            host.answered()
        if failure:
            raise failure
        return reply

    @contextlib.asynccontextmanager
    async def _visit(self, name: str) -> AsyncIterator[Host]:
        """The host, from when it is this request's turn; the last one to go closes the connections."""
        if name not in self._hosts:
            self._hosts[name] = Host(self.settings.per_host, max(0, self.settings.retries) + 1)
        host = self._hosts[name]
        host.visitors += 1
        try:
            async with host.slots:
                await host.turn()
                async with self._free:
                    yield host
        finally:
            host.visitors -= 1
            if not host.visitors:
                await self._client.leave(name)


def _complaint(reply: Reply) -> UnansweredError | None:
    """What a server that has trouble of its own says, which it may not say again."""
    if reply.code != TOO_MANY_REQUESTS and not 500 <= reply.code < 600:
        return None
    wait = seconds_to_wait(reply.headers.get("Retry-After"))
    return UnansweredError(wording(reply.code), code=reply.code, passes=True, wait=wait)
