"""A slide imports a region that the file does not have.

## Why it matters

Slidev shows the whole file instead, which rarely fits the slide.

## Example

```md
<<< ./snippets/example.py#mian
```

Use instead, with `# region main` and `# endregion` in the file:

```md
<<< ./snippets/example.py#main
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding, at_reference
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Found

SEVERITY = Severity.WARNING


def find(show: Show) -> Iterator[Finding]:
    """Snippet lines whose region is not in the file."""
    for resolved in show.resolutions:
        if isinstance(resolved.outcome, Found) and not resolved.outcome.region:
            message = f"`{resolved.outcome.path}` has no region `{resolved.reference.region}`: all of it is shown"
            help = f"mark the lines with `region {resolved.reference.region}` and `endregion` comments"
            yield at_reference(resolved, message, help)._replace(targets=("dev", "build", "standalone"))
