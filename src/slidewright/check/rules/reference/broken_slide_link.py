"""A link leads to a slide that does not exist.

## Why it matters

The click lands on the first slide, or on an error page, in the middle of the talk.

## Example

```md
[Details](/99)
```

Use instead the number of a slide, or its `routeAlias`:

```md
[Details](/1)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding, at_reference
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.model import ReferenceKind
from slidewright.resolve.outcomes import Missing

SEVERITY = Severity.ERROR


def find(show: Show) -> Iterator[Finding]:
    """Links to numbers beyond the deck, and to aliases that no slide has."""
    for resolved in show.resolutions:
        outcome = resolved.outcome
        if resolved.reference.kind is ReferenceKind.SLIDE_LINK and isinstance(outcome, Missing):
            aliases = ", ".join(f"`{alias}`" for alias in outcome.candidates)
            help = (
                f"aliases of this deck: {aliases}"
                if aliases
                else "give the slide a `routeAlias`, or link to its number"
            )
            finding = at_reference(resolved, f"no slide at `{resolved.reference.written}`: {outcome.reason}", help)
            yield finding._replace(targets=("dev", "build", "standalone"))
