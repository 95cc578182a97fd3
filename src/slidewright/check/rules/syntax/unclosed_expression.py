"""`{{` opens an expression that no `}}` closes.

## Why it matters

Text on a slide is a Vue template: after `{{` Vue looks for an expression and its end. Where there is none, the whole
slide becomes an error slide, and `slidev build` stops.

## Example

```md
Write {{ to open an expression.
```

Use instead:

```md
Write `{{` to open an expression.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.parse.anatomy.elements import Masks

SEVERITY = Severity.ERROR


def find(show: Show) -> Iterator[Finding]:
    """The opening that has no end, outside of code."""
    for part in show.own_parts:
        content = part.slide.content
        if "{{" in content and "v-pre" not in content:
            at = Masks(content, part.anatomy.placed).unclosed
            if at is not None:
                help = "write `}}` at its end, or put it in backticks if it is text"
                yield in_content(part, at, at + 2, "this `{{` opens an expression that nothing closes", help)
