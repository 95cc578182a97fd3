"""What is known of a slide's clicks, as frozen values."""

from __future__ import annotations

from typing import Literal, NamedTuple

from slidewright.text import Location

Kind = Literal[
    "v-click", "v-click-hide", "v-after", "v-clicks", "v-switch", "v-mark", "v-motion",
    "code", "formula", "magic-move", "output",
]  # fmt: skip


class Target(NamedTuple):
    """A part of a slide that clicks change.

    It is there from click `start` on, up to click `end` (None: to the last); `hides`: it goes then and is there before.
    Of code, formulas and magic moves `start` is the click of the first change, and `stages` how many there are to see.
    Numbers are whole where they are written so. `text` is the beginning of what it says.
    """

    kind: Kind
    start: float
    end: float | None
    location: Location
    text: str = ""
    hides: bool = False
    stages: int | None = None

    def is_shown(self, click: float) -> bool:
        """Is it seen at a click? Code, formulas and what moves always are."""
        if self.stages is not None or self.kind == "v-motion":
            return True
        is_active = self.start <= click and (self.end is None or click < self.end)
        return is_active is not self.hides


class Doubt(NamedTuple):
    """Something on which clicks depend and that only the page can tell."""

    reason: str
    location: Location


class NoteMark(NamedTuple):
    """A `[click]` in a slide's note, and the click from which on what follows it is spoken."""

    click: int
    location: Location


class SlideClicks(NamedTuple):
    """The clicks of one slide.

    `total` is the last click that the slide has: its frontmatter's `clicks:` where that is given (`is_given`), else
    `counted`, what its parts ask for. `first` is the click that it begins with (`clicksStart:`). `targets` are in the
    order of the page. Where there are `doubts`, numbers are what the slide has if those count for nothing.
    """

    total: float
    counted: float
    first: float = 0
    is_given: bool = False
    targets: tuple[Target, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[NoteMark, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Does the text tell everything?"""
        return not self.doubts

    @property
    def states(self) -> int:
        """How many pictures the slide has: one before the first click, one after each."""
        return int(max(self.total - self.first, 0)) + 1


class Surroundings(NamedTuple):
    """What a slide's text does not tell.

    `slots` are its layout's, in the order of the layout's template; None where they are not known. `components` are
    those of the deck, its theme and its addons that may take clicks themselves, in Pascal case; None where any may.
    `doubt` says what else may add clicks.
    """

    slots: tuple[str, ...] | None = ("default",)
    components: frozenset[str] | None = frozenset()
    doubt: str | None = None
