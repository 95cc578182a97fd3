"""The list of what takes clicks on a slide, as Slidev's client keeps it while elements mount (format E.1, E.2)."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from slidewright.clicks.values import as_number


class At(NamedTuple):
    """When something comes: after the clicks before it (`is_relative`), or at a click of the slide."""

    value: float
    is_relative: bool


class When(NamedTuple):
    """From which click on something is active, up to which (exclusive), and what it adds to the slide."""

    start: float
    end: float
    most: float
    delta: float


def at(value: Any) -> At | None:
    """A value as a time; None where it means none: `false`, or what is no number."""
    if value is False or value == "false":
        return None
    if value is None or value is True or value == "true":
        return At(1, True)
    if isinstance(value, str) and value[:1] in ("+", "-"):
        return At(as_number(value), True)
    when = as_number(value)
    return None if math.isnan(when) else At(when if when > 0 else 1, False)


class Counter:
    """Clicks of one slide; one element has one entry, and the later one takes the place of the earlier."""

    def __init__(self) -> None:
        self.offset: float = 0
        self.registered = 0
        self._entries: dict[object, When] = {}

    @property
    def total(self) -> float:
        """How many clicks all of it asks for."""
        return max((when.most for when in self._entries.values()), default=0)

    def calculate(self, value: Any) -> When | None:
        """When a value stands for: a list is a range, all else a beginning."""
        return self.between(value) if isinstance(value, list) else self.since(value)

    def since(self, value: Any, size: float = 1) -> When | None:
        """From a click on; `size` is how many clicks are played."""
        time = at(value)
        if time is None:
            return None
        start = self.offset + time.value if time.is_relative else time.value
        delta = time.value + size - 1 if time.is_relative else 0
        return When(start, math.inf, start + size - 1, delta)

    def between(self, value: list[Any]) -> When:
        """From a click on and up to another; what is missing counts as `'+1'`, what is none as 0."""
        first, last = (at(value[index]) if index < len(value) else At(1, True) for index in (0, 1))
        start, end = first or At(0, False), last or At(0, False)
        begins = self.offset + start.value if start.is_relative else start.value
        ends = begins + end.value if end.is_relative else end.value
        delta = sum(time.value for time in (start, end) if time.is_relative)
        return When(begins, ends, ends, delta)

    def register(self, key: object, when: When) -> None:
        """Enter it, and count from there on."""
        before = self._entries.get(key)
        self.offset += when.delta - (before.delta if before else 0)
        self._entries[key] = when
        self.registered += 1
