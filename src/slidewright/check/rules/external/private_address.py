"""An address leads to a private network or to the speaker's own computer.

Speaks only with `--external`.

## Why it matters

`localhost`, `192.168.…` and names of a company's own network answer the author and nobody in the audience.

## Example

```md
[The demo](http://192.168.0.10/demo)
```

Use instead an address that the audience can reach:

```md
[The demo](https://example.com/new)
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
HELP = "name a public address, or allow private ones if the talk is held in that network"


def find(show: Show) -> Iterator[Finding]:
    """Addresses that resolve to private, loopback or reserved ones."""
    for item in asked(show, LinkStatus.PRIVATE):
        yield at_address(
            item, f"`{item.place.url}` is a private address: the audience cannot reach it", HELP, item.host
        )
