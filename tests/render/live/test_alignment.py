"""Slides keep their identity while others come, go and change."""

from __future__ import annotations

import pytest

from slidewright.render.live.alignment import aligned

CASES = [
    ("abc", "abc", [0, 1, 2]),
    ("abc", "axc", [0, 1, 2]),
    ("abc", "aXbc", [0, None, 1, 2]),
    ("abc", "ac", [0, 2]),
    ("abc", "abcd", [0, 1, 2, None]),
    ("abcde", "aXYde", [0, 1, 2, 3, 4]),
    ("abcde", "aXde", [0, 1, 3, 4]),
    ("", "ab", [None, None]),
    ("ab", "", []),
    ("abcdef", "bXdeYf", [1, 2, 3, 4, None, 5]),
]


@pytest.mark.parametrize(("old", "new", "origins"), CASES)
def test_each_new_slide_knows_the_old_one(old: str, new: str, origins: list[int | None]) -> None:
    way = aligned(old, new)
    assert [way.origin(index) for index in range(len(new))] == origins


def test_the_blocks_say_what_is_between_what_stayed() -> None:
    old, new = "abcdefgh", "abXdefYZh"
    rest, at = [], 0
    for block in aligned(old, new).blocks:
        assert old[at : block.old] == new[block.new - (block.old - at) : block.new]
        rest.append((old[block.old : block.old_end], new[block.new : block.new_end]))
        at = block.old_end
    assert rest == [("c", "X"), ("g", "YZ")]


def test_a_slide_that_changed_while_another_came_is_known_by_its_name() -> None:
    way = aligned(["a", "b", "c"], ["n", "a2", "b2", "c"], ["A", "B", "C"], ["N", "A", "B", "C"])
    assert [way.origin(index) for index in range(4)] == [None, 0, 1, 2]
    assert [way.origin(index) for index in range(2)] == [None, 0]
    gone = aligned(["a", "b", "c", "d"], ["b2", "d"], ["A", "B", "C", "D"], ["B", "D"])
    assert [gone.origin(index) for index in range(2)] == [1, 3]


def test_a_wholly_new_deck_is_one_block() -> None:
    old, new = [f"a{n}" for n in range(5_000)], [f"b{n}" for n in range(5_000)]
    assert aligned(old, new).blocks == ((0, 5_000, 0, 5_000),)
