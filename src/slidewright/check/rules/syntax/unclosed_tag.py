"""A tag is opened and never closed.

## Why it matters

Every slide is a Vue template. Vue closes nothing by itself: an open `<div>` or a `<` in front of a word that was meant
as text (`List<String>`) makes an error slide of the whole slide, and `slidev build` stops.

## Example

```md
<div class="grid">

# Two columns
```

Use instead:

```md
<div class="grid">

# Two columns

</div>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.eaten import eaten
from slidewright.check.rules.tags import named, place, related
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.parse.anatomy.balance import Fault
from slidewright.resolve.outcomes import Part
from slidewright.vocabulary.components import BUILT_IN, GLOBAL, pascal
from slidewright.vocabulary.elements import ELEMENTS, VOID

SEVERITY = Severity.ERROR


def find(show: Show) -> Iterator[Finding]:
    """Tags that nothing closes, and tags without their `>`."""
    for part in show.own_parts:
        faults = part.anatomy.faults if "<" in part.slide.content else ()
        wanted = [fault for fault in faults if fault.kind in ("unclosed", "unfinished")]
        swallowed = _swallowed(part) if wanted else None
        for fault in wanted:
            yield _finding(part, fault, swallowed)


def _swallowed(part: Part) -> tuple[int, str] | None:
    """Where a listing follows a tag without a blank line, its last fence opens what swallows the tag's end."""
    fence = next((found for found in eaten(part) if found.kind == "fence"), None)
    if fence is None:
        return None
    line = part.slide.locate(*fence.span).start.line
    help = f"put a blank line before the listing in line {line}: it is taken for HTML and swallows what follows"
    return fence.block[1], help


def _finding(part: Part, fault: Fault, swallowed: tuple[int, str] | None) -> Finding:
    event = fault.event
    start, end = place(event)
    if fault.kind == "unfinished":
        name = part.slide.content[start:end]
        help = "write its `>`; a blank line within a tag ends it for Markdown"
        return in_content(part, start, end, f"the tag `{name}` has no `>`", help)
    before = f" before {named(fault.other)} ends" if fault.other and not fault.other.tag else ""
    if fault.other and fault.other.tag:
        before = f" before {named(fault.other)}"
    help = swallowed[1] if swallowed and event.at < swallowed[0] else _help(fault)
    finding = in_content(part, start, end, f"{named(event)} is not closed{before}", help)
    if fault.other and fault.other.tag:
        return finding._replace(related=related(part, fault.other, "closed around it here"))
    return finding


def _help(fault: Fault) -> str:
    name = fault.event.name
    if name.lower() in VOID:
        return f"write `<{name.lower()}>`: Vue knows elements without an end in small letters only"
    if _is_known(name):
        return f"write `</{name}>`, or `<{name} … />` if it holds nothing"
    return f"write `&lt;{name}>` or put it in backticks if it is text, else `</{name}>`"


def _is_known(name: str) -> bool:
    return name in ELEMENTS or "-" in name or pascal(name) in BUILT_IN | GLOBAL
