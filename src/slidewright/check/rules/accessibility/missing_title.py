"""A slide has neither a heading nor a `title`.

## Why it matters

The table of contents leaves it out, the overview, the go-to dialog and the PDF's outline have no name for it, and
screen readers cannot announce it. Slides that are one picture, a quote or a single statement are left alone.

## Example

```md
# Start

---

Three things to remember
```

Use instead:

```md
# Start

---

# To remember

Three things
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.outline import beginning, layout_of
from slidewright.check.prose import prose
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Part
from slidewright.vocabulary.untitled import UNTITLED

SEVERITY = Severity.INFO


def find(show: Show) -> Iterator[Finding]:
    """Slides that say something and have no name."""
    for part in show.own_parts:
        if not part.slide.title and part.slide.content and not part.anatomy.headings and _should_have(show, part):
            help = "begin it with `# …`, or give it a `title:` in its frontmatter"
            yield in_source(part, beginning(part), "the slide has no title", help)


def _should_have(show: Show, part: Part) -> bool:
    """Does a slide say more than one thing, in a layout that is made for text?"""
    slide = show.slide_of(part)
    if slide is None or slide.frontmatter.get("title") or layout_of(show, part) in UNTITLED:
        return False
    return any(not passage.text.isspace() for passage in prose(part) if passage.text) or bool(part.anatomy.codes)
