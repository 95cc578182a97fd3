"""The deck that is previewed: read and made anew at each change, and told to the windows as what has changed."""

from __future__ import annotations

import asyncio
import gc
import secrets
import threading
from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from slidewright.diagnostics import Diagnostic
from slidewright.engine import Engine, EngineError
from slidewright.errors import InputError, ToolError
from slidewright.model import Deck
from slidewright.render.assets import media_type
from slidewright.render.fonts.problems import of_fonts
from slidewright.render.live import Fault, LiveDeck, LiveMaker, live_page, live_script, snapshot, update
from slidewright.render.live.updates import is_nothing
from slidewright.render.problems import first_line
from slidewright.resolve.outcomes import Resolutions
from slidewright.serve import findings as said
from slidewright.serve.findings import Display, Sides
from slidewright.serve.reading import DeckReader, ReadDeck
from slidewright.serve.remote_slides import slide_infos
from slidewright.serve.studio_protocol import Place, SlideInfo
from slidewright.serve.watching import changes
from slidewright.settings import BuildSettings
from slidewright.workspace import Workspace

Examine = Callable[[Deck, Resolutions, Workspace, Callable[[], bool]], Sequence[Diagnostic]]
"""Finds what is wrong; asks now and then whether that is still wanted, and raises Abandoned where it is not."""
Tell = Callable[[Sequence[Diagnostic], Sequence[Fault]], None]
Send = Callable[[dict[str, Any]], Awaitable[None]]

FIRST = 12  # slides made before the page is there
MORE = 48  # slides made at a time after that
PATIENCE = 3.0  # seconds for a window to come before slides are made that none asks for
RENEWED = 300  # versions after which the engine is another process
KEPT = 40  # updates, for pages that have missed some
CALM = 0.25  # seconds without a change after which there is time for what is not on show
_HALF_SAVED = 0.15  # seconds in which an empty file may be one that is just being written
_STARTING = 120.0  # seconds for the first deck

_FILES = (".woff2", ".woff", ".ttf", ".otf", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".mp4")


class Abandoned(Exception):
    """Something has changed: what was looked for is not wanted any more."""


class LiveStudio:
    """The studio of one deck; `examine` finds what is wrong with it, `tell` says it on the terminal."""

    def __init__(
        self,
        reader: DeckReader,
        engine: Engine,
        settings: BuildSettings,
        display: Display,
        examine: Examine,
        tell: Tell,
        measures: bool = True,
    ) -> None:
        self.run, self.version = secrets.token_hex(8), 0
        self._reader, self._engine, self._display = reader, engine, display
        self._examine, self._tell, self._measures = examine, tell, measures
        self._maker = LiveMaker(engine, settings)
        self._read: ReadDeck | None = None
        self._deck: LiveDeck | None = None
        self._is_there = threading.Event()
        self._making = ThreadPoolExecutor(1, "making")
        self._examining = ThreadPoolExecutor(1, "examining")
        self._looked_at: list[int] = []
        self._faults: tuple[Fault, ...] = ()
        self._checked: tuple[Diagnostic, ...] = ()
        self._rendered: tuple[Diagnostic, ...] = ()
        self._measured: dict[str, Sides] = {}
        self._asked: set[str] = set()
        self._told: tuple[tuple[Diagnostic, ...], tuple[Fault, ...]] | None = None
        self._examined_last: tuple[int, ReadDeck] | None = None
        self._is_seen = self._is_warm = False
        self._renewed = 0
        self._updates: dict[int, dict[str, Any]] = {}
        self._is_busy = False
        self._wake: asyncio.Event | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    # What the server asks

    def wait(self) -> None:
        """Return once there is a deck to show."""
        self._shown()

    @property
    def title(self) -> str:
        """The title of the show, as plain text."""
        return str(self._shown().config["slidesTitle"])

    def page(self) -> Iterator[bytes]:
        """The HTML for `/`."""
        yield live_page(self._shown(), self.scripts()).encode("utf-8", "replace")

    def scripts(self) -> list[str]:
        """The addresses of the page's scripts, in their order."""
        client, deck = "/@slidewright/client", self._shown()
        theme = [f"{client}/themes/{deck.theme}.js"] if deck.theme else []
        before = [f"{client}/live/{name}.js" for name in ("socket",)]
        after = [f"{client}/live/{name}.js" for name in ("sync", "places", "list", "faults", "panel", "measure")]
        return [*before, "/@slidewright/deck.js", *theme, f"{client}/shell.js", *after]

    def script(self) -> Iterator[bytes]:
        """The deck's own script as of now."""
        deck = self._shown()
        yield "".join(live_script(deck, self.run, self.version)).encode("utf-8", "replace")

    def file(self, id: str) -> Path | None:
        """A file that the deck shows, by its id."""
        found = self._deck.files.get(id) if self._deck else None
        path = (self._reader.root / found.path).resolve() if found else None
        return path if path is not None and path.is_relative_to(self._reader.root) and path.is_file() else None

    def media_type(self, id: str) -> str:
        """The media type of a file that the deck shows."""
        found = self._deck.files.get(id) if self._deck else None
        return media_type(found.path if found else PurePosixPath())

    def slides(self) -> list[SlideInfo]:
        """All slides, for a remote control."""
        return slide_infos(self._shown(), self._read.resolutions) if self._read else []

    def place(self, no: int) -> Place | None:
        """Where a slide stands."""
        slides = self._read.deck.slides if self._read else ()
        if not 0 < no <= len(slides):
            return None
        slide = slides[no - 1]
        start = slide.source.position(first_line(slide).start)
        return Place(self._reader.root / slide.source.path, start.line, start.column)

    def is_of_deck(self, path: Path) -> bool:
        """Is this a file that the deck consists of, or one that something is said about?"""
        relative = self._reader.relative(path.resolve())
        places = {one.location.source.path for one in (*self._checked, *self._rendered)}
        return relative is not None and self._read is not None and relative in {*self._read.deck.documents, *places}

    def since(self, run: object, version: object) -> list[dict[str, Any]]:
        """What a page that shows a version of a run has missed: the updates, or one with everything in it."""
        self._is_seen = True
        self._stir()
        if run == self.run and version in (self.version, *self._updates):
            return [message for one, message in self._updates.items() if one >= version]
        return [snapshot(self._shown(), self.run, self.version)]

    def findings(self) -> dict[str, Any]:
        """The current `findings` message."""
        return said.message(self.version, self._findings(), self._faults, self._display)

    def wanted(self, slides: list[int]) -> None:
        """These slides are looked at: make them first."""
        self._looked_at = [*slides, *(no for no in self._looked_at if no not in slides)][:MORE]
        self._stir()

    def measured(self, slides: list[dict[str, Any]]) -> None:
        """By how many px content leaves slides."""
        known = {slide.key for slide in self._deck.slides} if self._deck else set()
        for one in slides:
            if one.get("key") in known:
                self._measured[one["key"]] = Sides.of(one)
        self._stir()

    # What it does by itself

    async def live(self, send: Send) -> None:
        """Watch and rebuild until cancelled."""
        self._wake, self._loop = asyncio.Event(), asyncio.get_running_loop()
        stop = asyncio.Event()
        waiting: set[Path] = set()
        watching = asyncio.create_task(self._watch(stop, waiting))
        try:
            await self._make(send, None)
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
        self._maker.close()
        self._engine.close()

    async def _watch(self, stop: asyncio.Event, waiting: set[Path]) -> None:
        async for some in changes(self._reader.root, stop):
            waiting |= some
            self._is_busy = True
            self._stir()

    async def _next(self, send: Send, waiting: set[Path]) -> None:
        """One step: what changed first, then slides that are still to be made, then what there is time for."""
        assert self._wake is not None
        if waiting:
            some = frozenset(waiting)
            waiting.clear()
            await self._make(send, some)
        elif self._deck is not None and self._deck.unmade:
            if self._is_seen or not await self._is_stirred(PATIENCE):
                self._is_seen = True
                await self._make(send, frozenset())
        elif not await self._is_stirred(CALM):
            self._is_busy = False
            await self._settle(send)
            await self._wake.wait()
        self._wake.clear()

    async def _is_stirred(self, seconds: float) -> bool:
        assert self._wake is not None
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), seconds)
            return True
        return False

    def _stir(self) -> None:
        if self._loop is not None and self._wake is not None:
            self._loop.call_soon_threadsafe(self._wake.set)

    async def _make(self, send: Send, changed: Collection[Path] | None) -> None:
        """Read and make the deck; what keeps it from being shown is told, and the last good one stays."""
        if changed and await self._is_half_saved(changed):
            await asyncio.sleep(_HALF_SAVED)
        before, faults = self._deck, self._faults
        assert self._loop is not None
        try:
            deck: LiveDeck | None = await self._loop.run_in_executor(self._making, self._made, changed)
        except (InputError, EngineError) as error:
            deck, self._faults = before, (Fault(None, _title(error), str(error)),)
        else:
            self._faults = deck.faults if deck else ()
        await self._take(send, deck)
        if faults != self._faults:
            await send(self.findings())

    async def _take(self, send: Send, deck: LiveDeck | None) -> None:
        """Show another state of the deck."""
        before = self._deck
        if deck is None or deck is before:
            return
        self._deck = deck
        if before is None:
            self.version = 1
            self._is_there.set()
            return
        message = update(before, deck, self.run, self.version + 1)
        if not is_nothing(message, before, deck):
            self._updates[self.version] = message
            self.version += 1
            for one in list(self._updates)[:-KEPT]:
                del self._updates[one]
            await send(message)

    async def _is_half_saved(self, changed: Collection[Path]) -> bool:
        """Is a file of the deck empty, as it is for a moment while some editors save?"""
        documents = self._read.deck.documents if self._read else {}
        known = {self._reader.root / path for path in documents}
        with suppress(OSError):
            return any(path in known and path.stat().st_size == 0 for path in changed)
        return True

    def _made(self, changed: Collection[Path] | None) -> LiveDeck:
        """The deck's next state; no looking for garbage while an author waits for it."""
        gc.disable()
        try:
            return self._remade(changed)
        finally:
            gc.enable()

    def _remade(self, changed: Collection[Path] | None) -> LiveDeck:
        if changed:
            self._forget(changed)
        if self._read is None or changed is None or changed:
            read = self._reader.read()
            if self._deck is not None and (fault := _head_fault(read.deck)):
                return replace(self._deck, faults=(fault,))
            self._read = read
        return self._maker.make(*self._read, self._chosen, self._deck)

    def _chosen(self, missing: Sequence[int]) -> Collection[int]:
        """Which of the slides that are not made are made now: those looked at, then from the first on."""
        near = [no + way for no in self._looked_at for way in (0, 1, -1)]
        waiting = set(missing)
        order = dict.fromkeys([*(no for no in near if no in waiting), *missing])
        return list(order)[: MORE if self._deck else FIRST]

    def _forget(self, changed: Collection[Path]) -> None:
        """Look again at what changed; at all code where it may have."""
        documents = self._read.deck.documents if self._read else {}
        paths = [path for one in changed if (path := self._reader.relative(one)) is not None]
        self._maker.forget(paths)
        others = [path for path in paths if path not in documents and self._is_there_or_was(path)]
        self._reader.forget(paths)
        if any(path.suffix.lower() not in _FILES for path in others):
            self._maker.forget_code()
        elif others:
            self._maker.forget_own()

    def _is_there_or_was(self, path: PurePosixPath) -> bool:
        """Is this more than a file that an editor made for a moment?"""
        return (self._reader.root / path).exists() or (self._read is not None and self._read.workspace.exists(path))

    async def _settle(self, send: Send) -> None:
        """What there is time for when nothing changes: web fonts, the checks, the measuring of slides."""
        if self._read is None or self._maker.made is None or self._deck is None:
            return
        await self._care_for_engine()
        if self._examined_last != (self.version, self._read):
            try:
                await self._look_over(send, self._read)
            except Abandoned:
                return
        told = self._findings(), self._faults
        if told != self._told:
            self._told = told
            await send(self.findings())
            self._tell(*told)
        await self._measure(send)
        if not gc.get_freeze_count():
            gc.freeze()  # most of what is there now stays

    async def _look_over(self, send: Send, read: ReadDeck) -> None:
        """Check the deck and take its web fonts; raises Abandoned where it changes in the meantime."""
        assert self._loop is not None and self._deck is not None
        found = await self._loop.run_in_executor(self._examining, self._examined, read)
        fonts, self._checked, self._rendered = found
        if fonts != self._deck.fonts:
            await self._take(send, replace(self._deck, fonts=fonts))
        self._examined_last = self.version, read

    async def _care_for_engine(self) -> None:
        """Warm it before the first edit; after very many start another one, since it only grows."""
        assert self._loop is not None
        if not self._is_warm:
            self._is_warm = True
            await self._loop.run_in_executor(self._making, self._maker.warm)
        elif self.version - self._renewed >= RENEWED:
            self._renewed = self.version
            adopt = await self._loop.run_in_executor(self._examining, self._maker.renew)
            await self._loop.run_in_executor(self._making, adopt)

    def _examined(self, read: ReadDeck) -> tuple[str, tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
        made = self._maker.made
        assert made is not None
        checked = tuple(self._examine(*read, lambda: not self._is_busy))
        fonts = self._maker.fonts()
        rendered = (*made.pieces.problems(made.parts, made.own), *of_fonts(read.deck, self._maker.missing_fonts))
        return fonts, checked, rendered

    async def _measure(self, send: Send) -> None:
        """Ask for the slides that have not been measured as they are now."""
        if self._deck is None or not self._measures:
            return
        keys = {slide.key for slide in self._deck.slides}
        self._measured = {key: sides for key, sides in self._measured.items() if key in keys}
        new = [
            no for no, slide in enumerate(self._deck.slides, 1) if slide.component and slide.key not in self._measured
        ]
        if new:
            await send({"type": "measure", "slides": new})

    def _findings(self) -> tuple[Diagnostic, ...]:
        if self._read is None or self._deck is None:
            return ()
        sides = {
            no: self._measured[slide.key]
            for no, slide in enumerate(self._deck.slides, 1)
            if slide.key in self._measured and no <= len(self._read.deck.slides)
        }
        return said.all_findings(self._checked, self._rendered, self._read.deck, sides)

    def _shown(self) -> LiveDeck:
        """The deck on show; waits for the first one."""
        self._is_there.wait(_STARTING)
        if self._deck is None:
            raise EngineError("the deck could not be made")
        return self._deck


def _title(error: ToolError) -> str:
    return "The deck cannot be read" if isinstance(error, InputError) else "The JavaScript engine does not work"


def _head_fault(deck: Deck) -> Fault | None:
    """Why the deck as a whole is not to be shown: its headmatter is no YAML, or no slide is left."""
    if not deck.slides:
        return Fault(None, "The deck shows no slide", "all slides are hidden")
    for problem in deck.document.problems:
        if problem.kind == "invalid-frontmatter" and problem.slide_index == 0:
            return Fault(None, "The headmatter is no YAML", problem.message, problem.location)
    return None
