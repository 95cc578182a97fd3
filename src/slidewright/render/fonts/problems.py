"""Fonts that a page does without, said with their place: warnings of a build."""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.diagnostics import Diagnostic
from slidewright.model import Deck
from slidewright.render.fonts import WebFonts
from slidewright.render.problems import frontmatter_value, warning
from slidewright.text import Span
from slidewright.vocabulary.fonts import font_package


def of_fonts(deck: Deck, fonts: WebFonts) -> Iterator[Diagnostic]:
    """Families that no package brings, and files of packages that are no fonts: each once."""
    for family in fonts.absent:
        message = f"the font `{family}` is not in the page{_advice(family)}"
        yield warning("missing-font", message, deck.slides[0], _place(deck, family))
    for path, reason in fonts.broken:
        message = f"{path} is no font that can be read ({reason})"
        yield warning("broken-font", message, deck.slides[0], _place(deck, ""))


def _advice(family: str) -> str:
    package = font_package(family)
    return f": `npm install @fontsource/{package}` beside the deck brings it, if it is published" if package else ""


def _place(deck: Deck, family: str) -> Span:
    """Where the headmatter names a family, else all of its `fonts`."""
    slide = deck.slides[0]
    span = frontmatter_value(slide, "fonts")
    at = slide.source.text.find(family, *span) if family else -1
    return Span(at, at + len(family)) if at >= 0 else span
