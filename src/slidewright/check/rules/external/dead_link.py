"""An address is dead: it answers 404 or 410, its host does not exist, or its certificate is invalid.

Speaks only with `--external`. The address of a citation is told by `dead-citation`.

## Why it matters

The link leads the audience to an error page; the picture from there is broken.

## Example

```md
[The paper](https://example.com/gone)
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

SEVERITY = Severity.ERROR
HELP = "correct the address, or name a copy that an archive keeps"


def find(show: Show) -> Iterator[Finding]:
    """Dead addresses of pictures, links, frames and all else that is no citation."""
    for item in asked(show, LinkStatus.DEAD):
        if item.place.citation is None:
            url = item.place.url
            yield at_address(item, f"`{url}` is dead: {item.answer}", HELP, url.partition("#")[0])
