"""A frontmatter path works while writing and is gone after the build.

## Why it matters

Slidev hands `background:` and `image:` to the layout as they are: the browser asks for them relative to the page, and
`slidev build` does not bundle them. Only what lies in `public/` and is named from its root is there after a build.

## Example

```md
---
layout: cover
background: ./img/architecture.png
---

# Welcome
```

Use instead, with the file moved to `public/logo.svg`:

```md
---
layout: cover
background: /logo.svg
---

# Welcome
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.unbundled import unbundled
from slidewright.check.show import Show
from slidewright.diagnostics import Severity

SEVERITY = Severity.WARNING


def find(show: Show) -> Iterator[Finding]:
    """Frontmatter paths that a build does not carry along."""
    return unbundled(show, frontmatter=True)
