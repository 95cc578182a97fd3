"""A slide imports code from a file that is not there.

## Why it matters

Slidev shows an error instead of the whole slide, and `slidev build` stops.

## Example

```md
<<< ./snippets/exmaple.py
```

Use instead, with `snippets/example.py` in the project:

```md
<<< ./snippets/example.py
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding, at_reference
from slidewright.check.rules.missing import missing_help
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.model import ReferenceKind
from slidewright.resolve.outcomes import Missing

SEVERITY = Severity.ERROR


def find(show: Show) -> Iterator[Finding]:
    """Snippet lines whose file cannot be read."""
    for resolved in show.resolutions:
        if resolved.reference.kind is ReferenceKind.SNIPPET and isinstance(resolved.outcome, Missing):
            message = f"no file at `{resolved.reference.written}` to take code from"
            yield at_reference(resolved, message, missing_help(resolved, resolved.outcome))
