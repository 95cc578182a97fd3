from __future__ import annotations

import random
from pathlib import PurePosixPath

from slidewright.text import Location, Position, Source, Span

PATH = PurePosixPath("slides.md")


def test_positions_are_one_based_and_count_code_points() -> None:
    source = Source(PATH, "ab\n😀é x\n")
    assert source.position(0) == Position(1, 1)
    assert source.position(3) == Position(2, 1)
    assert source.position(source.text.index("x")) == Position(2, 4)
    assert source.position(len(source.text)) == Position(3, 1)


def test_only_line_feeds_end_lines() -> None:
    source = Source(PATH, "a\x0bb\u2028c\rd\ne")
    assert source.lines == ["a\x0bb\u2028c\rd", "e"]
    assert source.position(source.text.index("e")) == Position(2, 1)


def test_line_spans_leave_the_line_end_out() -> None:
    source = Source(PATH, "ab\n\nc")
    assert [source.slice(source.line_span(line)) for line in range(3)] == ["ab", "", "c"]


def test_offsets_lead_back_to_a_file_with_any_line_ends() -> None:
    generator = random.Random(7)
    for _ in range(300):
        original = "".join(generator.choice(["a", "é", "\r\n", "\n", "\r", " "]) for _ in range(30))
        source = Source.from_original(PATH, original)
        assert source.original_text() == original
        for offset, char in enumerate(source.text):
            there = original[source.original_offset(offset)]
            assert there == char or (char == "\n" and there == "\r")


def test_a_location_tells_where_and_what() -> None:
    location = Location(Source(PATH, "one\ntwo"), Span(4, 7))
    assert (location.start, location.end, location.text) == (Position(2, 1), Position(2, 4), "two")
