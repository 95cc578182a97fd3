"""CSS's `unicode-range`, read and written."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from functools import lru_cache

_RANGE = re.compile(r"U\+([0-9a-f]{0,6})(\?{0,6})(?:-([0-9a-f]{1,6}))?", re.IGNORECASE)

Ranges = tuple[tuple[int, int], ...]  # first and last code point of each, both included, in order
EVERYTHING: Ranges = ((0, 0x10FFFF),)


@lru_cache(maxsize=1024)
def read(text: str) -> Ranges:
    """The ranges of a descriptor; everything where it says nothing that can be read."""
    return tuple(sorted(_ranges(text))) or EVERYTHING


@lru_cache(maxsize=1024)  # a Chinese family has a hundred files, with the same ranges in every weight
def within(points: frozenset[int], ranges: Ranges) -> frozenset[int]:
    """The code points that lie in one of the ranges, which do not overlap."""
    firsts, found = [first for first, _ in ranges], set[int]()
    for point in points:
        place = bisect(firsts, point) - 1
        if place >= 0 and point <= ranges[place][1]:
            found.add(point)
    return frozenset(found)


def joined(points: Iterable[int]) -> Ranges:
    """Code points as ranges, neighbours in one."""
    spans: list[tuple[int, int]] = []
    for point in sorted(points):
        if spans and spans[-1][1] == point - 1:
            spans[-1] = (spans[-1][0], point)
        else:
            spans.append((point, point))
    return tuple(spans)


def written(ranges: Ranges) -> str:
    """Ranges as a descriptor: `U+20-7E,U+2014`."""
    return ",".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in ranges)


def size(ranges: Ranges) -> int:
    """How many code points the ranges hold."""
    return sum(last - first + 1 for first, last in ranges)


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    for part in text.split(","):
        match = _RANGE.fullmatch(part.strip())
        if match and (match[1] or match[2]):
            first = int(match[1] + "0" * len(match[2]), 16)
            last = match[3] or match[1] + "f" * len(match[2])
            yield first, int(last, 16)
