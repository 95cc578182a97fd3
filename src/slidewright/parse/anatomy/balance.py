"""Which tags of a slide do not pair, as Vue's compiler finds it: it closes nothing by itself and forgives nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from slidewright.parse.anatomy.elements import Event
from slidewright.vocabulary.elements import VOID

FaultKind = Literal["unfinished", "unclosed", "unopened", "crossed", "slot"]


class Fault(NamedTuple):
    """A tag that does not pair.

    `unfinished`: its `>` is missing. `unclosed`: nothing closes it before `other` does (None: before the slide ends).
    `unopened`: it closes nothing. `crossed`: it closes `other`, which stands outside of what is open, or was closed by
    what is around it. `slot`: a slot marker inside `other`.
    """

    kind: FaultKind
    event: Event
    other: Event | None = None


def faults(events: Iterable[Event]) -> tuple[Fault, ...]:
    """The tags that do not pair, in order; what follows an unfinished tag or comment is not looked at."""
    walk = _Walk()
    for event in events:
        if event.name == "!--" or (event.tag and not event.tag.is_complete):
            if event.tag:
                walk.found.append(Fault("unfinished", event))
            return walk.paired()
        walk.take(event)
    walk.end()
    return walk.paired()


class _Walk:
    """The open elements, innermost last, and what was found so far."""

    def __init__(self) -> None:
        self.open: list[Event] = []
        self.counts: dict[str, int] = {}
        self.found: list[Fault] = []
        self.swapped: Fault | None = None
        self.is_refused = False

    def take(self, event: Event) -> None:
        """Open or close an element."""
        name = event.name.lower()
        if event.is_opening:
            if event.name not in VOID and not (event.tag and event.tag.kind == "void"):
                self.open.append(event)
                self.counts[name] = self.counts.get(name, 0) + 1
        elif event.name in VOID:
            return
        elif self.counts.get(name):
            self._close(event, name)
        else:
            self.is_refused = True
            self.found += [Fault("unopened", event)] if event.tag else []

    def _close(self, event: Event, name: str) -> None:
        left: list[Event] = []
        while (opening := self._pop()).name.lower() != name:
            left.append(opening)
        if left:
            self.found += _crossing(event, opening, left)
        elif self.swapped is None:
            self.swapped = _swap(event, opening)

    def _pop(self) -> Event:
        opening = self.open.pop()
        self.counts[opening.name.lower()] -= 1
        return opening

    def end(self) -> None:
        """The slide ends: what is open stays so. Where only Markdown's elements do, a tag took the end of one."""
        self.found += [Fault("unclosed", event) for event in self.open if event.tag]
        if (self.is_refused or self.open) and not self.found and self.swapped:
            self.found.append(self.swapped)

    def paired(self) -> tuple[Fault, ...]:
        """The faults, an end that closes nothing taken together with the tag that lost it."""
        lost: dict[str, list[int]] = {}
        kept: list[Fault | None] = []
        for fault in self.found:
            same = lost.get(fault.event.name.lower(), []) if fault.kind == "unopened" else []
            if same:
                number = same.pop()
                opening = kept[number]
                kept[number] = Fault("crossed", fault.event, opening.event) if opening else None
                continue
            if fault.kind == "unclosed" and fault.other:
                lost.setdefault(fault.event.name.lower(), []).append(len(kept))
            kept.append(fault)
        return tuple(fault for fault in kept if fault)


def _swap(closing: Event, opening: Event) -> Fault | None:
    """A tag that pairs with what Markdown makes: `<p>` that a paragraph's end closes, or the other way round."""
    if closing.tag is None and opening.tag is not None:
        return Fault("unclosed", opening, closing)
    return Fault("unopened", closing) if closing.tag is not None and opening.tag is None else None


def _crossing(closing: Event, opening: Event, left: list[Event]) -> list[Fault]:
    """An element closes while others within it are open: theirs is the fault, where they were written."""
    written = [Fault("unclosed", event, closing) for event in left if event.tag]
    slots = [Fault("slot", event, opening) for event in left if event.slot is not None]
    if written or slots:
        return [*slots, *written]
    if closing.tag:
        return [Fault("crossed", closing, opening)]
    return [Fault("crossed", left[0], opening)]
