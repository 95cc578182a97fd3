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

from slidewright.check.rule import Finding, Show, at_reference
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Remote
from slidewright.vocabulary.hosts import gone

SEVERITY = Severity.WARNING


def find(show: Show) -> Iterator[Finding]:
    """Addresses on hosts that were shut down."""
    for resolved in show.resolutions:
        reason = gone(resolved.outcome.host) if isinstance(resolved.outcome, Remote) else None
        if reason is not None and isinstance(resolved.outcome, Remote):
            help = "save the picture in `public/` and name it from there, or use an address that still answers"
            finding = at_reference(resolved, f"`{resolved.outcome.host}` is gone: {reason}", help)
            yield finding._replace(targets=("dev", "build", "standalone"))
