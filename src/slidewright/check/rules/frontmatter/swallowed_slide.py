"""Text directly after `---` is swallowed as frontmatter.

## Why it matters

Slidev reads whatever follows `---` without a blank line as YAML, up to the next `---`: the text is never shown.

## Example

```md
# One

---
# Two

Text

---

# Three
```

Use instead:

```md
# One

---

# Two

Text

---

# Three
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Edit, Fix, Severity
from slidewright.parse.blocks import document_end
from slidewright.resolve.outcomes import Part
from slidewright.text import Span

SEVERITY = Severity.ERROR
FIX = "unsafe"


COMMENT = re.compile(r"#{1,6} (?![A-Za-z][\w-]*:)\S")


def find(show: Show) -> Iterator[Finding]:
    """Blocks that hold text and no keys, and headings at the end of blocks that nobody closed."""
    yield from show.problems("swallowed-slide")
    for part in show.own_parts:
        raw = part.slide.frontmatter.raw
        if raw and "\n\n#" in raw and document_end(part.slide) is None:
            yield from _swallowed_heading(part, raw)


def _swallowed_heading(part: Part, raw: str) -> Iterator[Finding]:
    """A heading below the keys and a blank line is a comment to YAML: the block was meant to end above it."""
    keys, _, last = raw.rstrip().rpartition("\n\n")
    frontmatter = part.slide.frontmatter
    if frontmatter.span is None or not frontmatter.mapping or "\n" in last or not COMMENT.match(last):
        return
    start = frontmatter.span.start + len(keys) + 2
    message = f"`{last}` is a comment in frontmatter that is not closed above it"
    fix = Fix("put `---` above it", (Edit(Span(start - 1, start - 1), "---\n"),), is_safe=False)
    yield in_source(part, Span(start, start + len(last)), message, "put `---` below the keys", fix)
