"""How often and how soon a host may be asked."""

from __future__ import annotations

import asyncio
import random
import time
from email.utils import parsedate_to_datetime

from slidewright.links.failures import UnansweredError

BACKOFF = 0.5  # seconds before the first retry; doubled for each further one
SPACING = 0.25  # seconds between two requests to a host that answered 429; doubled each time it does so again
WIDEST_SPACING = 4.0  # seconds
LONGEST_WAIT = 30.0  # seconds that a host may ask to be left alone for


def backoff(attempt: int) -> float:
    """Seconds to wait after a failed attempt (from 0), with jitter, so that many do not come back at once."""
    return min(BACKOFF * 2.0 ** min(attempt, 16), LONGEST_WAIT) * random.uniform(0.5, 1.0)


def seconds_to_wait(retry_after: str | None) -> float | None:
    """What a `Retry-After` header asks for, as seconds or an HTTP date; None where it says nothing."""
    text = (retry_after or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return None


class Host:
    """One host: how many requests it gets at once, how far apart, and when it is given up.

    Failures of requests that were on their way together count as one.
    """

    def __init__(self, per_host: int, patience: int) -> None:
        self.slots = asyncio.Semaphore(max(1, per_host))
        self.visitors = 0  # requests that wait or are on their way
        self.drops_head = False  # a request by HEAD was not answered at all
        self._patience = patience
        self._failures = 0
        self._last_failure = -1.0
        self._next = 0.0
        self._spacing = 0.0
        self._given_up: UnansweredError | None = None

    async def turn(self) -> float:
        """Wait until it may be asked, and return the time of that; raises UnansweredError once it is given up."""
        clock = asyncio.get_running_loop().time
        while True:
            if self._given_up:
                raise UnansweredError(str(self._given_up), code=self._given_up.code)
            now = clock()
            if now >= self._next:
                self._next = now + self._spacing
                return now
            await asyncio.sleep(self._next - now)

    def answered(self) -> None:
        """It answered something else than "too many requests"."""
        self._failures = 0

    def failed(self, asked_at: float, failure: UnansweredError) -> None:
        """A request came to nothing."""
        if asked_at <= self._last_failure:
            return
        self._last_failure = asyncio.get_running_loop().time()
        self._failures += 1
        if self._failures > self._patience:
            self._given_up = failure

    def slow_down(self, asked_at: float, failure: UnansweredError) -> None:
        """It answered 429: leave it alone as long as it wants, then ask less often."""
        if asked_at > self._last_failure:
            self._spacing = min(max(2 * self._spacing, SPACING), WIDEST_SPACING)
        self.failed(asked_at, failure)
        pause = backoff(self._failures) if failure.wait is None else failure.wait
        if pause > LONGEST_WAIT:
            self._given_up = UnansweredError(f"{failure}: wants to be left alone for {pause:.0f} s", code=failure.code)
        self._next = max(self._next, asyncio.get_running_loop().time() + pause)
