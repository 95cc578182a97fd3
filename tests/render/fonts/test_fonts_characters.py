from __future__ import annotations

import pytest

from slidewright.render.fonts.characters import ALWAYS, has_code, shown_characters


def test_digits_and_ascii_are_always_there() -> None:
    assert shown_characters([]) == {ord(char) for char in ALWAYS}


@pytest.mark.parametrize("text", ["→中", r'"\u4e2d"', r'"\u{4e2d}"', r'content: "\4e2d";', "&#x4e2d;", "&#20013;"])
def test_a_character_counts_however_it_is_written(text: str) -> None:
    assert ord("中") in shown_characters([text])


def test_a_letter_counts_in_either_case() -> None:
    assert {ord("Ж"), ord("ж"), ord("ß"), ord("S")} <= shown_characters(["ж ß"])


def test_what_is_no_character_is_left_out() -> None:
    found = shown_characters(["\ud800", r"\u{ffffff}", r"\ffffff"])
    assert found == shown_characters([])


def test_code_is_what_wears_the_family_for_code() -> None:
    drawn = [
        '_createElementVNode("code", null, "a")',
        "<kbd>a</kbd>",
        'class: "font-mono"',
        '"<pre class=slidev-code>"',
    ]
    assert all(has_code([script]) for script in drawn)
    assert not has_code(['_createElementVNode("h1", null, "Precode and monorail: preface, codex")'])
