"""What the rules about tags share: how a tag is named, and what Markdown made that stands in its way."""

from __future__ import annotations

from slidewright.diagnostics import Related
from slidewright.parse.anatomy.elements import Event
from slidewright.resolve.outcomes import Part

MADE = {
    "p": "the paragraph",
    "li": "the list item",
    "ul": "the list",
    "ol": "the list",
    "blockquote": "the quote",
    "table": "the table",
    "td": "the table cell",
    "th": "the table cell",
    "tr": "the table row",
    "strong": "the bold text",
    "em": "the italic text",
    "s": "the struck text",
    "a": "the link",
    "template": "the slot",
    "div": "the alert",
    **{f"h{level}": "the heading" for level in range(1, 7)},
}
"""What people call the elements that Markdown makes."""


def named(event: Event) -> str:
    """An element as a message names it: a written tag in backticks, one that Markdown makes in words."""
    if event.slot is not None:
        return f"the slot `::{event.slot}::`"
    if event.tag is None:
        return MADE.get(event.name, f"the `{event.name}` that Markdown makes")
    return f"`<{'' if event.is_opening else '/'}{event.name}>`"


def place(event: Event) -> tuple[int, int]:
    """Offsets of a tag's name with its brackets, or of the place where Markdown makes an element."""
    if event.tag is None:
        return event.at, event.at + (len(event.slot) + 4 if event.slot else 1)
    end = event.tag.start + len(event.tag.name) + (1 if event.is_opening else 2)
    return event.tag.start, event.tag.end if event.tag.end == end + 1 else end


def related(part: Part, event: Event, message: str) -> tuple[Related, ...]:
    """The other tag as a place that explains a finding."""
    return (Related(message, part.slide.locate(*place(event))),)
