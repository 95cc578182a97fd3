"""A page is there, and the place in it that `#…` names is not.

Speaks only with `--external`.

## Why it matters

The link opens the top of a long page, and nobody finds what was meant.

## Example

```md
[The section](https://example.com/page#gone)
```

Use instead an anchor that the page has, or the page alone:

```md
[The page](https://example.com/new)
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
HELP = "copy the address of the section anew from the page, or leave the anchor out"


def find(show: Show) -> Iterator[Finding]:
    """Addresses whose anchor their page does not have."""
    for item in asked(show, LinkStatus.NO_ANCHOR):
        page, _, anchor = item.place.url.partition("#")
        yield at_address(item, f"no `#{anchor}` on the page `{page}`", HELP, item.place.url)
