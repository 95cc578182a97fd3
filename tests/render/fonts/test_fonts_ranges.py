from __future__ import annotations

from slidewright.render.fonts.ranges import EVERYTHING, joined, read, size, within, written


def test_single_points_ranges_and_wildcards_are_read() -> None:
    assert read("U+26, u+0025-00FF,U+4??") == ((0x25, 0xFF), (0x26, 0x26), (0x400, 0x4FF))


def test_what_cannot_be_read_covers_everything() -> None:
    assert read("") == read("nonsense") == EVERYTHING


def test_both_ends_of_a_range_lie_in_it() -> None:
    assert within(frozenset({0x1F, 0x20, 0x7E, 0x7F, 0xA0}), read("U+20-7E,U+A0")) == {0x20, 0x7E, 0xA0}


def test_neighbours_are_written_as_one_range() -> None:
    ranges = joined({0x43, 0x2014, 0x41, 0x42})
    assert written(ranges) == "U+41-43,U+2014"
    assert size(ranges) == 4
