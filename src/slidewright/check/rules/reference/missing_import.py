"""A slide imports a file that is not there.

## Why it matters

Slidev records the fault, shows the deck without those slides, and says nothing on stage.

## Example

```md
---
src: ./pages/intorduction.md
---
```

Use instead, with `pages/introduction.md` in the project:

```md
---
src: ./pages/introduction.md
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.rule import Finding, Show
from slidewright.diagnostics import Severity

SEVERITY = Severity.ERROR


def find(show: Show) -> Iterator[Finding]:
    """Imports that lead to nothing that can be read."""
    return show.problems("missing-import")
