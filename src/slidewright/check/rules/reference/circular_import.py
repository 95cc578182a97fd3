"""A file imports itself, directly or through others.

## Why it matters

Slidev drops the import: the slides behind it are missing from the show.

## Example

```md
---
src: ./slides.md
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

from slidewright.check.finding import Finding
from slidewright.check.show import Show
from slidewright.diagnostics import Severity

SEVERITY = Severity.ERROR


def find(show: Show) -> Iterator[Finding]:
    """Imports that lead back to an importing file."""
    for finding in show.problems("circular-import"):
        yield finding._replace(help=finding.help or "import only files that do not lead back to this one")
