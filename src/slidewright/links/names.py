"""Host names → IP addresses, each looked up once."""

from __future__ import annotations

import asyncio
import socket

from slidewright.links.failures import Doubt, UnansweredError
from slidewright.links.private import is_literal, is_private_name, is_public
from slidewright.links.threads import in_daemon_thread
from slidewright.links.weather import Weather
from slidewright.resolve.remote import LinkStatus

AT_ONCE = 32  # look-ups; each is a thread that waits
PATIENCE = 10.0  # seconds for one look-up
PAUSE = 0.5  # seconds before the second one, where the first told nothing

_WINDOWS_NO_DATA = 11004
_UNKNOWN = {getattr(socket, name, _WINDOWS_NO_DATA) for name in ("EAI_NONAME", "EAI_NODATA")}
"""What a name server says of a name that does not exist, or has no address."""


class Names:
    """The addresses of hosts, from one look-up each, so that no later answer can lead elsewhere."""

    def __init__(self, weather: Weather, timeout: float, *, allow_private: bool) -> None:
        self._weather = weather
        self._timeout = min(timeout, PATIENCE)
        self._allow_private = allow_private
        self._free = asyncio.Semaphore(AT_ONCE)
        self._locks: dict[str, asyncio.Lock] = {}
        self._known: dict[str, tuple[str, ...] | UnansweredError] = {}

    async def addresses(self, host: str) -> tuple[str, ...]:
        """The IP addresses of a host that may be connected to; raises UnansweredError where there are none."""
        if not self._allow_private and is_private_name(host):
            raise _private()
        async with self._locks.setdefault(host, asyncio.Lock()):
            if host not in self._known:
                self._known[host] = await self._look_up(host)
        known = self._known[host]
        if isinstance(known, UnansweredError):
            raise UnansweredError(str(known), known.status, doubt=known.doubt)
        allowed = tuple(address for address in known if self._allow_private or is_public(address))
        if not allowed:
            raise _private()
        return allowed

    async def _look_up(self, host: str) -> tuple[str, ...] | UnansweredError:
        for pause in (PAUSE, 0.0):
            try:
                return await self._found(host)
            except UnansweredError as error:
                if not error.passes:
                    return error
                await asyncio.sleep(pause)
        return UnansweredError("its host name could not be looked up")

    async def _found(self, host: str) -> tuple[str, ...]:
        try:
            async with self._free:
                found = await self._weather.names.unless_failed(self._ask(host))
        except UnicodeError:
            raise UnansweredError("not a valid host name") from None
        except (TimeoutError, OSError) as error:
            raise self._failure(host, error) from None
        if not (is_literal(host) or is_private_name(host)):
            self._weather.names.found()
        return found

    def _failure(self, host: str, error: OSError) -> UnansweredError:
        if isinstance(error, socket.gaierror) and error.errno in _UNKNOWN:
            return UnansweredError("no such host", LinkStatus.DEAD, doubt=Doubt.NAMES)
        self._weather.names.lost(host)
        return UnansweredError("its host name could not be looked up", passes=True)

    async def _ask(self, host: str) -> tuple[str, ...]:
        async with asyncio.timeout(self._timeout):
            return await in_daemon_thread(lambda: _system_addresses(host))


def _system_addresses(host: str) -> tuple[str, ...]:
    rows = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(row[4][0]) for row in rows))


def _private() -> UnansweredError:
    return UnansweredError("a private address", LinkStatus.PRIVATE)
