"""The deck of a preview, with what `check` knows of it and where it is told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

import click

from slidewright.check.rule import Rule
from slidewright.cli.decks import display
from slidewright.diagnostics import Diagnostic, Severity, count
from slidewright.engine import Engine
from slidewright.model import Deck
from slidewright.render.live import Fault
from slidewright.resolve.outcomes import Resolutions
from slidewright.serve.drawings import Drawings
from slidewright.serve.reading import DeckReader
from slidewright.serve.studio import LiveStudio
from slidewright.serve.workshop import Abandoned, Examine, Workshop
from slidewright.settings import BuildSettings
from slidewright.workspace import Workspace

MOST = 20
"""Lines of findings that are told at once; the page has them all."""


def open_studio(deck: Path, root: Path | None, engine: Engine, overflow: bool) -> LiveStudio:
    """The studio of a deck, which closes the engine when it is closed; it reads nothing yet."""
    reader = DeckReader(deck, root)

    def absolute(path: PurePosixPath) -> Path:
        return reader.root / path

    def shown(path: PurePosixPath) -> str:
        return display(absolute(path))

    workshop = Workshop(reader, engine, BuildSettings(), _examine(deck, absolute))
    drawings = Drawings(reader.root, lambda reason: click.echo(f"warning: {reason}", err=True))
    return LiveStudio(workshop, shown, Told(shown).tell, drawings, overflow)


def _examine(entry: Path, absolute: Callable[[PurePosixPath], Path]) -> Examine:
    """What `slidewright check` would find, with the settings that it would find, too."""
    from slidewright.check import Show
    from slidewright.cli.checking import Selection, examined_by
    from slidewright.cli.config_options import configuration_of

    def found(
        deck: Deck, resolutions: Resolutions, workspace: Workspace, is_wanted: Callable[[], bool]
    ) -> Sequence[Diagnostic]:
        settings = configuration_of(entry.absolute(), None, False).settings({})
        show, selection = Show(deck, resolutions, workspace, settings), Selection()
        rules = _while_wanted(selection.relevant(show), is_wanted)
        return examined_by(rules, show, selection, absolute).diagnostics

    return found


def _while_wanted(rules: Iterable[Rule], is_wanted: Callable[[], bool]) -> Iterator[Rule]:
    for rule in rules:
        if not is_wanted():
            raise Abandoned
        yield rule


class Told:
    """Says on the terminal what is new, each finding once until it is mended."""

    def __init__(self, shown: Callable[[PurePosixPath], str]) -> None:
        self._shown = shown
        self._known: frozenset[tuple[str, ...]] = frozenset()
        self._last = ""

    def tell(self, findings: Sequence[Diagnostic], faults: Sequence[Fault]) -> None:
        """Say new findings and faults, and how many there are."""
        from slidewright.report.brief import brief

        heard = [one for one in findings if one.severity > Severity.INFO]
        new = [one for one in heard if _facts(one) not in self._known]
        self._known = frozenset(map(_facts, heard))
        told = list(brief(new, self._shown))
        more = ["… and more, which the page lists"] if len(told) > MOST else []
        lines = [*map(self._fault, faults), *told[:MOST], *more]
        summary = _summary(heard)
        if lines or summary != self._last:
            self._last = summary
            for line in (*lines, f"{time.strftime('%H:%M:%S')}  {summary}"):
                click.echo(line, err=True)

    def _fault(self, fault: Fault) -> str:
        place = ""
        if fault.location is not None:
            start = fault.location.start
            place = f"{self._shown(fault.location.source.path)}:{start.line}:{start.column}: "
        return f"{place}{fault.title}: {fault.message}"


def _facts(found: Diagnostic) -> tuple[str, ...]:
    """What tells a finding from another, wherever it has moved."""
    return found.rule, found.message, str(found.location.source.path), found.location.text


def _summary(findings: Iterable[Diagnostic]) -> str:
    from slidewright.report.wording import plural

    words = [plural(number, severity.label) for severity, number in count(findings).items() if number]
    return ", ".join(words) or "nothing to say"
