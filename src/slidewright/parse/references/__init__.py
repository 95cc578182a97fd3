"""Every place of a slide that names a file or an address, taken from tokens and given its exact place."""

from __future__ import annotations

from slidewright.model import Reference, SourceSlide
from slidewright.parse.anatomy import Anatomy
from slidewright.parse.references.found import Found
from slidewright.parse.references.frontmatter import frontmatter_references
from slidewright.text import Location, Span

TRIGGERS = ("<", "](", "://", "[", "mailto:", "@")
"""Without any of these a content cannot hold a reference, and no Markdown is parsed."""


def references(slide: SourceSlide, anatomy: Anatomy) -> tuple[Reference, ...]:
    """References of a slide in the order of the source: frontmatter, then content; none in code, comments and notes."""
    found = list(frontmatter_references(slide)) if slide.frontmatter.keys else []
    content, start = slide.content, slide.content_span.start
    if not slide.frontmatter.mapping.get("src") and any(trigger in content for trigger in TRIGGERS):
        from slidewright.parse.references.markdown import markdown_references

        found += [item._replace(start=item.start + start) for item in markdown_references(content, anatomy.placed)]
    found.sort(key=lambda item: item.start)
    return tuple(_reference(slide, item) for item in found)


def _reference(slide: SourceSlide, found: Found) -> Reference:
    written = found.target if found.written is None else found.written
    location = Location(slide.source, Span(found.start, found.start + len(written)))
    return Reference(found.kind, found.target, written, location, found.syntax, slide.index, found.region)
