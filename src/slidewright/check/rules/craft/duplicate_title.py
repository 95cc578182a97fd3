"""Two slides have one title.

Off by default: choose it with `--extend-select duplicate-title`.

## Why it matters

Whoever looks for a slide, in the table of contents, the overview or the go-to dialog, cannot tell the two apart.
Continued slides say so: `Results (2/3)`, `Results (cont.)`. A slide with `hideInToc: true` may repeat a title.

## Example

```md
# Results

Speed

---

# Results

Memory
```

Use instead:

```md
# Results: speed

---

# Results: memory
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.outline import beginning, title_of
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Related, Severity
from slidewright.resolve.outcomes import Part
from slidewright.text import Location

SEVERITY = Severity.INFO

CONTINUED = re.compile(
    r"[(（\[]\s*(?:\d+(?:\s*(?:/|of|von|de|sur)\s*\d+)?|cont\b|continued|[ivx]+\b|续|續|続|계속|suite|Forts)|\b\d+\s*/\s*\d+\Z"
    r"|\bcont(?:inued|\.|'d)|(?:续|續|続き)\Z",
    re.I,
)
"""What says of a title that it goes on."""


def find(show: Show) -> Iterator[Finding]:
    """Every slide whose title an earlier one has."""
    seen: dict[str, Part] = {}
    for part in sorted((part for part in show.own_parts if part.numbers), key=lambda part: part.numbers[0]):
        title = title_of(part)
        if not title or part.slide.frontmatter.mapping.get("hideInToc") or CONTINUED.search(title):
            continue
        first = seen.setdefault(title.casefold(), part)
        if first is not part:
            yield _finding(part, first, title)


def _finding(part: Part, first: Part, title: str) -> Finding:
    message = (
        f"slide {first.numbers[0]} has the title `{title}`, too" if first.numbers else f"`{title}` is a title twice"
    )
    help = f"tell them apart, or write `{title} (2/2)`"
    related = Related("the first", Location(first.slide.source, beginning(first)))
    return in_source(part, beginning(part), message, help)._replace(related=(related,))
