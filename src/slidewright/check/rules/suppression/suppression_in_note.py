"""A suppression is the closing comment of its slide, which makes it the slide's note.

## Why it matters

The last comment of a slide is its note in Slidev: the presenter reads `slidewright: …` there, and a note that stands
before it is not a note any more.

## Example

```md
![Architecture](./img/arch.png)

<!-- slidewright: allow-slide missing-image -->
```

Use instead:

```md
<!-- slidewright: allow-slide missing-image -->

![Architecture](./img/arch.png)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.show import Show
from slidewright.diagnostics import Severity

SEVERITY = Severity.WARNING


def find(show: Show) -> Iterator[Finding]:
    """Suppressions that Slidev shows as notes."""
    for item in (used.suppression for used in show.suppressions):
        if item.is_note:
            message = "Slidev takes the closing comment of a slide for its note"
            yield Finding(item.location, message, "put it before the block that it speaks of", item.slide)
