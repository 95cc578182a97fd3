"""What a reference leads to: a closed union, to be matched exhaustively."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.model import Citation, Reference, SourceSlide
from slidewright.parse.anatomy import Anatomy
from slidewright.text import Span


class Way(StrEnum):
    """How a file was found."""

    RELATIVE = "relative"
    """From the slide's own file, by a path that begins with a dot."""
    PUBLIC = "public"
    """In `public/`, by a path that begins with a slash."""
    ROOT = "root"
    """In the entry's folder, by a path that begins with a slash."""
    BARE = "bare"
    """By a name without `./` or `/`, which Slidev takes for a package."""
    LENIENT = "lenient"
    """Where the author meant it, though Slidev does not look there."""
    ALIAS = "alias"
    """From the entry's folder, by `@/`."""


class Verdict(StrEnum):
    """What happens on one target."""

    OK = "ok"
    BROKEN = "broken"
    """The page is made and shows something broken."""
    FAILS = "fails"
    """Slidev shows an error slide, or its build stops."""


class Found(NamedTuple):
    """A file of the project; `region` tells whether a snippet's region is in it."""

    path: PurePosixPath
    way: Way
    region: bool = True


class SlideFound(NamedTuple):
    """A shown slide, by its number."""

    no: int


class Missing(NamedTuple):
    """Nothing there; `reason` says what is known of it, `candidates` are near names as to be written, best first."""

    candidates: tuple[str, ...] = ()
    reason: str = "no such file"


class Miscased(NamedTuple):
    """A file whose name differs in case or Unicode form only."""

    path: PurePosixPath
    way: Way


class _Bare:
    """An outcome with nothing to tell but its kind."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class Outside(_Bare):
    """A path that leads out of the project root: never opened."""


class Remote(NamedTuple):
    """An address on the network; `host` in lower case."""

    url: str
    host: str


class Embedded(_Bare):
    """Data in the deck itself (`data:`), or a place on the same page (`#x`)."""


class Unresolvable(NamedTuple):
    """Nothing that a file system or a network could answer: a mail address, an expression, a package name."""

    why: str


Outcome = Found | SlideFound | Missing | Miscased | Outside | Remote | Embedded | Unresolvable


class Resolved(NamedTuple):
    """A reference, the numbers of the shown slides that show it, what it leads to, and the verdict for each target.

    `dev` and `build` are Slidev's own; `standalone` is the single file that slidewright builds.
    """

    reference: Reference
    slides: tuple[int, ...]
    outcome: Outcome
    dev: Verdict
    build: Verdict
    standalone: Verdict


class Part(NamedTuple):
    """A source slide that takes part in the show: the numbers of what it shows (none: an import that brought nothing).

    `is_head`: the entry's first slide, whose frontmatter is the headmatter even where the slide itself `is_hidden`.
    """

    slide: SourceSlide
    numbers: tuple[int, ...]
    anatomy: Anatomy
    is_head: bool = False
    is_hidden: bool = False


class Resolutions:
    """All references of a deck's shown slides with what they lead to, its citations, and those slides themselves."""

    def __init__(
        self,
        items: tuple[Resolved, ...],
        citations: tuple[tuple[Citation, tuple[int, ...]], ...] = (),
        parts: tuple[Part, ...] = (),
    ) -> None:
        self.items = items
        self.citations = citations
        self.parts = parts

    def __iter__(self) -> Iterator[Resolved]:
        return iter(self.items)

    @cached_property
    def _by_place(self) -> dict[tuple[PurePosixPath, Span], Resolved]:
        return {(item.reference.location.source.path, item.reference.location.span): item for item in self.items}

    def at(self, path: PurePosixPath, span: Span) -> Resolved | None:
        """What stands at exactly this place of a file."""
        return self._by_place.get((path, span))
