"""The diagrams of a deck that a server draws, as references to their pictures."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from slidewright.model import Deck, Reference, ReferenceKind, Slide
from slidewright.parse.markdown.options import MarkdownOptions, markdown_options
from slidewright.parse.markdown.render import render
from slidewright.render.diagrams import diagrams
from slidewright.render.problems import code_line
from slidewright.resolve.outcomes import Remote, Resolved, Verdict
from slidewright.text import Location

_WORD = "plantuml"


def server_diagrams(deck: Deck) -> tuple[Resolved, ...]:
    """A reference for each PlantUML diagram of the shown slides; none where their server has no HTTP address."""
    options = markdown_options(deck)
    server = urlsplit(options.plantuml_server)
    if server.scheme not in ("http", "https"):
        return ()
    return tuple(item for slide in deck.slides if _WORD in slide.content for item in _of(slide, options, server.netloc))


def _of(slide: Slide, options: MarkdownOptions, host: str) -> Iterator[Resolved]:
    for item in diagrams(render(slide.content.lstrip(), options).code, options.plantuml_server):
        if item.kind == _WORD:
            place = Location(slide.source, code_line(slide, item.line))
            reference = Reference(
                ReferenceKind.IMAGE, item.source, item.source, place, f"fence:{_WORD}", slide.source_slide.index
            )
            yield Resolved(reference, (slide.no,), Remote(item.source, host), Verdict.OK, Verdict.OK, Verdict.OK)
