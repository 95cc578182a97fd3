"""The deck that is previewed: made anew at each change, and told to the windows as what has changed."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from slidewright.check.show import Show
from slidewright.diagnostics import Diagnostic
from slidewright.engine import EngineError
from slidewright.errors import InputError
from slidewright.render.assets import media_type
from slidewright.render.live import Fault, LiveDeck, live_page, live_script
from slidewright.render.problems import first_line
from slidewright.serve import findings as said
from slidewright.serve.drawings import Drawings
from slidewright.serve.findings import Display
from slidewright.serve.history import History
from slidewright.serve.measures import Measures
from slidewright.serve.remote_slides import RemoteSlides
from slidewright.serve.studio_protocol import Message, Place, Send, SlideInfo
from slidewright.serve.watching import changes
from slidewright.serve.workshop import MORE, Abandoned, Overview, Workshop

Tell = Callable[[Sequence[Diagnostic], Sequence[Fault]], None]
_Result = TypeVar("_Result")

PATIENCE = 3.0  # seconds for a window to come before slides are made that none asks for
RENEWED = 300  # versions after which the engine is another process
CALM = 0.25  # seconds without a change after which there is time for what is not on show
CALMEST = 1.5  # seconds of that at most
PAUSES = 4  # times as long as that takes nothing must change, so that it seldom holds an edit up
LATER = 0.75  # seconds more until pages draw slides once more to measure them
_HALF_SAVED = 0.15  # seconds in which an empty file may be one that is just being written
_STARTING = 120.0  # seconds for the first deck

_CLIENT = "/@slidewright/client"
_BEFORE = ("socket",)
_AFTER = ("channel", "sync", "places", "list", "faults", "panel", "outside", "measure")


class LiveStudio:
    """The studio of one deck; `tell` says on the terminal what was found, `measures`: pages measure the slides."""

    def __init__(
        self, workshop: Workshop, display: Display, tell: Tell, drawings: Drawings, measures: bool = True
    ) -> None:
        self._workshop, self._display, self._tell, self._measures = workshop, display, tell, measures
        self._root = workshop.reader.root
        self._history, self._measured = History(), Measures()
        self._drawings = drawings
        self._is_there = threading.Event()
        self._making = ThreadPoolExecutor(1, "making")
        self._examining = ThreadPoolExecutor(1, "examining")
        self._looked_at: list[int] = []
        self._faults: tuple[Fault, ...] = ()
        self._found = Overview()
        self._remote: RemoteSlides | None = None
        self._told: tuple[Sequence[Diagnostic], Sequence[Fault]] | None = None
        self._examined: object = None
        self._is_seen = self._is_warm = self._is_busy = False
        self._renewed = 0
        self._calm = CALM
        self._wake: asyncio.Event | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    # What the server asks

    @property
    def run(self) -> str:
        """Random, new for every process."""
        return self._history.run

    @property
    def version(self) -> int:
        """Grows with every change of what is shown."""
        return self._history.version

    def wait(self) -> None:
        """Return once there is a deck to show."""
        self._shown()

    @property
    def title(self) -> str:
        """The title of the show, as plain text."""
        return str(self._shown().config["slidesTitle"])

    @property
    def aliases(self) -> Collection[str]:
        """The names by which slides are addressed besides their numbers."""
        slides = self._workshop.last.deck.slides if self._workshop.last else ()
        return {str(slide.effective_frontmatter.get("routeAlias")) for slide in slides} - {"None", ""}

    def page(self) -> Iterator[bytes]:
        """The HTML for `/`."""
        yield live_page(self._shown(), self.scripts()).encode("utf-8", "replace")

    def scripts(self) -> list[str]:
        """The addresses of the page's scripts, in their order."""
        theme = self._shown().theme
        client = [f"{_CLIENT}/themes/{theme}.js"] if theme else []
        before, after = ([f"{_CLIENT}/live/{name}.js" for name in names] for names in (_BEFORE, _AFTER))
        return [*before, "/@slidewright/deck.js", *client, f"{_CLIENT}/shell.js", *after]

    def script(self) -> Iterator[bytes]:
        """The deck's own script as of now."""
        deck, version = self._shown(), self.version
        yield "".join(live_script(deck, self.run, version)).encode("utf-8", "replace")

    def file(self, id: str) -> Path | None:
        """A file that the deck shows, by its id."""
        found = self._deck.files.get(id) if self._deck else None
        path = (self._root / found.path).resolve() if found else None
        return path if path is not None and path.is_relative_to(self._root) and path.is_file() else None

    def media_type(self, id: str) -> str:
        """The media type of a file that the deck shows."""
        found = self._deck.files.get(id) if self._deck else None
        return media_type(found.path if found else PurePosixPath())

    def slides(self) -> list[SlideInfo]:
        """All slides, for a remote control."""
        deck, read = self._shown(), self._workshop.last
        if read is None:
            return []
        if self._remote is None or self._remote.read is not read:
            self._remote = RemoteSlides(read)
        return self._remote.of(deck)

    def place(self, no: int) -> Place | None:
        """Where a slide stands."""
        slides = self._workshop.last.deck.slides if self._workshop.last else ()
        if not 0 < no <= len(slides):
            return None
        slide = slides[no - 1]
        start = slide.source.position(first_line(slide).start)
        return Place(self._root / slide.source.path, start.line, start.column)

    def is_of_deck(self, path: Path) -> bool:
        """Is this a file that the deck consists of, or one that something is said about?"""
        relative = self._workshop.reader.relative(path.resolve())
        places = {one.location.source.path for one in (*self._found.checked, *self._found.rendered)}
        return relative is not None and relative in {*self._workshop.documents(), *places}

    def since(self, run: object, version: object) -> list[Message]:
        """What a page that shows a version of a run has missed: nothing, updates, or one with everything in it."""
        self._is_seen = True
        self._stir()
        return self._history.since(run, version)

    def findings(self) -> Message:
        """The current `findings` message."""
        return said.message(self.version, self._findings(), self._faults, self._display)

    def wanted(self, slides: list[int]) -> None:
        """These slides are looked at: make them first."""
        self._looked_at = [*slides, *(no for no in self._looked_at if no not in slides)][:MORE]
        self._stir()

    def measured(self, slides: list[dict[str, Any]]) -> None:
        """By how many px content leaves slides."""
        self._measured.take(slides, self._deck.slides if self._deck else ())
        self._stir()

    def drawings(self) -> Mapping[str, str]:
        """What is drawn on slides of a deck that keeps drawings."""
        return self._drawings.of(self._shown())

    def drawn(self, drawings: Mapping[str, str]) -> None:
        """This is drawn on slides."""
        self._drawings.take(self._shown(), drawings)

    # What it does by itself

    async def live(self, send: Send) -> None:
        """Watch and rebuild until cancelled; raises ToolError where there is no deck to begin with."""
        self._wake, self._loop = asyncio.Event(), asyncio.get_running_loop()
        stop = asyncio.Event()
        waiting: set[PurePosixPath] = set()
        watching = asyncio.create_task(self._watch(stop, waiting))
        try:
            self._history.take(await self._in(self._making, self._made, ()))
            self._is_there.set()
            while True:
                await self._next(send, waiting)
                if watching.done():
                    watching.result()
        finally:
            stop.set()
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching

    def close(self) -> None:
        """End the engine; safe to call again."""
        self._is_there.set()  # whoever waits for a deck need not any more
        self._making.shutdown(wait=False, cancel_futures=True)
        self._examining.shutdown(wait=False, cancel_futures=True)
        self._drawings.close()
        self._workshop.close()

    async def _watch(self, stop: asyncio.Event, waiting: set[PurePosixPath]) -> None:
        async for some in changes(self._root, stop):
            others = [path for path in some if not self._drawings.owns(path)]
            if concerned := self._workshop.reader.concerned(others):
                waiting |= concerned
                self._is_busy = True
                self._stir()

    async def _next(self, send: Send, waiting: set[PurePosixPath]) -> None:
        """One step: what changed first, then slides that are still to be made, then what there is time for."""
        assert self._wake is not None
        if waiting:
            some = frozenset(waiting)
            waiting.clear()
            await self._make(send, some)
        elif self._deck is not None and self._deck.unmade:
            if self._is_seen or not await self._is_stirred(PATIENCE):
                self._is_seen = True
                await self._make(send, None)
        elif not await self._is_stirred(self._calm):
            self._is_busy = False
            with suppress(Abandoned):
                await self._settle(send)
                if not await self._is_stirred(LATER):
                    await self._measure(send)
            await self._wake.wait()
        self._wake.clear()

    async def _make(self, send: Send, changed: Collection[PurePosixPath] | None) -> None:
        """Make the deck; what keeps it from being shown is told, and the last good one stays."""
        if changed and self._is_half_saved(changed):
            await asyncio.sleep(_HALF_SAVED)
        before = self._faults
        try:
            deck = await self._in(self._making, self._made, changed)
        except (InputError, EngineError) as error:
            title = "The deck cannot be read" if isinstance(error, InputError) else "The engine does not work"
            self._faults = (Fault(None, title, str(error)),)
        else:
            self._faults = deck.faults
            await self._show(send, deck)
        if before != self._faults:
            await send(self.findings())

    async def _show(self, send: Send, deck: LiveDeck) -> None:
        if (message := self._history.take(deck)) is not None:
            await send(message)

    def _made(self, changed: Collection[PurePosixPath] | None) -> LiveDeck:
        return self._workshop.make(changed, self._deck, tuple(self._looked_at))

    def _is_half_saved(self, changed: Collection[PurePosixPath]) -> bool:
        """Is a file of the deck empty or away, as it is for a moment while some editors save?"""
        documents = self._workshop.documents()
        with suppress(OSError):
            return any(path in documents and (self._root / path).stat().st_size == 0 for path in changed)
        return True

    async def _settle(self, send: Send) -> None:
        """What there is time for when nothing changes: web fonts, the checks, the measuring of slides.

        Raises Abandoned where something changes in the meantime.
        """
        deck = self._deck
        assert deck is not None
        await self._care_for_engine()
        if self._examined is not self._workshop.last:
            last, start = self._workshop.last, time.perf_counter()
            self._found = await self._in(self._examining, self._workshop.look_over, lambda: not self._is_busy)
            self._calm = min(max(CALM, PAUSES * (time.perf_counter() - start)), CALMEST)
            self._examined = last
            await self._show(send, replace(self._deck or deck, fonts=self._found.fonts))
        told = self._findings(), self._faults
        if told != self._told:
            self._told = told
            await send(self.findings())
            self._tell(*told)
        if not gc.get_freeze_count():
            gc.freeze()  # most of what is there now stays

    async def _care_for_engine(self) -> None:
        """Warm it before the first edit; after very many start another one, since it only grows."""
        if not self._is_warm:
            self._is_warm = True
            await self._in(self._making, self._workshop.warm)
        elif self.version - self._renewed >= RENEWED:
            self._renewed = self.version
            adopt = await self._in(self._examining, self._workshop.renew)
            await self._in(self._making, adopt)

    async def _measure(self, send: Send) -> None:
        """Ask for the slides that have not been measured as they are now."""
        missing = self._measured.missing(self._deck.slides) if self._deck and self._measures else []
        if missing:
            await send({"type": "measure", "slides": missing})

    def _findings(self) -> tuple[Diagnostic, ...]:
        read, deck = self._workshop.last, self._deck
        if read is None or deck is None:
            return ()
        sides = self._measured.by_number(deck.slides[: len(read.deck.slides)])
        return said.all_findings(self._found.checked, self._found.rendered, Show(*read), sides)

    @property
    def _deck(self) -> LiveDeck | None:
        return self._history.deck

    def _shown(self) -> LiveDeck:
        """The deck on show; waits for the first one."""
        self._is_there.wait(_STARTING)
        if self._deck is None:
            raise EngineError("the deck could not be made")
        return self._deck

    async def _in(self, threads: ThreadPoolExecutor, work: Callable[..., _Result], *given: Any) -> _Result:
        assert self._loop is not None
        return await self._loop.run_in_executor(threads, work, *given)

    async def _is_stirred(self, seconds: float) -> bool:
        assert self._wake is not None
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), seconds)
            return True
        return False

    def _stir(self) -> None:
        if self._loop is not None and self._wake is not None:
            self._loop.call_soon_threadsafe(self._wake.set)
