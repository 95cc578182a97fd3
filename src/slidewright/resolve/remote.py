"""What asking a remote address told."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class LinkStatus(StrEnum):
    """What is known of an address after asking it."""

    ALIVE = "alive"
    MOVED = "moved"
    """It answers elsewhere, and every redirect on the way there was permanent."""
    DEAD = "dead"
    """404 or 410, a host that does not exist while others do, or an invalid certificate."""
    NO_ANCHOR = "no-anchor"
    """The page is there, and the place in it that `#…` names is not."""
    UNREACHABLE = "unreachable"
    """Nothing can be said: no network, a timeout, 429, 5xx, an answer that only a browser would get."""
    PRIVATE = "private"
    """A private or loopback address, which is not asked unless allowed."""
    EXCLUDED = "excluded"
    """Not asked, by configuration."""


class LinkState(NamedTuple):
    """An address and what asking it told.

    `code` is the HTTP status of the last answer, `reason` says in a few words what happened, `moved_to` is the address
    that a permanent redirect leads to, `is_cached` tells an answer of an earlier run.
    """

    url: str
    status: LinkStatus
    code: int | None = None
    reason: str = ""
    moved_to: str | None = None
    is_cached: bool = False
