"""What there is to say about the deck, as windows and the terminal hear it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from slidewright.check.outline import beginning
from slidewright.check.show import Show
from slidewright.check.suppressions import not_allowed
from slidewright.diagnostics import Diagnostic, Severity, ordered
from slidewright.render.live import Fault
from slidewright.text import Location

Display = Callable[[PurePosixPath], str]
_LEAST = 1.0  # canvas px: what rounding alone may do
_MOST = 100_000.0

NOT_HERE = frozenset(["remote-content", "large-page", "unknown-language"])
"""Warnings of a build that are not about what an author sees here, or that `check` says in its own words."""


class Sides(NamedTuple):
    """By how many canvas px content leaves a slide."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0

    @classmethod
    def of(cls, measured: Mapping[str, Any]) -> Sides:
        """What a page has measured; what is no number is nothing."""
        return cls(*(_px(measured.get(side)) for side in cls._fields))

    def worded(self) -> str:
        """`34 px below, 12 px on the right`; empty where all is inside."""
        words = ("on the left", "above", "on the right", "below")
        found = [f"{round(size)} px {word}" for size, word in zip(self, words, strict=True) if size > _LEAST]
        return ", ".join(found)


def _px(value: Any) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return min(max(float(value), 0.0), _MOST) if is_number and value == value else 0.0


def overflows(show: Show, measured: Mapping[int, Sides]) -> Iterator[Diagnostic]:
    """Slides whose content is cut off, as a page has measured them at their last click."""
    for slide in show.deck.slides:
        words = measured[slide.no].worded() if slide.no in measured else ""
        if words:
            location = Location(slide.source, beginning(show.part_of(slide)))
            message, help = f"content leaves the slide: {words}", "shorten it, or set `zoom: 0.8` in its frontmatter"
            yield Diagnostic("overflow", Severity.WARNING, message, location, slide.no, help)


def all_findings(
    checked: Sequence[Diagnostic], rendered: Iterable[Diagnostic], show: Show, measured: Mapping[int, Sides]
) -> tuple[Diagnostic, ...]:
    """Everything that no suppression allows, in the order of reports; what the checker has said is not said again."""
    known = {(one.location.source.path, one.location.span.start) for one in checked}
    more = (
        one
        for one in rendered
        if one.rule not in NOT_HERE and (one.location.source.path, one.location.span.start) not in known
    )
    absent = {one.slide for one in checked if one.rule == "missing-image"}  # what stands in has another size
    sized = {no: sides for no, sides in measured.items() if no not in absent}
    return ordered([*checked, *not_allowed(show, [*_once(more), *overflows(show, sized)])])


def _once(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    yield from {(one.rule, one.location, one.message): one for one in diagnostics}.values()


def message(version: int, findings: Iterable[Diagnostic], faults: Iterable[Fault], display: Display) -> dict[str, Any]:
    """The `findings` message."""
    return {
        "type": "findings",
        "version": version,
        "findings": [_finding(one, display) for one in findings],
        "faults": [_fault(one, display) for one in faults],
    }


def _finding(found: Diagnostic, display: Display) -> dict[str, Any]:
    facts = {"rule": found.rule, "severity": found.severity.label, "message": found.message, "help": found.help}
    return {**facts, **_place(found.location, display), "slide": found.slide, "href": None}


def _fault(fault: Fault, display: Display) -> dict[str, Any]:
    place = _place(fault.location, display) if fault.location else {"file": None, "line": None, "column": None}
    return {"slide": fault.slide, "title": fault.title, "message": fault.message, **place, "href": None}


def _place(location: Location, display: Display) -> dict[str, Any]:
    start = location.start
    return {"file": display(location.source.path), "line": start.line, "column": start.column}
