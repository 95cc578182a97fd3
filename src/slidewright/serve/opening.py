"""“Open in editor”: by a command of this machine, or by an address that the page opens; files of the deck only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from slidewright.serve.editors import Editor, address
from slidewright.serve.studio_protocol import Message, Place, Studio


class Opening:
    """Opens places of the deck for windows of this machine; `tell` gets the reason where the editor fails."""

    def __init__(self, studio: Studio, editor: Editor | None, tell: Callable[[str], None]) -> None:
        self._studio, self._editor, self._tell = studio, editor, tell

    def way(self, is_local: bool) -> str | None:
        """How a window opens a place: "command", "address", or not at all."""
        if not is_local:
            return None
        return "command" if self._editor else "address"

    def open(self, message: Message) -> None:
        """Open the place that a message names: that of a slide, or one in a file of the deck."""
        place = self._place(message)
        if place is not None and self._editor is not None and self._studio.is_of_deck(place.file):
            self._editor.open(place, self._tell)

    def href(self, message: Message) -> str | None:
        """The address by which a page opens the place that a message names; None for a file of no deck."""
        place = self._place(message)
        return address(place) if place is not None and self._studio.is_of_deck(place.file) else None

    def with_addresses(self, findings: Message) -> Message:
        """A message of findings, each with the address that opens its place."""
        named = {key: [_with_address(one) for one in findings.get(key, ())] for key in ("findings", "faults")}
        return {**findings, **named}

    def _place(self, message: Message) -> Place | None:
        if type(message.get("no")) is int:
            return self._studio.place(message["no"])
        return _written(message)


def _written(found: dict[str, Any]) -> Place | None:
    """The place that a finding or a message names; a path is absolute, or as it is written from the current folder."""
    file = found.get("file")
    if not isinstance(file, str) or not file or "\0" in file:
        return None
    return Place(Path(file).absolute(), _counted(found.get("line")), _counted(found.get("column")))


def _counted(value: Any) -> int:
    return value if type(value) is int and 0 < value < 1 << 31 else 1


def _with_address(found: dict[str, Any]) -> dict[str, Any]:
    place = _written(found)
    return found if place is None else {**found, "href": address(place)}
