from __future__ import annotations

import base64
from pathlib import Path

import pytest
from published import font

from slidewright.render.fonts import subsets
from slidewright.render.fonts.subsets import NotAFont, Wanted, reduced

ASCII = frozenset(range(0x20, 0x7F))


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SLIDEWRIGHT_CACHE_DIR", str(tmp_path))


def test_a_subset_is_smaller_and_the_same_each_time() -> None:
    wanted = Wanted(font("pt-mono-latin-400-normal"), ASCII)
    first, second = reduced([wanted], keep=False), reduced([wanted], keep=False)
    assert first == second
    assert isinstance(first[0], str)
    assert len(base64.b64decode(first[0])) < len(wanted.content) * 0.8


def test_what_was_made_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = Wanted(font("pt-mono-latin-400-normal"), ASCII)
    made = reduced([wanted], keep=True)
    monkeypatch.setattr(subsets, "_subset", lambda *_: pytest.fail("made again"))
    assert reduced([wanted, wanted], keep=True) == made * 2


def test_other_characters_make_another_subset() -> None:
    content = font("pt-mono-latin-400-normal")
    assert len(set(reduced([Wanted(content, ASCII), Wanted(content, ASCII | {0xE9})], keep=True))) == 2


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subsets, "SIZE_LIMIT", 1 << 10)
    (found,) = reduced([Wanted(font("pt-mono-latin-400-normal"), ASCII)], keep=False)
    assert isinstance(found, NotAFont)
    assert "unpacks to more" in found.reason


def test_a_font_that_is_taken_whole_is_looked_at() -> None:
    content = font("pt-mono-latin-400-normal")
    whole, cut = reduced([Wanted(content, None), Wanted(content[:-900], None)], keep=False)
    assert whole == base64.b64encode(content).decode()
    assert isinstance(cut, NotAFont)
