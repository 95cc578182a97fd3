"""Where the deck is made: read from the disk and made into what the page shows. It works in threads of its own."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.diagnostics import Diagnostic
from slidewright.engine import Engine
from slidewright.errors import InputError
from slidewright.model import Deck
from slidewright.render.assets import MEDIA_TYPES
from slidewright.render.fonts.problems import of_fonts
from slidewright.render.live import Fault, LiveDeck, LiveMaker
from slidewright.resolve.outcomes import Resolutions
from slidewright.serve.reading import DeckReader, ReadDeck
from slidewright.settings import BuildSettings
from slidewright.workspace import Workspace

Examine = Callable[[Deck, Resolutions, Workspace, Callable[[], bool]], Sequence[Diagnostic]]
"""Finds what is wrong; asks now and then whether that is still wanted, and raises Abandoned where it is not."""

FIRST = 12  # slides made before the page is there
MORE = 48  # slides made at a time after that
BURST = 250  # slides made at a time after a change: a checkout is one update
_TEXTS = ("json", "html", "htm", "txt", "svg")


class Abandoned(Exception):
    """Something has changed: what was looked for is not wanted any more."""


class Overview(NamedTuple):
    """What there was time for: the web fonts as CSS, what the checker and what the renderer found."""

    fonts: str = ""
    checked: tuple[Diagnostic, ...] = ()
    rendered: tuple[Diagnostic, ...] = ()


class Workshop:
    """Reads and makes one deck. `make`, `warm` and what `renew` gives want one thread, `look_over` another one."""

    def __init__(self, reader: DeckReader, engine: Engine, settings: BuildSettings, examine: Examine) -> None:
        self.reader = reader
        self.last: ReadDeck | None = None
        self._engine, self._examine = engine, examine
        self._maker = LiveMaker(engine, settings)
        self.warm, self.renew = self._maker.warm, self._maker.renew

    def make(
        self, changed: Collection[PurePosixPath] | None, before: LiveDeck | None, looked_at: Sequence[int]
    ) -> LiveDeck:
        """The deck's next state; None has changed: slides that were left are made, `looked_at` first.

        Raises InputError where the deck cannot be read, EngineError where the JavaScript engine cannot work.
        """
        gc.disable()  # an author waits
        try:
            if changed is not None and (held := self._read(changed, before)) is not None:
                return held
            assert self.last is not None
            most = FIRST if before is None else BURST if changed else MORE
            return self._maker.make(*self.last, lambda missing: _chosen(missing, looked_at)[:most], before)
        finally:
            gc.enable()

    def look_over(self, is_wanted: Callable[[], bool]) -> Overview:
        """Check the last deck and take its web fonts; raises Abandoned where that is not wanted any more."""
        made, read = self._maker.made, self.last
        assert made is not None and read is not None
        checked = tuple(self._examine(*read, is_wanted))
        fonts = self._maker.fonts()
        rendered = (*made.pieces.problems(made.parts, made.own), *of_fonts(read.deck, self._maker.missing_fonts))
        return Overview(fonts, checked, rendered)

    def documents(self) -> Collection[PurePosixPath]:
        """The Markdown files that the deck consists of."""
        return self.last.deck.documents if self.last else ()

    def close(self) -> None:
        """End the engine; safe to call again."""
        self._maker.close()
        self._engine.close()

    def _read(self, changed: Collection[PurePosixPath], before: LiveDeck | None) -> LiveDeck | None:
        """Read the deck; the state before, with the reason, where the deck as a whole is not to be shown."""
        self._forget(changed)
        read = self.reader.read()
        fault = _head_fault(read.deck)
        if before is not None and fault is not None:
            return replace(before, faults=(fault,))
        if not read.deck.slides:
            raise InputError(f"{self.reader.path}: the deck shows no slide: all are hidden")
        self.last = read
        return None

    def _forget(self, changed: Collection[PurePosixPath]) -> None:
        """Look again at what changed; at all code where it may have."""
        documents = self.documents()
        self._maker.forget(changed)
        others = [path for path in changed if path not in documents and self._is_there_or_was(path)]
        self.reader.forget(changed)
        if any(_may_be_code(path) for path in others):
            self._maker.forget_code()
        elif others:
            self._maker.forget_own()

    def _is_there_or_was(self, path: PurePosixPath) -> bool:
        """Is this more than a file that an editor made for a moment?"""
        return (self.reader.root / path).exists() or (self.last is not None and self.last.workspace.exists(path))


def _may_be_code(path: PurePosixPath) -> bool:
    ending = path.suffix.lower().lstrip(".")
    return ending not in MEDIA_TYPES or ending in _TEXTS


def _chosen(missing: Sequence[int], looked_at: Sequence[int]) -> list[int]:
    """The slides that are not made in the order in which they are: those looked at, then from the first on."""
    waiting = set(missing)
    near = (no + way for no in looked_at for way in (0, 1, -1))
    order = dict.fromkeys([*(no for no in near if no in waiting), *missing])
    return list(order)


def _head_fault(deck: Deck) -> Fault | None:
    """Why the deck as a whole is not to be shown: its headmatter is no YAML, or no slide is left."""
    if not deck.slides:
        return Fault(None, "The deck shows no slide", "all slides are hidden")
    for problem in deck.document.problems:
        if problem.kind == "invalid-frontmatter" and problem.slide_index == 0:
            return Fault(None, "The headmatter is no YAML", problem.message, problem.location)
    return None
