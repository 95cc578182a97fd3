"""What the rules about remote addresses share: the places whose address answered in a certain way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from slidewright.check.finding import Finding
from slidewright.check.show import Show
from slidewright.diagnostics import Fix
from slidewright.resolve.addresses import RemotePlace, remote_places
from slidewright.resolve.remote import LinkState, LinkStatus


class Asked(NamedTuple):
    """A place that names a remote address, and what asking it told."""

    place: RemotePlace
    state: LinkState

    @property
    def host(self) -> str:
        """The address's host, with the port where one is named."""
        return urlsplit(self.place.url).netloc.rpartition("@")[2]

    @property
    def answer(self) -> str:
        """What happened, in a few words: `404 Not Found`."""
        code = "" if self.state.code is None else str(self.state.code)
        reason = self.state.reason
        return reason if reason.startswith(code) else f"{code} {reason}"


def asked(show: Show, status: LinkStatus) -> Iterator[Asked]:
    """The places whose address answered so; none where nothing was asked."""
    if not any(state.status is status for state in show.links.values()):
        return
    for place in remote_places(show.resolutions):
        state = show.links.get(place.url)
        if state is not None and state.status is status:
            yield Asked(place, state)


def at_address(item: Asked, message: str, help: str, cause: str, fix: Fix | None = None) -> Finding:
    """A finding at a place that names a remote address."""
    slide = item.place.slides[0] if item.place.slides else None
    return Finding(item.place.location, message, help, slide, cause=cause, fix=fix)
