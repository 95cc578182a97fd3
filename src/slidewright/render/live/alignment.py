"""Which slide of a newer deck stands for which of an older one."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_MOST = 1_000
"""Slides in the middle of a change that are compared one by one; more than that are a new deck."""


class Block(NamedTuple):
    """Old slides `[old, old_end)` became the new ones `[new, new_end)`; all between two blocks is as it was."""

    old: int
    old_end: int
    new: int
    new_end: int


class Alignment(NamedTuple):
    """The blocks in which two decks differ, in order."""

    blocks: tuple[Block, ...]

    def origin(self, index: int) -> int | None:
        """The old index of a new slide, one that was written anew in its place included; None for an added one."""
        way = 0
        for block in self.blocks:
            if index < block.new:
                break
            if index < block.new_end:
                old = block.old + index - block.new
                return old if old < block.old_end else None
            way = block.old_end - block.new_end
        return index + way


def aligned(old: Sequence[str], new: Sequence[str]) -> Alignment:
    """Compare two decks by the keys of their slides."""
    shorter = min(len(old), len(new))
    start = next((index for index in range(shorter) if old[index] != new[index]), shorter)
    rest = shorter - start
    tail = next((index for index in range(rest) if old[-1 - index] != new[-1 - index]), rest)
    middle = old[start : len(old) - tail], new[start : len(new) - tail]
    if not any(middle):
        return Alignment(())
    if len(middle[0]) == len(middle[1]) == 1 or max(map(len, middle)) > _MOST:
        return Alignment((Block(start, len(old) - tail, start, len(new) - tail),))
    codes = SequenceMatcher(None, *middle, autojunk=False).get_opcodes()
    return Alignment(
        tuple(Block(a + start, b + start, c + start, d + start) for kind, a, b, c, d in codes if kind != "equal")
    )
