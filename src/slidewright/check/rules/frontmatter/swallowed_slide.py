"""Text directly after `---` is swallowed as frontmatter.

## Why it matters

Slidev reads whatever follows `---` without a blank line as YAML, up to the next `---`: the text is never shown.

## Example

```md
# One

---
# Two

Text

---

# Three
```

Use instead:

```md
# One

---

# Two

Text

---

# Three
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.show import Show
from slidewright.diagnostics import Severity

SEVERITY = Severity.ERROR


def find(show: Show) -> Iterator[Finding]:
    """Blocks that hold text and no keys."""
    return show.problems("swallowed-slide")
