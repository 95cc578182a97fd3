"""Parsing and reading a text again gives what parsing and reading it for the first time gives."""

from __future__ import annotations

import random
from dataclasses import fields
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from slidewright.model import Document, SourceSlide
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.remembered import RememberedSlides
from slidewright.parse.slides import parse
from slidewright.resolve.readings import read
from slidewright.resolve.remembered import RememberedReadings
from slidewright.text import Source

DECKS = sorted((Path(__file__).parents[1] / "compat/decks").rglob("*.md"))
PATH = PurePosixPath("slides.md")
EDITS = ("x", "\n", "---\n", "```\n", "# A\n", "\n---\n\n", "<!--", "-->", "a: b\n", "- [", "![](./a.png)\n")


def facts(document: Document) -> Any:
    slides = [{field.name: getattr(slide, field.name) for field in fields(SourceSlide)} for slide in document.slides]
    return slides, document.problems


def edited(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(EDITS) + text[min(len(text), at + chance.choice((0, 0, 1, 7))) :]


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_a_text_that_was_edited_is_parsed_as_a_new_one(path: Path) -> None:
    chance = random.Random(path.name)
    text = path.read_text(encoding="utf-8")
    remembered, readings, options = RememberedSlides(), RememberedReadings(), MarkdownOptions()
    for _ in range(6):
        source = Source.from_original(PATH, text)
        again, fresh = remembered.parse(source), parse(source)
        assert facts(again) == facts(fresh)
        for known, new in zip(readings(again.slides, options), read(again.slides, options), strict=True):
            assert (known.references, known.citations) == (new.references, new.citations)
            assert known.anatomy.content == new.anatomy.content
        text = edited(text, chance)


def test_what_has_not_changed_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    remembered = RememberedSlides()
    text = "".join(f"# {number}\n\n---\n\n" for number in range(50))
    remembered.parse(Source(PATH, text))
    calls: list[int] = []
    monkeypatch.setattr("slidewright.parse.remembered.slide_of", lambda *given: calls.append(1) or slide_of(*given))
    from slidewright.parse.slides import slide_of

    remembered.parse(Source(PATH, f"{text}# one more\n".replace("# 7\n", "# seven\n\n\n")))
    assert len(calls) == 2
