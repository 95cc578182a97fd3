"""The frontmatter of a slide is not valid YAML.

## Why it matters

Slidev recovers what it can and drops the rest silently; a fault in the first slide keeps it from starting at all.

## Example

```md
---
title: Results: the short version
---

# Results
```

Use instead:

```md
---
title: "Results: the short version"
---

# Results
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.rule import Finding, Show
from slidewright.diagnostics import Severity

SEVERITY = Severity.ERROR


def find(show: Show) -> Iterator[Finding]:
    """YAML faults, duplicate keys, and values with which Slidev does not start."""
    return show.problems("invalid-frontmatter")
