"""The deck names a theme that nothing installs.

## Why it matters

Slidev offers to install the package, or stops with an error where nobody can answer: in CI the build fails. A
well-known theme is not reported, nor one that is installed in `node_modules`, listed in `package.json`, or part of
the project.

## Example

```md
---
theme: serif
---

# Welcome
```

Use instead:

```md
---
theme: seriph
---

# Welcome
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.packages import unknown_packages
from slidewright.check.show import Show
from slidewright.diagnostics import Severity

SEVERITY = Severity.WARNING
FIX = "unsafe"


def find(show: Show) -> Iterator[Finding]:
    """Themes that are neither known, nor installed, nor listed, nor the project's own."""
    return unknown_packages(show, "theme")
