"""A slide loads something from a service that is gone.

## Why it matters

The address still looks right and never answers again: the background stays empty on stage. The list of services is part
of slidewright; nothing is fetched.

## Example

```md
---
background: https://source.unsplash.com/random
---

# Welcome
```

Use instead, with the picture saved as `public/logo.svg`:

```md
---
background: /logo.svg
---

# Welcome
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding, at_reference
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.model import ReferenceKind
from slidewright.resolve.outcomes import Remote
from slidewright.vocabulary.hosts import gone

SEVERITY = Severity.WARNING
SHOWN = "save a picture in `public/` and name it from there, or use an address that still answers"
LINKED = "link to an address that still answers"


def find(show: Show) -> Iterator[Finding]:
    """Addresses on hosts that were shut down."""
    for resolved in show.resolutions:
        outcome = resolved.outcome
        reason = gone(outcome.host) if isinstance(outcome, Remote) else None
        if reason is not None and isinstance(outcome, Remote):
            help = LINKED if resolved.reference.kind is ReferenceKind.LINK else SHOWN
            finding = at_reference(resolved, f"`{outcome.host}` is gone: {reason}", help, outcome.host)
            yield finding._replace(targets=("dev", "build", "standalone"))
