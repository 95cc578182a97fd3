"""Findings of one cause brought together, so that many of them are told once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from slidewright.report import Placed

FOLD = 4
"""From so many findings of one cause on, only the first is told in full."""

Group = list[Placed]


def by_cause(placed: Iterable[Placed], cause: Callable[[Placed], Hashable | None]) -> list[Group]:
    """Findings by file and place; those of one cause stand together at the place of the first, if they are many."""
    groups: dict[Hashable, Group] = {}
    for number, item in enumerate(placed):
        found = cause(item)
        groups.setdefault((number,) if found is None else found, []).append(item)
    result: list[Group] = []
    for group in groups.values():
        result += [group] if len(group) >= FOLD else [[item] for item in group]
    return sorted(result, key=lambda group: (group[0].path, group[0].diagnostic.location.span))
