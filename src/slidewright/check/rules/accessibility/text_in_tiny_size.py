"""A text is set in a size that nobody beyond the first row can read.

## Why it matters

The canvas is 980 px wide and is drawn as large as the screen: type under 12 px (`limits.text-size`) is smaller than
that of a newspaper seen from three metres away. What counts is the size in the end: `text-sm` in a box that is scaled
to a half is 7 px. Code and the deck's style sheets are not looked at.

## Example

```md
# Results

<div class="text-[8px]">Measured on a laptop, ten runs each</div>
```

Use instead:

```md
# Results

<div class="text-xs">Measured on a laptop, ten runs each</div>
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.outline import beginning
from slidewright.check.prose import shown
from slidewright.check.show import Show, in_content, in_source
from slidewright.check.sizes import Sized, sized
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Part
from slidewright.text import Span

SEVERITY = Severity.INFO

ROUNDING = 0.05

TRIGGER = re.compile(r"font-size|text-(?:\[|\d)|scale|zoom|Transform|<small")
"""Without any of these no type is smaller than `text-xs`."""
SMALLEST = 12.0
"""px of `text-xs`, the smallest of the sizes that have names."""


def find(show: Show) -> Iterator[Finding]:
    """What makes a text smaller than the limit: once each, however much text it is."""
    limit = show.settings.limits.text_size
    for part in show.own_parts:
        slide = show.slide_of(part)
        zoom = slide.effective_frontmatter.get("zoom") if slide else None
        scale = float(zoom) if isinstance(zoom, int | float) and zoom > 0 else 1.0
        if scale < 1 or limit > SMALLEST or TRIGGER.search(part.slide.content):
            yield from _of_slide(part, scale, limit)


def _of_slide(part: Part, zoom: float, limit: float) -> Iterator[Finding]:
    found: dict[Span | None, Sized] = {}
    for text in sized(part.anatomy.tags, _text(part), zoom):
        if text.pixels < limit - ROUNDING:
            cause = _cause(text, limit)
            found[cause] = min(text, found.get(cause, text), key=lambda one: one.pixels)
    for cause, text in found.items():
        if cause is not None or zoom < 1:
            yield _finding(part, cause, text.pixels, limit)


def _text(part: Part) -> str:
    """The slide's text without its Markdown headings, whose size no element around them changes."""
    text = shown(part)
    for heading in part.anatomy.headings:
        if heading.tag is None:
            start, end = heading.span
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _cause(text: Sized, limit: float) -> Span | None:
    """What to change: the scale where the type itself is large enough, else what sets the type."""
    is_scaled = text.scale < 1 and text.size >= limit - ROUNDING
    return text.scaled if is_scaled else text.set


def _finding(part: Part, cause: Span | None, pixels: float, limit: float) -> Finding:
    message = f"text of {pixels:.3g} px on the canvas is too small to read"
    help = f"make it at least {limit:g} px: less text, or larger type"
    if cause is not None:
        return in_content(part, *cause, message, help)
    key = part.slide.frontmatter.keys.get("zoom")
    return in_source(part, Span(key.key.start, key.value.end) if key else beginning(part), message, help)
