"""Suppressions written for findings, so that a project can begin to check without mending everything first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from slidewright.check.rules import FAMILY
from slidewright.check.show import Show
from slidewright.diagnostics import Diagnostic, Edit, Fix
from slidewright.resolve.outcomes import Part
from slidewright.text import Source, Span

NEVER = "suppression"
"""The family that says of suppressions themselves that they are wrong."""


def additions(show: Show, diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Source, Fix]]:
    """For each place of findings, the edit that puts a suppression before it."""
    places: dict[tuple[Source, int, str], dict[str, None]] = {}
    for found in diagnostics:
        part = _part(show, found)
        if part is not None and FAMILY[found.rule] != NEVER:
            at, form = _place(part, found.location.span)
            places.setdefault((found.location.source, at, form), {})[found.rule] = None
    for (source, at, form), rules in places.items():
        text = form.format(", ".join(sorted(rules)))
        yield source, Fix("allow it", (Edit(Span(at, at), text),), is_safe=False)


def _part(show: Show, found: Diagnostic) -> Part | None:
    """The part of the show that a finding stands in."""
    place = found.location
    for part in show.resolutions.parts:
        slide = part.slide
        if slide.source.path == place.source.path and slide.span.start <= place.span.start <= slide.span.end:
            return part
    return None


def _place(part: Part, span: Span) -> tuple[int, str]:
    """Where a suppression of what stands at a span is written, and how: before its key, its block, or its slide."""
    slide, source = part.slide, part.slide.source
    frontmatter = slide.frontmatter.span
    if frontmatter is not None and frontmatter.start <= span.start < frontmatter.end:
        keys = sorted(place.key.start for place in slide.frontmatter.keys.values() if place.key.start <= span.start)
        at = keys[-1] if keys else frontmatter.start
        return source.text.rfind("\n", 0, at) + 1, "# slidewright: allow {}\n"
    offset = span.start - slide.content_span.start
    block = _block(part, offset) if 0 <= offset <= len(slide.content) else None
    if block is None:
        return slide.content_span.start, "<!-- slidewright: allow-slide {} -->\n\n"
    return slide.content_span.start + block, "<!-- slidewright: allow {} -->\n\n"


def _block(part: Part, offset: int) -> int | None:
    """Where the outermost block begins that holds an offset of the content; None in front of the first one."""
    tokens = part.anatomy.tokens
    for token in tokens.blocks:
        if token.map and token.level == 0 and token.nesting >= 0:
            start, end = tokens.lines.span(*token.map)
            if start <= offset <= end:
                return start
    return None
