"""An image is named in a way that Slidev does not understand, though the file is there.

## Why it matters

Slidev hands `<img src="a.png">` and `![](a.png)` to Vite, which takes a name without `./` or `/` for an npm package:
the slide shows an error in dev, and `slidev build` stops. `@/a.png` and `~/a.png` fail likewise. slidewright finds the
file where the author meant it, so that the standalone page works and the Slidev project does not.

## Example

```md
![Architecture](img/architecture.png)
```

Use instead:

```md
![Architecture](./img/architecture.png)
```
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from slidewright.check.finding import Finding, at_reference
from slidewright.check.rules.rewriting import path_fix, rewritten
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Found, Resolved, Way
from slidewright.vocabulary.assets import IMPORTED

SEVERITY = Severity.WARNING
FIX = "safe"


def find(show: Show) -> Iterator[Finding]:
    """Files that were found where Slidev does not look."""
    for resolved in show.resolutions:
        outcome = resolved.outcome
        if isinstance(outcome, Found) and resolved.reference.syntax in IMPORTED and resolved.dev != "ok":
            written = resolved.reference.written
            message = f"Slidev does not find `{written}`, though `{outcome.path}` is there"
            if outcome.way is Way.BARE:
                message = f"Slidev takes `{written}` for a package name"
            path = _path(resolved, outcome, show)
            correct, fix = rewritten(resolved.reference, path) or path, path_fix(resolved.reference, path)
            cause = f"{outcome.way}, {'public' if correct.startswith('/') else 'beside'}"
            yield at_reference(resolved, message, f"write `{correct}`", cause, fix)


def _path(resolved: Resolved, found: Found, show: Show) -> str:
    """The path that Slidev understands, not escaped."""
    public = show.deck.folder / "public"
    if found.path.is_relative_to(public):
        return f"/{found.path.relative_to(public)}"
    here = resolved.reference.location.source.path.parent
    relative = posixpath.relpath(str(found.path), str(here))
    return relative if relative.startswith("../") else f"./{relative}"
