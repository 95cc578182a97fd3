"""The colours of a text and of its background are too near to each other.

## Why it matters

Projectors and bright rooms take what is left of a faint contrast. WCAG asks for a ratio of 4.5, and of 3 for large type
(24 px, or bold from 18.7 px). Only elements that name both colours themselves are looked at, in the light mode: what
themes, gradients and transparency make of a colour, nobody knows without a browser.

## Example

```md
# Results

<div class="text-gray-400 bg-gray-100">Ten times faster</div>
```

Use instead:

```md
# Results

<div class="text-gray-700 bg-gray-100">Ten times faster</div>
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import floor

from slidewright.check.colours import Paint, contrast, paints
from slidewright.check.finding import Finding
from slidewright.check.prose import shown
from slidewright.check.show import Show, in_content
from slidewright.check.styling import font_size
from slidewright.diagnostics import Severity
from slidewright.parse.anatomy.markup import Tag
from slidewright.resolve.outcomes import Part

SEVERITY = Severity.INFO

NORMAL, LARGE = 4.5, 3.0
"""The least contrast of normal and of large type."""
LARGE_SIZE, LARGE_BOLD_SIZE = 24.0, 18.66
BASE = 17.6
"""Type size in px of Slidev's text."""
LETTER = re.compile(r"[^\W_]")
HEADINGS = {"h1": 36.0, "h2": 30.0, "h3": 24.0, "h4": 20.0}
BOLD = ("font-bold", "font-semibold", "font-black", "font-extrabold", "fw-bold")


def find(show: Show) -> Iterator[Finding]:
    """Elements whose own two colours do not differ enough."""
    for part in show.own_parts:
        if "style=" in part.slide.content or "bg-" in part.slide.content:
            yield from _of_slide(part)


def _of_slide(part: Part) -> Iterator[Finding]:
    text = ""
    for tag in part.anatomy.tags:
        painted = paints(tag) if tag.kind == "open" else None
        if painted and contrast(painted[0].colour, painted[1].colour) < _least(tag):
            text = text or shown(part)
            if _says_something(part, tag, text):
                yield _finding(part, tag, *painted)


def _least(tag: Tag) -> float:
    """The contrast that an element's type needs."""
    found = font_size(tag, BASE)
    size = found[0] if found else HEADINGS.get(tag.name, BASE)
    is_bold = any(name in (tag.value("class") or "").split() for name in BOLD)
    return LARGE if size >= LARGE_SIZE or (is_bold and size >= LARGE_BOLD_SIZE) else NORMAL


def _says_something(part: Part, tag: Tag, text: str) -> bool:
    """Does text stand between a tag and the next end of its name?"""
    end = part.slide.content.find(f"</{tag.name}", tag.end)
    return LETTER.search(text, tag.end, end if end >= 0 else len(text)) is not None


def _finding(part: Part, tag: Tag, text: Paint, ground: Paint) -> Finding:
    ratio = floor(contrast(text.colour, ground.colour) * 10) / 10
    message = f"`{text.written}` on `{ground.written}`: a contrast of {ratio:.1f}, and {_least(tag):g} is needed"
    start, end = min(text.start, ground.start), max(text.end, ground.end)
    return in_content(part, start, end, message, "choose a darker and a lighter colour")
