"""What the server asks of a studio: the deck as it is now, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

Message = dict[str, Any]
"""What goes over a web socket as JSON; `type` says which."""

Send = Callable[[Message], Awaitable[None]]


class SlideInfo(NamedTuple):
    """A slide as a remote control shows it: its title as plain text, its note as HTML, how many clicks it has."""

    no: int
    title: str
    note_html: str
    clicks: int


class Place(NamedTuple):
    """A place in a file, by absolute path; line and column count from 1."""

    file: Path
    line: int = 1
    column: int = 1


class Studio(Protocol):
    """The deck that is previewed. All methods are quick but `wait`, `live`, and the pieces of `page` and `script`."""

    @property
    def run(self) -> str:
        """Random, new for every process: a page of another run takes everything anew."""

    @property
    def version(self) -> int:
        """Grows with every change of what is shown."""

    def wait(self) -> None:
        """Return once there is a deck to show, for what needs one; raises ToolError where there will be none."""

    @property
    def title(self) -> str:
        """The title of the show, as plain text."""

    @property
    def aliases(self) -> Collection[str]:
        """The names by which slides are addressed besides their numbers (`routeAlias`)."""

    def page(self) -> Iterator[bytes]:
        """The HTML for `/`, piece by piece."""

    def script(self) -> Iterator[bytes]:
        """The deck's own script as of now, piece by piece."""

    def file(self, id: str) -> Path | None:
        """A file that the deck shows: its absolute path inside the project, links resolved; None for an unknown id."""

    def media_type(self, id: str) -> str:
        """The media type of a file that the deck shows."""

    def slides(self) -> list[SlideInfo]:
        """All slides, for a remote control."""

    def place(self, no: int) -> Place | None:
        """Where a slide stands, by its number from 1; None where there is no such slide."""

    def is_of_deck(self, path: Path) -> bool:
        """May this file be opened in an editor?"""

    def since(self, run: object, version: object) -> list[Message]:
        """What a page that shows a version of a run has missed: nothing, updates, or one with everything in it."""

    def findings(self) -> Message:
        """The current `findings` message; its files are absolute, or as they are written from the current folder."""

    def wanted(self, slides: list[int]) -> None:
        """These slides are looked at: make them first."""

    def measured(self, slides: list[dict[str, Any]]) -> None:
        """By how many px content leaves slides, as a page has measured."""

    def drawings(self) -> Mapping[str, str]:
        """What is drawn on slides of a deck that keeps drawings, by their numbers: SVG inside its root."""

    def drawn(self, drawings: Mapping[str, str]) -> None:
        """This is drawn on slides: keep it where the deck keeps drawings."""

    async def live(self, send: Send) -> None:
        """Watch and rebuild until cancelled; each message that windows are to have goes to `send`."""

    def close(self) -> None:
        """End what runs beside us; safe to call again, and while a signal is answered."""
