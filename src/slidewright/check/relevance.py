"""Which rules can find anything in a deck at all: cheaper to ask than to import them."""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.rules.needs import NEEDS
from slidewright.check.show import Show
from slidewright.check.signals import SIGNALS
from slidewright.check.traits import traits


class Relevance:
    """What one deck has of what rules need; each need is looked for once, and only when a rule asks."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._content = "\0".join(part.slide.content for part in show.own_parts)
        self._met = {f"@{signal}": True for signal in _told(show)}

    def of(self, rule: str) -> bool:
        """May the rule find something in the deck?"""
        return rule not in NEEDS or any(map(self._has, NEEDS[rule]))

    def _has(self, need: str) -> bool:
        if need not in self._met:
            self._met[need] = self._looked(need)
        return self._met[need]

    def _looked(self, need: str) -> bool:
        if need[0] != "@":
            return need in self._content
        return need in SIGNALS and SIGNALS[need](self._show)


def _told(show: Show) -> Iterator[str]:
    """Signals that need no looking: keys of frontmatter, kinds of problems, traits of references."""
    for part in show.resolutions.parts:
        yield from part.slide.frontmatter.keys
    for document in show.deck.documents.values():
        yield from (problem.kind for problem in document.problems)
    yield from (problem.kind for problem in show.deck.problems)
    for resolved in show.resolutions:
        yield from traits(resolved)
