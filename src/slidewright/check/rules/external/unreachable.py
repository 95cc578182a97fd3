"""An address gave no answer that says whether it works.

Speaks only with `--external`.

## Why it matters

A host that does not answer, that asks robots to stay away or to come back later may well answer your audience; or it
may be gone. Nobody but you can tell. Exclude addresses that are known to be so.

## Example

```md
[The paper](https://example.com/slow)
```

Use instead an address that answers:

```md
[The paper](https://example.com/new)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.asked import asked, at_address
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.resolve.remote import LinkStatus

SEVERITY = Severity.WARNING
DOWN = "network seems to be down"
HELP = "open it in a browser; exclude it from `--external` if it works there"


def find(show: Show) -> Iterator[Finding]:
    """Addresses of which nothing can be said: one cause for each host, and one for a network that is down."""
    for item in asked(show, LinkStatus.UNREACHABLE):
        cause = DOWN if DOWN in item.state.reason else item.host
        yield at_address(item, f"cannot tell whether `{item.place.url}` works: {item.answer}", HELP, cause)
