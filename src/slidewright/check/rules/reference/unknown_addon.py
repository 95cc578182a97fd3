"""The deck names an addon that nothing installs.

## Why it matters

Slidev offers to install the package, or stops with an error where nobody can answer. Its components are missing. A
well-known addon is not reported, nor one that is installed in `node_modules`, listed in `package.json`, or part of
the project.

## Example

```md
---
addons:
  - python-runer
---

# Welcome
```

Use instead:

```md
---
addons:
  - python-runner
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
    """Addons that are neither known, nor installed, nor listed, nor the project's own."""
    return unknown_packages(show, "addon")
