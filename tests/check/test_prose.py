from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from slidewright.check.prose import columns, prose, readable, said, shown, words
from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.resolve.outcomes import Part
from slidewright.workspace import MemoryWorkspace


def part(content: str) -> Part:
    workspace = MemoryWorkspace({"slides.md": content})
    deck = load(workspace, PurePosixPath("slides.md"))
    return resolve(deck, workspace).parts[0]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("a **b** _c_ `d`", "a b c d"),
        ("snake_case and 2*3", "snake_case and 2 3"),
        ("[words](https://example.com/a_b)", "words"),
        ("![nothing](./a.png) after", "after"),
        ("a {{ $clicks }} b {.red #x}", "a b"),
        ("see https://example.com/x. Then", "see Then"),
        ("a[^1] &amp; b", "a b"),
        ("no markup", "no markup"),
    ],
)
def test_markup_is_blanked_and_offsets_stay(markdown: str, text: str) -> None:
    blanked = readable(markdown)
    assert len(blanked) == len(markdown)
    assert " ".join(blanked.split()) == text
    for word in text.split():
        assert markdown[blanked.index(word) :].startswith(word)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one two-three don't v1.2", 4),
        ("数据从哪里来", 3),
        ("データ base", 2.5),
        ("세 개의 데이터", 3),
        ("—, 🎉 !", 0),
    ],
)
def test_two_ideographs_are_a_word(text: str, count: float) -> None:
    assert words(text) == count


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("数据a", 5), ("e\u0301", 1), ("ｆｕｌｌ", 8), ("ﾊﾝｶｸ", 4)])
def test_wide_characters_take_two_columns(text: str, width: int) -> None:
    assert columns(text) == width


def test_tags_are_blanked_over_the_end_of_a_line() -> None:
    found = part('<div\n  class="a b"\n  style="c">d <b>e</b>\n</div>\n')
    assert [line.text.strip() for line in prose(found) if line.text.strip()] == ["d    e"]
    assert said(found) == 2


def test_what_is_shown_is_as_long_as_the_content() -> None:
    content = "# A\n\n- b `c`\n\n<i>d</i>\n\n```\ncode\n```\n\n| e | f |\n|---|---|\n| g | h |"
    text = shown(part(content))
    assert len(text) == len(content)
    assert [char for char in text if char.isalpha()] == ["A", "b", "d", "e", "f", "g", "h"]
    assert all(content[at] == char for at, char in enumerate(text) if not char.isspace())


def test_many_tags_in_one_line_cost_no_more_than_they_should() -> None:
    from time import process_time

    def seconds(count: int) -> float:
        found = part("<b>x</b>" * count)
        _ = found.anatomy.tags
        start = process_time()
        assert said(found) == count
        return process_time() - start

    seconds(500)
    assert seconds(8000) < 16 * max(seconds(2000), 0.002)
