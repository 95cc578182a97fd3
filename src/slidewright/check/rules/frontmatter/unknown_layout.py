"""A slide asks for a layout that there is none of.

## Why it matters

Slidev prints an error while it starts and shows the slide in the `default` layout: columns, slots and backgrounds are
not there. Known are Slidev's own layouts, those of the theme and the addons, and the files in `layouts/`. Nothing is
reported while the theme or an addon is not installed, since it may have any layout.

## Example

```md
---
layout: two-colums
---

# Before and after
```

Use instead:

```md
---
layout: two-cols
---

# Before and after
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from slidewright.check.finding import Finding, replacement
from slidewright.check.layouts import layouts
from slidewright.check.rules.missing import did_you_mean
from slidewright.check.rules.spelling import Near, near
from slidewright.check.rules.written import Written, inner, written
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Severity
from slidewright.parse.javascript import string

SEVERITY = Severity.WARNING
FIX = "safe"


def find(show: Show) -> Iterator[Finding]:
    """Layouts named on a slide, on an importing slide or in `defaults`, that are not there."""
    for item in _named(show):
        known = layouts(show)
        if known is not None and string(item.value) not in known:
            yield _unknown(item, known)


def _named(show: Show) -> Iterator[Written]:
    for item in written(show):
        if item.name == "layout" and item.value and not isinstance(item.value, (list, dict)):
            yield item
        elif item.name == "defaults" and item.part.is_head:
            yield from (found for found in inner(item) if found.name == "defaults.layout" and found.value)


def _unknown(item: Written, known: Iterable[str]) -> Finding:
    name = string(item.value)
    found = near(name, known)
    message = f"there is no layout `{name}`: Slidev takes `default`"
    fix = replacement(item.value_span, found.names[0], found.is_same_word) if len(found.names) == 1 else None
    return in_source(item.part, item.place, message, _help(name, found, known), fix)._replace(cause=f"no layout {name}")


def _help(name: str, found: Near, known: Iterable[str]) -> str:
    if found.names:
        return did_you_mean(found.names[:3])
    from difflib import get_close_matches

    close = get_close_matches(name, [*known], n=3, cutoff=0.6)
    return did_you_mean(tuple(close)) if close else f"make `layouts/{name}.vue`, or name one that is there"
