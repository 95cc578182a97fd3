"""A heading is more than one level below the one before it.

## Why it matters

Screen readers and outlines take levels for structure: from `#` to `###` something seems to be left out. For smaller
type there are classes: `## Details {.text-xl}`, `<h2 class="text-xl">`.

## Example

```md
# Results

### In detail
```

Use instead:

```md
# Results

## In detail
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from slidewright.check.finding import Finding
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity

SEVERITY = Severity.INFO


def find(show: Show) -> Iterator[Finding]:
    """The first heading of each slide that skips a level."""
    for part in show.own_parts:
        content = part.slide.content
        for before, heading in pairwise(part.anatomy.headings if "###" in content or "<h" in content else ()):
            if heading.level > before.level + 1:
                message = f"`h{heading.level}` follows `h{before.level}`: a level is skipped"
                help = f"write `{'#' * (before.level + 1)} …`" if heading.tag is None else f"use `h{before.level + 1}`"
                yield in_content(part, *heading.span, message, help)._replace(cause="skipped heading levels")
                break
