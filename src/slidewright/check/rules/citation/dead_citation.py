"""The source that a citation names is dead.

Speaks only with `--external`.

## Why it matters

A citation is there so that somebody can look the source up. `404` proves nothing.

## Example

```md
Source: https://example.com/gone
```

Use instead an address that answers, or a copy that an archive keeps:

```md
Source: https://example.com/new
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.asked import asked, at_address
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.resolve.remote import LinkStatus

SEVERITY = Severity.ERROR
HELP = "correct the address, or cite a copy that an archive keeps"


def find(show: Show) -> Iterator[Finding]:
    """Citations whose address is dead."""
    for item in asked(show, LinkStatus.DEAD):
        citation = item.place.citation
        if citation is not None:
            message = f"the source `{item.place.url}` of `{citation.label}` is dead: {item.answer}"
            yield at_address(item, message, HELP, item.place.url.partition("#")[0])
