"""A slide shows nothing.

## Why it matters

A `---` at the end of a file makes one more slide, an empty one; two in a row make an empty slide between them. On stage
that is a blank screen that nobody wanted. Slides with a note, a picture or a background of their own are left alone.

## Example

```md
# One

---

# Two

---

```

Use instead:

```md
# One

---

# Two
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from slidewright.check.finding import Finding
from slidewright.check.outline import layout_of, opening
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Edit, Fix, Severity
from slidewright.model import SourceSlide
from slidewright.parse.javascript import trim
from slidewright.resolve.outcomes import Part
from slidewright.text import Span

SEVERITY = Severity.WARNING
FIX = "safe"

PLAIN = frozenset("default center full none two-cols two-cols-header quote fact statement section intro".split())
"""Layouts that show nothing by themselves in Slidev's themes."""
SHOWING = ("background", "backgroundImage", "image", "url", "class", "style", "component", "clicks")
"""Keys that give a slide something to show."""
UNSEEN = (("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>"))
"""Beginnings and ends of what a slide may hold without showing it."""


def find(show: Show) -> Iterator[Finding]:
    """Slides without content in layouts that show nothing by themselves."""
    for part in show.own_parts:
        if _is_blank(part.slide.content) and not part.slide.note and _shows_nothing(show, part):
            slides = show.deck.documents[part.slide.source.path].slides
            yield in_source(
                part, _place(part), "the slide shows nothing", _help(slides, part), _fix(slides, part.slide)
            )


def _is_blank(content: str) -> bool:
    """Is there nothing but comments, styles and scripts?"""
    rest = content
    while rest:
        end = next((mark for start, mark in UNSEEN if rest.startswith(start)), None)
        at = rest.find(end) if end else -1
        if not end or at < 0:
            return False
        rest = trim(rest[at + len(end) :])
    return True


def _shows_nothing(show: Show, part: Part) -> bool:
    slide = show.slide_of(part)
    keys: Mapping[str, Any] = slide.effective_frontmatter if slide else {}
    return layout_of(show, part) in PLAIN and not any(keys.get(key) for key in SHOWING)


def _help(slides: tuple[SourceSlide, ...], part: Part) -> str:
    if len(slides) == 1:
        return "write something"
    is_gap = part.slide.start == 0 and part.slide.frontmatter.raw is None
    return "begin the file with `---`, without a blank line above it" if is_gap else "remove its `---`"


def _place(part: Part) -> Span:
    """The separator that makes the slide, where it has no frontmatter of its own."""
    slide = part.slide
    if slide.frontmatter.raw is None and slide.start > 0:
        return slide.source.line_span(slide.start - 1)
    return opening(part)


def _fix(slides: tuple[SourceSlide, ...], slide: SourceSlide) -> Fix | None:
    """Take out a file's last separators where only blanks follow: the first of these slides takes all of them."""
    first = len(slides)
    while first > 1 and not trim(slides[first - 1].raw):
        first -= 1
    if slide.index != first or first == len(slides) or slide.start == 0:
        return None
    text = slide.source.text
    end = len(text[: slide.source.line_span(slide.start - 1).start].rstrip())
    return Fix("remove the last `---`", (Edit(Span(end, len(text)), "\n"),))
