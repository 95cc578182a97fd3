"""What a slide is in the show: its layout, its title, and where something that it lacks is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.layouts import layout_name
from slidewright.check.prose import prose, readable
from slidewright.check.show import Show
from slidewright.parse.javascript import string
from slidewright.resolve.outcomes import Part
from slidewright.text import Span

TAG = re.compile(r"<[^<>]*>")


def layout_of(show: Show, part: Part) -> str:
    """The name of the layout that a slide asks for."""
    slide = show.slide_of(part)
    return layout_name(show, slide) if slide else "default"


def title_of(part: Part) -> str:
    """A slide's title without markup: of its frontmatter, or of its first heading; empty without any."""
    title = part.slide.title
    if not title and part.anatomy.headings:
        title = part.anatomy.headings[0].text
    return " ".join(readable(TAG.sub(" ", string(title))).split()) if title else ""


def beginning(part: Part) -> Span:
    """Where a slide begins to say something: its first heading or its first line, in the file."""
    slide = part.slide
    if not slide.content:
        return opening(part)
    if part.anatomy.headings:
        start, end = part.anatomy.headings[0].span
    elif slide.content.startswith("<"):
        start, end = next(_lines(part), (0, len(slide.content.partition("\n")[0])))
    else:
        start, end = 0, len(slide.content.partition("\n")[0])
    return Span(start, end).shift(slide.content_span.start)


def _lines(part: Part) -> Iterator[tuple[int, int]]:
    """Lines with text, from their first letter to their last."""
    for start, text in prose(part):
        if words := text.strip():
            at = start + text.index(words)
            yield at, at + len(words)


def opening(part: Part) -> Span:
    """A slide's first line in its file: the `---` above its frontmatter, where it has one."""
    source = part.slide.source
    return source.line_span(min(part.slide.start, len(source.line_starts) - 1))
