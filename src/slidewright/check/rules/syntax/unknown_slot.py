"""A slide fills a slot that its layout does not have.

## Why it matters

Vue drops what goes into an unknown slot, without a word: the text is not on the slide, and its clicks do not count.

## Example

```md
---
layout: default
---

# Comparison

::right::

The other side
```

Use instead:

```md
---
layout: two-cols
---

# Comparison

::right::

The other side
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from slidewright.check.finding import Finding
from slidewright.check.layouts import layout_name, layouts
from slidewright.check.rules.missing import did_you_mean
from slidewright.check.rules.slots import Filled, filled
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Part
from slidewright.vocabulary.layouts import BUILT_IN, Layout

SEVERITY = Severity.ERROR


def find(show: Show) -> Iterator[Finding]:
    """Slots that are not in the layout of the slide, where its layout is known."""
    for part in show.own_parts:
        for slot in filled(part):
            known = layouts(show)
            slide = show.slide_of(part)
            if known is None or slide is None:
                continue
            name = layout_name(show, slide)
            layout = known.get(name) or known.get("default")
            if layout and _is_told(layout) and not _has(layout, slot.name):
                yield _finding(part, slot, layout, known)


def _is_told(layout: Layout) -> bool:
    """Are its slots known? A file in which we find none may hand them on in a way that we do not read."""
    return bool(layout.slots) or BUILT_IN.get(layout.name) == layout


def _has(layout: Layout, name: str) -> bool:
    return name == "default" or name in (layout.slots or ())


def _finding(part: Part, slot: Filled, layout: Layout, known: Mapping[str, Layout]) -> Finding:
    from difflib import get_close_matches

    names = sorted(layout.slots or ())
    near = get_close_matches(slot.name, names, n=1, cutoff=0.6)
    others = sorted(other.name for other in known.values() if slot.name in (other.slots or ()))
    help = f"the layout has {', '.join(f'`{name}`' for name in names) or 'no slots'}"
    if near:
        help = did_you_mean(tuple(near))
    elif others:
        help = f"{help}; use a layout such as `{'two-cols' if 'two-cols' in others else others[0]}`"
    message = f"the layout `{layout.name}` has no slot `{slot.name}`: what stands in it is not shown"
    return in_content(part, slot.start, slot.end, message, help)
