"""A deck with the pictures that `build --external` fetched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.cli.decks import OpenDeck
from slidewright.diagnostics import Diagnostic
from slidewright.resolve.outcomes import Resolved
from slidewright.text import Location

_LIMITS = "not-in-one-file"


class WithPictures(NamedTuple):
    """A deck whose remote pictures are files, what could not be fetched, and the diagrams that were asked for."""

    opened: OpenDeck
    failures: tuple[Diagnostic, ...] = ()
    diagrams: tuple[Resolved, ...] = ()

    def still_true(self, faults: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The checker's findings, without those that speak of the diagrams: they are drawn, or among the failures."""
        asked = {_line(item.reference.location) for item in self.diagrams}
        return (fault for fault in faults if fault.rule != _LIMITS or _line(fault.location) not in asked)


def _line(place: Location) -> tuple[PurePosixPath, int]:
    return place.source.path, place.start.line
