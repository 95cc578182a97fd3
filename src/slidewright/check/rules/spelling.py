"""Which known names a name that is not known most likely means."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

SHORTEST = 5
"""Letters from where on one slip is told from another word."""
FEW = 3
"""The same where only few names are known, and any other means nothing."""
LONG = 9
"""Letters from where on two slips are."""


class Near(NamedTuple):
    """Known names that are equally near, best known first, and whether only case, dashes or underscores differ."""

    names: tuple[str, ...]
    is_same_word: bool = False


def near(name: str, known: Iterable[str], shortest: int = SHORTEST) -> Near:
    """The known names that one slip (in a long name two) leads to, or the same word differently written.

    A name of fewer than `shortest` letters has no slips: where the known names are few, that may be lower.
    """
    return _near(name, tuple(dict.fromkeys(known)), shortest)


@lru_cache(maxsize=1024)
def _near(name: str, known: tuple[str, ...], shortest: int) -> Near:
    folded = fold(name)
    same = tuple(other for other in known if fold(other) == folded)
    if same:
        return Near(same, True)
    allowed = 0 if len(name) < shortest else 1 if len(name) < LONG else 2
    letters = set(name)
    distances = {
        other: distance(name, other)
        for other in known
        if abs(len(other) - len(name)) <= allowed and len(letters.symmetric_difference(other)) <= 2 * allowed
    }
    least = min(distances.values(), default=allowed + 1)
    return Near(tuple(other for other, far in distances.items() if far == least) if least <= allowed else ())


def fold(name: str) -> str:
    """A name without case, dashes, underscores and blanks."""
    return name.casefold().replace("-", "").replace("_", "").replace(" ", "")


def distance(one: str, other: str) -> int:
    """How many letters must be put in, left out, replaced or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        new = [i]
        for j, b in enumerate(other, 1):
            cost = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
    return row[-1]
