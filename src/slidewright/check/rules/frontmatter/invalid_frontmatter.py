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

from slidewright.check.finding import Finding
from slidewright.check.show import Show
from slidewright.diagnostics import Severity

SEVERITY = Severity.ERROR

HELP = {
    "mapping values are not allowed": "put quotes around a value that holds `: `",
    "cannot start any token": "put quotes around a value that begins with a sign",
    "unexpected end of stream": "close the quote or the bracket",
    "did not find expected": "look for a bracket or a quote that is not closed, or for a wrong indent",
    "found character '\\t'": "indent with spaces, not with tabs",
    "aliases expand": "write the values out",
}


def find(show: Show) -> Iterator[Finding]:
    """YAML faults, and values with which Slidev does not start."""
    for finding in show.problems("invalid-frontmatter"):
        yield finding._replace(help=finding.help or _help(finding.message))


def _help(message: str) -> str | None:
    """What to do about a fault that the YAML reader words for those who know YAML."""
    return next((help for part, help in HELP.items() if part in message), None)
