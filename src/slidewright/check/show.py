"""What rules look at: a deck, its slides and their parts, what its references lead to, and its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from slidewright.check.finding import Finding
from slidewright.diagnostics import Fix
from slidewright.model import Deck, Problem, Slide
from slidewright.resolve.outcomes import Part, Resolutions
from slidewright.resolve.remote import LinkState
from slidewright.settings import CheckSettings
from slidewright.text import Location, Span
from slidewright.workspace import Workspace

if TYPE_CHECKING:
    from slidewright.check.suppressions import Used
    from slidewright.roots import Roots

NO_LINKS: Mapping[str, LinkState] = {}


class Show:
    """What rules look at. `links` tells what remote addresses answered; it is empty unless they were asked."""

    def __init__(
        self,
        deck: Deck,
        resolutions: Resolutions,
        workspace: Workspace,
        settings: CheckSettings | None = None,
        links: Mapping[str, LinkState] = NO_LINKS,
    ) -> None:
        self.deck = deck
        self.resolutions = resolutions
        self.workspace = workspace
        self.settings = settings or CheckSettings()
        self.links = links
        self.suppressions: tuple[Used, ...] = ()

    def after(self, used: tuple[Used, ...]) -> Show:
        """The same show when its suppressions were applied: what the rules about suppressions look at."""
        show = Show(self.deck, self.resolutions, self.workspace, self.settings, self.links)
        show.suppressions = used
        return show

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The source slides that take part in the show and are not hidden, each once, with their anatomy."""
        return tuple(part for part in self.resolutions.parts if not part.is_hidden)

    @cached_property
    def own_parts(self) -> tuple[Part, ...]:
        """The parts whose content is shown: those that import nothing."""
        return tuple(part for part in self.parts if not part.slide.frontmatter.mapping.get("src"))

    @cached_property
    def roots(self) -> Roots:
        """The folders of the deck's theme, its addons and its entry: imported only where a rule asks for them."""
        from slidewright.roots import find_roots

        return find_roots(self.deck, self.workspace)

    @cached_property
    def _parts(self) -> dict[tuple[PurePosixPath, int | None], Part]:
        return {(part.slide.source.path, part.slide.index): part for part in self.parts}

    def part_at(self, path: PurePosixPath, index: int | None) -> Part | None:
        """The part that a source slide is; None where it takes no part in the show."""
        return self._parts.get((path, index))

    def part_of(self, slide: Slide) -> Part:
        """The part whose content a shown slide has."""
        return self._parts[slide.source.path, slide.source_slide.index]

    @cached_property
    def _slides(self) -> dict[tuple[PurePosixPath, int], Slide]:
        return {(slide.source.path, slide.source_slide.index): slide for slide in reversed(self.deck.slides)}

    def slide_of(self, part: Part) -> Slide | None:
        """The first shown slide that a part's content is shown on: its frontmatter is merged with its importers'."""
        return self._slides.get((part.slide.source.path, part.slide.index))

    @cached_property
    def _numbers(self) -> dict[tuple[PurePosixPath, int], int]:
        numbers: dict[tuple[PurePosixPath, int], int] = {}
        for slide in reversed(self.deck.slides):
            for part in (*slide.import_chain, slide.source_slide):
                numbers[part.source.path, part.index] = slide.no
        return numbers

    def number(self, path: PurePosixPath, index: int | None) -> int | None:
        """Number of the first shown slide that a source slide takes part in."""
        return None if index is None else self._numbers.get((path, index))

    def problems(self, kind: str) -> Iterator[Finding]:
        """What parsing and loading recovered from, of one kind, in the files of the deck."""
        documents = (problem for document in self.deck.documents.values() for problem in document.problems)
        for problem in (*documents, *self.deck.problems):
            if problem.kind == kind:
                yield self._finding(problem)

    def _finding(self, problem: Problem) -> Finding:
        slide = self.number(problem.location.source.path, problem.slide_index)
        return Finding(problem.location, problem.message, problem.help, slide)


def in_content(
    part: Part, start: int, end: int, message: str, help: str | None = None, fix: Fix | None = None
) -> Finding:
    """A finding at a range of offsets into a part's content."""
    return _finding(part, part.slide.locate(start, end), message, help, fix)


def in_source(part: Part, span: Span, message: str, help: str | None = None, fix: Fix | None = None) -> Finding:
    """A finding at a span of a part's file."""
    return _finding(part, Location(part.slide.source, span), message, help, fix)


def _finding(part: Part, location: Location, message: str, help: str | None, fix: Fix | None) -> Finding:
    return Finding(location, message, help, part.numbers[0] if part.numbers else None, fix=fix)
