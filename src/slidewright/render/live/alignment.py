"""Which slide of a newer deck stands for which of an older one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def aligned(
    old: Sequence[str], new: Sequence[str], old_names: Sequence[str] = (), new_names: Sequence[str] = ()
) -> Alignment:
    """Compare two decks by the keys of their slides, and by their names where slides came and changed at once."""
    blocks = _blocks(old, new)
    if old_names and new_names:
        blocks = [part for block in blocks for part in _named(block, old_names, new_names)]
    return Alignment(tuple(blocks))


def _named(block: Block, old_names: Sequence[str], new_names: Sequence[str]) -> Iterator[Block]:
    """The parts of a block: slides of one name are one slide that was written anew."""
    before, after = old_names[block.old : block.old_end], new_names[block.new : block.new_end]
    if len(before) == len(after) or max(len(before), len(after)) > _MOST:
        yield block
        return
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs = zip(range(a, b), range(c, d), strict=True)
            yield from (Block(block.old + i, block.old + i + 1, block.new + j, block.new + j + 1) for i, j in pairs)
        else:
            yield Block(block.old + a, block.old + b, block.new + c, block.new + d)


def _blocks(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    shorter = min(len(old), len(new))
    start = next((index for index in range(shorter) if old[index] != new[index]), shorter)
    rest = shorter - start
    tail = next((index for index in range(rest) if old[-1 - index] != new[-1 - index]), rest)
    middle = old[start : len(old) - tail], new[start : len(new) - tail]
    if not any(middle):
        return []
    if len(middle[0]) == len(middle[1]) == 1 or max(map(len, middle)) > _MOST:
        return [Block(start, len(old) - tail, start, len(new) - tail)]
    codes = SequenceMatcher(None, *middle, autojunk=False).get_opcodes()
    return [Block(a + start, b + start, c + start, d + start) for kind, a, b, c, d in codes if kind != "equal"]
