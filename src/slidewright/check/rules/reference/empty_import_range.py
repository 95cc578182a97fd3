"""The range of an import selects slides that are not there.

## Why it matters

Numbers above the count are dropped without a word, so the slides are simply missing.

## Example

```md
---
src: ./pages/introduction.md#7-9
---
```

Use instead, with two slides in that file:

```md
---
src: ./pages/introduction.md#1-2
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.show import Show
from slidewright.diagnostics import Severity

SEVERITY = Severity.WARNING


def find(show: Show) -> Iterator[Finding]:
    """Ranges that select nothing, and numbers that name no slide."""
    return show.problems("empty-import-range")
