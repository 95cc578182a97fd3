"""Resolutions worded as diagnostics: rules, their selection, their explanations, and what authors allow."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from slidewright.check.rule import Rule
from slidewright.check.show import Show
from slidewright.diagnostics import Diagnostic, ordered
from slidewright.errors import ToolError

__all__ = ["Examined", "RuleFault", "Show", "check", "examine"]

LAST = "suppression"
"""The family whose rules look at what the suppressions did."""


class RuleFault(ToolError):
    """A rule itself failed: a fault of the tool, not of the deck."""


class Examined(NamedTuple):
    """What was found in a show, and what suppressions in it allow; both in order."""

    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...] = ()


def check(show: Show, rules: Iterable[Rule]) -> tuple[Diagnostic, ...]:
    """What rules find in a show and no suppression allows; raises RuleFault naming the rule that failed."""
    return examine(show, rules).diagnostics


def examine(show: Show, rules: Iterable[Rule], run: Collection[str] | None = None) -> Examined:
    """Run rules over a show, apply its suppressions, and run the rules about those; raises RuleFault.

    `run` are the names of all rules that count as run, where some were left out since they cannot find anything. Rules
    are taken one by one, so that whoever gives them can end it between two.
    """
    last: list[Rule] = []
    names: set[str] = set()

    def first() -> Iterator[Rule]:
        for rule in rules:
            names.add(rule.name)
            if rule.family != LAST:
                yield rule
            else:
                last.append(rule)

    found = _run(show, first())
    if not _speaks_to_us(show):
        return Examined(ordered(found))
    from slidewright.check.suppressions import apply, suppressions

    applied = apply(found, suppressions(show), run or names)
    about = _run(show.after(applied.used), last)
    return Examined(ordered([*applied.kept, *about]), ordered(applied.allowed))


def _speaks_to_us(show: Show) -> bool:
    return any("slidewright:" in document.source.text for document in show.deck.documents.values())


def _run(show: Show, rules: Iterable[Rule]) -> list[Diagnostic]:
    found: dict[Diagnostic, None] = {}
    for rule in rules:
        try:
            found.update(dict.fromkeys(rule.run(show)))
        except Exception as error:
            raise RuleFault(
                f"the rule `{rule.name}` failed ({type(error).__name__}: {error}); please report this"
            ) from error
    return list(found)
