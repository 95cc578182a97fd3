"""Blocks of frontmatter that are other ones than was meant: unclosed, cut short, or text (format A.3, A.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.model import Frontmatter, Problem, SourceSlide
from slidewright.parse.frontmatter import Fault
from slidewright.parse.javascript import SPACE
from slidewright.text import Location, Source, Span

RULER = "---"
BLANK_LINE = "put a blank line after `---`"
KEY = re.compile(r"[A-Za-z][\w-]*:(?:[ \t]|\Z)")
DOCUMENT_END = re.compile(r"^\.\.\.[ \t]*$", re.M)


def block_problems(slide: SourceSlide, faults: tuple[Fault, ...]) -> Iterator[Problem]:
    """What is wrong with a slide's block: text that was swallowed, else the faults of its YAML."""
    if (ends_early(slide) and holds_keys(slide)) or document_end(slide) is not None:
        return  # the block is another one than was meant, which `lost-frontmatter` reports
    swallowed = _swallowed(slide, bool(faults))
    if swallowed is not None:
        yield swallowed
        return
    for kind, message, span, first in faults:
        related = None if first is None else Location(slide.source, first)
        yield Problem(kind, message, Location(slide.source, span), slide_index=slide.index, related=related)


def ends_early(slide: SourceSlide) -> bool:
    """Does the YAML end before the line that closes its block, at three dashes inside it (format A.5)?"""
    frontmatter = slide.frontmatter
    if frontmatter.style != "frontmatter" or frontmatter.span is None or slide.content_start <= slide.start:
        return False
    starts = slide.source.line_starts
    closing = slide.content_start - 1
    return closing >= len(starts) or frontmatter.span.end < starts[closing]


def holds_keys(slide: SourceSlide) -> bool:
    """Do keys stand between a block's two lines, wherever its YAML ends?"""
    return any(KEY.match(line) for line in slide.source.lines[slide.start + 1 : slide.content_start - 1])


def document_end(slide: SourceSlide) -> int | None:
    """Offset of a line `...` that ends the YAML before its block ends, with text after it that nobody sees."""
    raw, span = slide.frontmatter.raw, slide.frontmatter.span
    match = DOCUMENT_END.search(raw) if raw and span and "..." in raw else None
    if match is None or span is None or raw is None or not raw[match.end() :].strip(SPACE):
        return None
    return span.start + match.start()


def _swallowed(slide: SourceSlide, faulty: bool) -> Problem | None:
    """Text straight after `---` is read as YAML: say so where it is none, or nothing but comments."""
    frontmatter = slide.frontmatter
    if frontmatter.style == "yaml" or not slide.raw.startswith(RULER):
        return None
    if frontmatter.raw is None:
        return _unclosed_block(slide)
    is_yaml = isinstance(frontmatter.values, dict) and (frontmatter.values or faulty) and not ends_early(slide)
    if not frontmatter.raw.strip(SPACE) or is_yaml:
        return None
    first = _first_text(slide.source, frontmatter)
    if first is None:
        return None
    message, help = "text directly after `---` is read as frontmatter and never shown", BLANK_LINE
    if slide.content_start == slide.start:  # a first line `---` with a blank one below it begins no block
        message = "the `---` on top makes frontmatter of the text down to the next three dashes: it is never shown"
        help = "remove the `---` on top"
    return Problem("swallowed-slide", message, first, help, slide.index)


def _first_text(source: Source, frontmatter: Frontmatter) -> Location | None:
    """The first line of a block that is no lone comment sign."""
    assert frontmatter.span is not None
    at = frontmatter.span.start
    for line in source.slice(frontmatter.span).split("\n"):
        text = line.strip(SPACE)
        if text.strip("#" + SPACE):
            start = at + line.index(text)
            return Location(source, Span(start, start + len(text)))
        at += len(line) + 1
    return None


def _unclosed_block(slide: SourceSlide) -> Problem | None:
    if not is_unclosed(slide):
        return None
    line = Location(slide.source, slide.source.line_span(slide.start))
    message = "text directly after `---` opens frontmatter that no `---` closes: it is shown as text under a ruler"
    if KEY.match(slide.source.lines[slide.start + 1]):
        message, help = (
            "no `---` closes this frontmatter: it is shown as text under a ruler",
            "put `---` below the keys",
        )
        return Problem("swallowed-slide", message, line, help, slide.index)
    return Problem("swallowed-slide", message, line, BLANK_LINE, slide.index)


def is_unclosed(slide: SourceSlide) -> bool:
    """Did a block begin that no line `---` closes?"""
    return slide.content_start > slide.end
