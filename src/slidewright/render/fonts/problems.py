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
    """Families and weights that no package brings, each once, and files of packages that are no fonts, all together."""
    for family in fonts.absent:
        message = f"the font `{family}` is not in the page{_advice(family, ', if it is published')}"
        yield warning("missing-font", message, deck.slides[0], _place(deck, family))
    for family, weights in fonts.thin:
        message = f"`{family}` is not in the page in {', '.join(map(str, weights))}{_advice(family, '')}"
        yield warning("missing-font", message, deck.slides[0], _place(deck, "weights"))
    for path, reason in fonts.broken[:1]:
        more = f" (and {len(fonts.broken) - 1} more)" if len(fonts.broken) > 1 else ""
        message = f"{path}{more} is no font that can be read: {reason}"
        yield warning("broken-font", message, deck.slides[0], _place(deck, ""))


def _advice(family: str, condition: str) -> str:
    package = font_package(family)
    return f": `npm install @fontsource/{package}` beside the deck brings it{condition}" if package else ""


def _place(deck: Deck, family: str) -> Span:
    """Where the headmatter names a family, else all of its `fonts`."""
    slide = deck.slides[0]
    span = frontmatter_value(slide, "fonts")
    at = slide.source.text.find(family, *span) if family else -1
    return Span(at, at + len(family)) if at >= 0 else span
