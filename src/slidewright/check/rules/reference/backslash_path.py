"""A path has backslashes between its folders.

## Why it matters

Only Windows reads `img\\a.png` as a path. Elsewhere, and so in CI and on the web, it is the name of one file that is
not there; in CSS and in JavaScript the backslash even swallows the letter behind it.

## Example

```md
![Architecture](.\\img\\architecture.png)
```

Use instead:

```md
![Architecture](./img/architecture.png)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding, at_reference, replacement
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.model import ReferenceKind
from slidewright.resolve.outcomes import Found, Miscased

SEVERITY = Severity.ERROR
FIX = "safe"
FORGIVING = (ReferenceKind.LINK, ReferenceKind.SLIDE_LINK, ReferenceKind.IMPORT)
"""Browsers and Slidev's imports take a backslash for a slash there."""


def find(show: Show) -> Iterator[Finding]:
    """Paths with backslashes whose file is there once they are slashes; the others are missing."""
    for resolved in show.resolutions:
        reference = resolved.reference
        if "\\" not in reference.target or reference.kind in FORGIVING:
            continue
        if isinstance(resolved.outcome, (Found, Miscased)):
            correct = reference.written.replace("\\", "/")
            fix = replacement(reference.location.span, correct)
            message = f"`{reference.written}` has backslashes: only Windows finds it"
            finding = at_reference(resolved, message, f"write `{correct}`", "backslashes", fix)
            yield finding._replace(targets=("dev", "build"))
