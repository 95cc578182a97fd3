"""One address on its way through retries and redirects."""

from __future__ import annotations

import asyncio

import httpx

from slidewright.links.addresses import Address, host_of, is_excluded, join
from slidewright.links.agent import TOO_MANY_REQUESTS, Agent
from slidewright.links.client import Reply
from slidewright.links.failures import UnansweredError, wording
from slidewright.links.moves import Answer, Trip, judge
from slidewright.links.politeness import LONGEST_WAIT, backoff
from slidewright.resolve.remote import LinkStatus

MOST_REDIRECTS = 10
REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Journey:
    """Asks one address; keeps what belongs to it alone: cookies, retries that are left, places it has been to."""

    def __init__(self, agent: Agent, start: httpx.URL, names: frozenset[str]) -> None:
        self._agent = agent
        self._start = start
        self._names = names
        self._cookies = httpx.Cookies()
        self._first_method = "GET" if names else "HEAD"
        self._retries_used = 0
        self._hops: list[int] = []
        self._seen = {(str(start), "")}

    async def answer(self) -> Answer:
        """What the address told; raises nothing."""
        try:
            return await self._travel()
        except UnansweredError as error:
            return Answer(error.status, error.code, str(error), doubt=error.doubt)

    async def _travel(self) -> Answer:
        at, reply = await self._arrive()
        return judge(Trip(self._start, at, tuple(self._hops)), reply.code, reply.missing)

    async def _arrive(self) -> tuple[Address, Reply]:
        """The place where redirects end, and its answer."""
        at = Address(self._start, "")
        while True:
            reply = await self._reply(at.url)
            if reply.code not in REDIRECTS:
                return at, reply
            at = self._next(at, reply)

    async def _reply(self, url: httpx.URL) -> Reply:
        """The lasting answer of one place on the way."""
        method = self._first_method
        while True:
            try:
                reply = await self._agent.ask(method, url, self._cookies, self._names)
                if reply.method == "GET" or reply.code < 400:
                    return reply
            except UnansweredError as error:
                # Servers that cannot answer HEAD say so in any way, so GET is no retry of it, unless they ask for time.
                if method == "GET" or error.code in (None, TOO_MANY_REQUESTS) or error.wait is not None:
                    await self._pause(url, error)
            method = "GET"

    async def _pause(self, url: httpx.URL, error: UnansweredError) -> None:
        """Wait before the next try; raises the error where there is none."""
        wait = backoff(self._retries_used) if error.wait is None else error.wait
        if not error.passes or self._retries_used >= self._agent.settings.retries or wait > LONGEST_WAIT:
            raise self._placed(url, error)
        self._retries_used += 1
        if error.code != TOO_MANY_REQUESTS:  # for which the host itself makes all its addresses wait
            await asyncio.sleep(wait)

    def _placed(self, url: httpx.URL, error: UnansweredError) -> UnansweredError:
        """The error, with the place if that is another than the one that is written."""
        if not self._hops:
            return error
        reason = f"redirects to {host_of(url)}: {error}"
        return UnansweredError(reason, error.status, code=error.code, doubt=error.doubt)

    def _next(self, at: Address, reply: Reply) -> Address:
        """Where a redirect leads; raises UnansweredError where it is not followed."""
        location = reply.headers.get("Location", "")
        if not location:
            raise UnansweredError(f"{wording(reply.code)} that does not say where to", code=reply.code)
        if len(self._hops) == MOST_REDIRECTS:
            raise UnansweredError(f"more than {MOST_REDIRECTS} redirects", code=reply.code)
        target = join(at.url, location)
        if is_excluded(str(target.url), self._agent.settings.exclude):
            raise UnansweredError("redirects to an excluded address", LinkStatus.EXCLUDED)
        self._remember(target.url, reply)
        self._hops.append(reply.code)
        return target if target.fragment else Address(target.url, at.fragment)

    def _remember(self, url: httpx.URL, reply: Reply) -> None:
        # Some sites send a visitor back to where they came from, now with a cookie.
        probe = httpx.Request("GET", url)
        self._cookies.set_cookie_header(probe)
        place = (str(url), probe.headers.get("Cookie", ""))
        if place in self._seen:
            raise UnansweredError("redirects in a circle", code=reply.code)
        self._seen.add(place)
