"""What a rule is: a module whose name is the rule's, with a severity, an explanation on top, and one function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.diagnostics import Diagnostic, Related, Severity
from slidewright.model import Deck, Problem
from slidewright.resolve.outcomes import Resolutions, Resolved
from slidewright.text import Location
from slidewright.workspace import Workspace


class Show:
    """What rules look at: a deck, what its references lead to, and its files."""

    def __init__(self, deck: Deck, resolutions: Resolutions, workspace: Workspace) -> None:
        self.deck = deck
        self.resolutions = resolutions
        self.workspace = workspace
        self._numbers: dict[tuple[PurePosixPath, int], int] = {}
        for slide in reversed(deck.slides):
            for part in (*slide.import_chain, slide.source_slide):
                self._numbers[part.source.path, part.index] = slide.no

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


class Finding(NamedTuple):
    """What a rule yields; the runner adds the rule's name and severity."""

    location: Location
    message: str
    help: str | None = None
    slide: int | None = None
    targets: tuple[str, ...] = ()
    cause: str | None = None
    related: tuple[Related, ...] = ()


def at_reference(resolved: Resolved, message: str, help: str | None = None, cause: str | None = None) -> Finding:
    """A finding at a reference: where it stands, on which slide, and on which targets it breaks."""
    slide = resolved.slides[0] if resolved.slides else None
    return Finding(resolved.reference.location, message, help, slide, broken_targets(resolved), cause)


def broken_targets(resolved: Resolved) -> tuple[str, ...]:
    """The targets on which a reference does not work."""
    return tuple(target for target in ("dev", "build", "standalone") if getattr(resolved, target) != "ok")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `missing-image` is `check/rules/reference/missing_image.py`, and its docstring is its explanation."""

    name: str
    family: str
    severity: Severity
    enabled: bool
    explanation: str
    find: Callable[[Show], Iterator[Finding]]

    @property
    def summary(self) -> str:
        """The first sentence of the explanation."""
        return self.explanation.split("\n", 1)[0]

    def run(self, show: Show) -> Iterator[Diagnostic]:
        """The rule's findings as diagnostics."""
        for found in self.find(show):
            yield Diagnostic(
                rule=self.name,
                severity=self.severity,
                message=found.message,
                location=found.location,
                slide=found.slide,
                help=found.help,
                related=found.related,
                targets=found.targets,
                cause=found.cause,
            )


def load_rule(family: str, name: str) -> Rule:
    """Import the rule of that name."""
    module = import_module(f"slidewright.check.rules.{family}.{name.replace('-', '_')}")
    return Rule(name, family, module.SEVERITY, getattr(module, "ENABLED", True), module.__doc__ or "", module.find)
