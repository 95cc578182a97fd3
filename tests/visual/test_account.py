"""The page about the comparison says what the tests hold the pictures to."""

from __future__ import annotations

from pathlib import Path

from account import account
from explained import explanations
from fingerprint import kept

PAGE = Path(__file__).parents[2] / "docs/visual.md"


def test_the_page_is_current(update_goldens: bool) -> None:
    text = account(explanations())
    written = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    if text != written and update_goldens:
        PAGE.write_text(text, encoding="utf-8")
    assert text == written, "stale: run with --update-goldens and read the diff"


def test_every_explanation_is_of_a_picture() -> None:
    pictures = [(series, name) for series, names in kept().items() for name in names]
    assert [item for item in explanations() if not any(item.covers(*picture) for picture in pictures)] == []
