"""Which of some thousand names of icons one that is not among them most likely means."""

from __future__ import annotations

from collections.abc import Iterable

MOST = 3
"""Names that are offered."""
FARTHEST = 3
"""Letters that a slip may add or leave out."""
MUCH = 0.08
"""Likeness by which another name is no longer worth mentioning."""


def near(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three names: the same letters with other dashes, then slips, then names that go on where this one ends."""
    names = sorted(known)
    same = [other for other in names if _letters(other) == _letters(name)]
    longer = sorted((other for other in names if other.startswith(f"{name}-")), key=len)
    return tuple(dict.fromkeys((*same, *_slips(name, names), *longer)))[:MOST]


def _letters(name: str) -> str:
    return name.replace("-", "")


def _slips(name: str, names: Iterable[str]) -> list[str]:
    """Names a slip away; most are ruled out by their length and first letter, since comparing them all takes long."""
    from difflib import SequenceMatcher, get_close_matches

    likely = [other for other in names if abs(len(other) - len(name)) <= FARTHEST and other[:1] == name[:1]]
    close = get_close_matches(name, likely, n=MOST, cutoff=0.75)
    likeness = [SequenceMatcher(None, other, name).ratio() for other in close]
    return [other for other, ratio in zip(close, likeness, strict=True) if ratio > likeness[0] - MUCH]
