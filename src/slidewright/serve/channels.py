"""What windows share: parts that somebody else has changed since stay, so that a late answer leads nobody back."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from slidewright.serve.studio_protocol import Message

_PLACE = ("page", "clicks", "clicksTotal", "lastUpdate")
"""Keys of Slidev's shared state that mean something only together."""


@dataclass(slots=True)
class _Part:
    """By whom a part of the state was changed last, the number of that change, and of the last one by another."""

    by: object = None
    number: int = 0
    before: int = 0

    def is_late(self, by: object, after: int) -> bool:
        """Has somebody else changed it since the change that a window has seen?"""
        return (self.before if by is self.by else self.number) > after

    def change(self, by: object, number: int) -> None:
        if by is not self.by:
            self.by, self.before = by, self.number
        self.number = number


@dataclass(slots=True)
class Channel:
    """The state that windows share under one name, and the number of changes that made it.

    A window says what it knows, and after which change it does so. The place in the show is one part of it, every
    other key (the timer, a slide's drawing) is another one; a part that it does not name stays.
    """

    state: Message = field(default_factory=dict)
    number: int = 0
    _parts: dict[str, _Part] = field(default_factory=dict)

    def take(self, by: object, said: Message, after: int | None = None) -> bool:
        """Take what a window says of parts that are not late, without `after` of all; is the state another one now?"""
        before, number = self.state, self.number + 1
        for name, keys in _parts_of(said):
            part = self._parts.setdefault(name, _Part())
            if _are_same(name, before, said):
                self._put([key for key in keys if said.get(key)], said)  # who led there, how many clicks there are
            elif after is None or not part.is_late(by, after):
                self._put(keys, said)
                part.change(by, number)
                self.number = number
        return self.state != before

    def unlike(self, said: Message) -> Message:
        """What somebody who said this is to take over."""
        parts = [keys for name, keys in _parts_of(self.state) if not _are_same(name, self.state, said)]
        return {key: self.state[key] for keys in parts for key in keys if key in self.state}

    def _put(self, keys: Collection[str], said: Message) -> None:
        self.state = self.state | {key: said[key] for key in keys if key in said}


def _parts_of(state: Message) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The parts of a state, each by its name with its keys."""
    if "page" in state:
        yield "page", _PLACE
    yield from ((key, (key,)) for key in state if key not in _PLACE)


def _are_same(name: str, one: Message, other: Message) -> bool:
    """Do two states agree in a part?"""
    names = ("page", "clicks") if name == "page" else (name,)
    return all(one.get(key) == other.get(key) for key in names)
