"""A closing tag closes nothing, or closes across what stands between.

## Why it matters

Vue accepts elements only as a tree: an end without a beginning, a `<span>` that opens in one paragraph and closes in
another, or a slot that opens within a `<div>` makes an error slide of the whole slide, and `slidev build` stops.

## Example

```md
<div>

::right::

Text

</div>
```

Use instead:

```md
::right::

<div>

Text

</div>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.tags import named, place, related
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.parse.anatomy.balance import Fault
from slidewright.resolve.outcomes import Part

SEVERITY = Severity.ERROR
MARKS = ("<", "::", "[!")


def find(show: Show) -> Iterator[Finding]:
    """Ends without a beginning, elements that cross, and slots inside of elements."""
    for part in show.own_parts:
        if any(mark in part.slide.content for mark in MARKS):
            for fault in part.anatomy.faults:
                if fault.kind in ("unopened", "crossed", "slot"):
                    yield _finding(part, fault)


def _finding(part: Part, fault: Fault) -> Finding:
    message, help = _worded(fault)
    finding = in_content(part, *place(fault.event), message, help)
    if fault.other is None or fault.other.at >= len(part.slide.content):
        return finding
    return finding._replace(related=related(part, fault.other, f"{named(fault.other)} opens here"))


def _worded(fault: Fault) -> tuple[str, str]:
    name = named(fault.event)
    if fault.other is None:
        return f"{name} closes nothing", "remove it, or open the element before it"
    other = named(fault.other)
    if fault.kind == "slot":
        return f"{name} begins inside {other}", f"close {other} before it: a slot stands at the slide's top level"
    if fault.event.tag is None:
        return f"{name} and {other} cross", "put blank lines around each, or write the outer one in HTML"
    help = "put both tags into one paragraph, or each on a line of its own with blank lines around it"
    return f"{name} and its {other} do not stand in the same element", help
