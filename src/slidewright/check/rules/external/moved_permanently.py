"""An address has moved for good, and every redirect on the way says so.

Speaks only with `--external`.

## Why it matters

The old address works as long as somebody keeps the redirect. The new one is known now.

## Example

```md
[The paper](https://example.com/old)
```

Use instead:

```md
[The paper](https://example.com/new)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding, replacement
from slidewright.check.rules.asked import Asked, asked, at_address
from slidewright.check.rules.rewriting import address_rewritten
from slidewright.check.show import Show
from slidewright.diagnostics import Fix, Severity
from slidewright.resolve.remote import LinkStatus

SEVERITY = Severity.INFO
FIX = "safe"


def find(show: Show) -> Iterator[Finding]:
    """Addresses that a chain of permanent redirects leads away from."""
    for item in asked(show, LinkStatus.MOVED):
        moved_to = item.state.moved_to
        if moved_to is not None:
            message = f"`{item.place.url}` has moved to `{moved_to}`"
            yield at_address(item, message, f"write `{moved_to}`", item.place.url, _fix(item, moved_to))


def _fix(item: Asked, moved_to: str) -> Fix | None:
    """The new address in the old one's place; none where a citation spells it in a way of its own."""
    location, reference = item.place.location, item.place.reference
    if reference is not None:
        text = address_rewritten(reference, moved_to)
        return None if text is None else replacement(location.span, text)
    return replacement(location.span, moved_to) if location.text == item.place.url else None
