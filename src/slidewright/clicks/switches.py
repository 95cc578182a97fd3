"""`<v-switch>`: one of its slots at a time (format E.3)."""

from __future__ import annotations

import math
from typing import NamedTuple

from slidewright.clicks.props import slots
from slidewright.clicks.vnodes import VNode
from slidewright.parse.javascript import number


class Case(NamedTuple):
    """What is seen from step `start` up to step `end`; step 1 is the switch's own click."""

    start: float
    end: float
    content: tuple[VNode, ...]


def cases(vnode: VNode) -> list[Case] | None:
    """The cases of a switch in the order of the page; None where Slidev refuses one of its slots' names."""
    found: list[Case] = []
    later: float | None = None
    given = slots(vnode)
    starts = {name: number(name.partition("-")[0]) for name in given}
    if not given or not all(map(math.isfinite, starts.values())):
        return None
    for name in sorted(given, key=starts.__getitem__, reverse=True):
        start, _, end = name.partition("-")
        last = number(end) if end else starts[name] + 1 if later is None else later
        if not math.isfinite(last):
            return None
        later = number(start)
        found.append(Case(later, last, given[name]))
    return found[::-1]
