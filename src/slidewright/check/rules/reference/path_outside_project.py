"""A path leads out of the project.

## Why it matters

What lies outside the project root is not there for anybody else, and slidewright opens nothing outside it. Slidev
refuses to import slides and snippets from there.

## Example

```md
![Logo](../../../company/logo.svg)
```

Use instead, with the file copied to `public/logo.svg`:

```md
![Logo](/logo.svg)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding, at_reference
from slidewright.check.rules.machine import is_machine_path
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Outside

SEVERITY = Severity.ERROR
HELP = "copy the file into the project"


def find(show: Show) -> Iterator[Finding]:
    """References and imports that dots or links lead out of the root."""
    yield from show.problems("path-outside-project")
    for resolved in show.resolutions:
        if isinstance(resolved.outcome, Outside) and not is_machine_path(resolved):
            yield at_reference(resolved, f"`{resolved.reference.written}` leads out of the project root", HELP)
