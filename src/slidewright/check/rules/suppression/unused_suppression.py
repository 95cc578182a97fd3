"""A suppression allows a finding that is not there.

## Why it matters

What it was written for has been mended, or it stands in the wrong place. Left in the deck it would silence the next,
real fault. It is reported only where the rules that it names were run.

## Example

```md
<!-- slidewright: allow missing-image -->

![Architecture](./img/architecture.png)
```

Use instead:

```md
![Architecture](./img/architecture.png)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.show import Show
from slidewright.check.suppressions import Used
from slidewright.diagnostics import Edit, Fix, Severity
from slidewright.text import Location, Span

SEVERITY = Severity.WARNING
FIX = "safe"


def find(show: Show) -> Iterator[Finding]:
    """Names that allowed nothing."""
    for used in show.suppressions:
        item = used.suppression
        unused = [(name, place) for name, place in item.rules if name in used.unused]
        if len(unused) == len(item.rules) and unused:
            names = ", ".join(f"`{name}`" for name, _ in unused)
            yield Finding(item.location, f"nothing to allow: {names}", None, item.slide, fix=_removal(used))
        else:
            for name, place in unused:
                yield Finding(place, f"nothing to allow: `{name}`", "take the name out", item.slide)


def _removal(used: Used) -> Fix | None:
    """Remove the comment, with its line where it stands alone; a note is left to its author."""
    location = used.suppression.location
    if used.suppression.is_note:
        return None
    text, (start, end) = location.source.text, location.span
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if last < 0 else last + 1
    if text[first:start].strip() or text[end:last].strip():
        return Fix("remove the comment", (Edit(_with_blank(location), ""),))
    is_apart = text[last : last + 1] == "\n" and (not first or text[:first].endswith("\n\n"))
    return Fix("remove the comment", (Edit(Span(first, last + is_apart), ""),))


def _with_blank(location: Location) -> Span:
    """The comment and the blanks before it."""
    text, (start, end) = location.source.text, location.span
    return Span(len(text[:start].rstrip(" \t")), end)
