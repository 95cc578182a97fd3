"""Whether the network as a whole is there, from what single hosts say."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from slidewright.links.failures import UnansweredError

HOSTS_LOST = 3  # hosts in trouble, while none is well, after which it is the network

T = TypeVar("T")


class Tally:
    """The hosts that a step failed for, until it works for one."""

    def __init__(self) -> None:
        self.works = False
        self.failed = asyncio.Event()
        self._lost: set[str] = set()

    def found(self) -> None:
        """The step worked: what fails from now on is a host's own trouble."""
        self.works = True
        self.failed.clear()

    def lost(self, host: str) -> None:
        """The step failed in a way that a dead network would make it fail."""
        self._lost.add(host)
        if not self.works and len(self._lost) >= HOSTS_LOST:
            self.failed.set()

    async def unless_failed(self, step: Coroutine[Any, Any, T]) -> T:
        """The result of the step for one host; raises UnansweredError as soon as it is known to fail for all."""
        if self.failed.is_set():
            step.close()
            raise _down()
        work = asyncio.ensure_future(step)
        alarm = asyncio.ensure_future(self.failed.wait())
        try:
            await asyncio.wait((work, alarm), return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                raise _down()
            return work.result()
        finally:
            work.cancel()
            alarm.cancel()
            await asyncio.gather(work, alarm, return_exceptions=True)


def _down() -> UnansweredError:
    return UnansweredError("the network seems to be down")


class Weather:
    """Evidence from all hosts; private ones are not asked for any, they say nothing of the network outside."""

    def __init__(self) -> None:
        self.names = Tally()
        self.connections = Tally()
        self.certificates = Tally()
