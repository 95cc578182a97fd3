"""Which rules can find anything in a deck at all: cheaper to ask than to import them."""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.rules.needs import NEEDS
from slidewright.check.show import Show
from slidewright.model import Problem
from slidewright.resolve.outcomes import Found
from slidewright.workspace import Kind


class Relevance:
    """What one deck has of what rules need."""

    def __init__(self, show: Show) -> None:
        self._texts = [document.source.text for document in show.deck.documents.values()]
        self._met = {f"@{signal}": True for signal in signals(show)}

    def of(self, rule: str) -> bool:
        """May the rule find something in the deck?"""
        return rule not in NEEDS or any(map(self._has, NEEDS[rule]))

    def _has(self, need: str) -> bool:
        if need not in self._met:
            self._met[need] = need[0] != "@" and any(need in text for text in self._texts)
        return self._met[need]


def signals(show: Show) -> frozenset[str]:
    """What can be told of a deck without looking into its slides.

    The kinds of its references, the names of what they lead to, and `unsound` where a file that is there does not work
    everywhere; the kinds of its problems; `citations`, `links` (asked addresses), `public` (there is such a folder),
    `other-script` (text that is not ASCII).
    """
    found = {problem.kind for problem in _problems(show)}
    for resolved in show.resolutions:
        found.add(resolved.reference.kind.value)
        found.add(type(resolved.outcome).__name__)
        if isinstance(resolved.outcome, Found) and not resolved.dev == resolved.build == "ok":
            found.add("unsound")
    found |= set(_facts(show))
    return frozenset(found)


def _problems(show: Show) -> Iterator[Problem]:
    for document in show.deck.documents.values():
        yield from document.problems
    yield from show.deck.problems


def _facts(show: Show) -> Iterator[str]:
    if show.resolutions.citations:
        yield "citations"
    if show.links:
        yield "links"
    if show.workspace.kind(show.deck.folder / "public") is Kind.FOLDER:
        yield "public"
    if not all(document.source.text.isascii() for document in show.deck.documents.values()):
        yield "other-script"
