"""A slide fills one slot twice.

## Why it matters

Vue takes one content for each slot: a second `::right::`, or a `::default::` together with text before the first
marker, makes an error slide of the whole slide, and `slidev build` stops.

## Example

```md
---
layout: two-cols
---

::right::

One

::right::

Two
```

Use instead:

```md
---
layout: two-cols
---

::left::

One

::right::

Two
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.slots import Filled, filled
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Related, Severity
from slidewright.parse.visible import COMMENT
from slidewright.resolve.outcomes import Part

SEVERITY = Severity.ERROR


def find(show: Show) -> Iterator[Finding]:
    """Slots of one name, and a default slot beside text that goes there anyway."""
    for part in show.own_parts:
        seen: dict[str, Filled] = {}
        slots = list(filled(part))
        for slot in slots:
            earlier = seen.setdefault(slot.name, slot)
            if earlier is not slot:
                yield _twice(part, slot, earlier)
        if "default" in seen:
            yield from _beside_text(part, seen["default"], slots[0])


def _twice(part: Part, slot: Filled, earlier: Filled) -> Finding:
    message = f"the slot `{slot.name}` is filled twice: the slide fails"
    finding = in_content(part, slot.start, slot.end, message, "put both contents into one, or use another name")
    return finding._replace(related=(Related("filled here first", part.slide.locate(earlier.start, earlier.end)),))


def _beside_text(part: Part, default: Filled, first: Filled) -> Iterator[Finding]:
    """Text before the first marker goes into the default slot."""
    before = part.slide.content[: first.start]
    if not first.is_marker:
        before = before[: before.rfind("<template")]
    text = COMMENT.sub("", before).strip()
    if text and not _is_taken_out(text):
        message = "the text before the first slot is the `default` slot already: the slide fails"
        help = "move that text below this line, or remove this line and put its text above the first slot"
        yield in_content(part, default.start, default.end, message, help)


def _is_taken_out(text: str) -> bool:
    """Scripts and styles leave the template."""
    return text.startswith(("<script", "<style")) and text.endswith(("</script>", "</style>"))
