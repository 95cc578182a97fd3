"""A key of the deck stands on a slide where Slidev does not read it.

## Why it matters

Theme, fonts, colours, canvas and the like belong to the whole deck: they count in the headmatter, the frontmatter of
the entry's first slide, and nowhere else. On a later slide, or in an imported file, they change nothing.

## Example

```md
# Welcome

---
layout: center
colorSchema: dark
---

# A dark slide
```

Use instead:

```md
---
colorSchema: dark
---

# Welcome

---
layout: center
---

# A dark slide
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.layouts import layouts
from slidewright.check.own_code import mentions
from slidewright.check.rules.headmatter import late_headmatter
from slidewright.check.rules.written import Written, written
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Part
from slidewright.vocabulary.keys import COMMON_WORDS, DECK_KEYS
from slidewright.vocabulary.layouts import BUILT_IN

SEVERITY = Severity.WARNING

AT_LEAST = 2
"""Keys of the deck on the first slide of an imported file from where on that file is a deck of its own, too."""


def find(show: Show) -> Iterator[Finding]:
    """The first misplaced key of each slide, with the names of the others."""
    misplaced: dict[tuple[object, int], list[Written]] = {}
    for item in written(show):
        if item.name in DECK_KEYS and not item.part.is_head:
            misplaced.setdefault((item.source.path, item.part.slide.index), []).append(item)
    late = late_headmatter(show)
    for items in misplaced.values():
        if items[0].part.slide is late:
            continue  # the whole headmatter is misplaced, which is another rule's finding
        if not _is_another_deck(show, items[0].part, len(items)):
            meant = [item for item in items if not _is_of_the_layout(show, item)]
            if meant:
                yield _finding(show, meant)


def _is_another_deck(show: Show, part: Part, count: int) -> bool:
    """Is this the headmatter of a file that is shown by itself as well?"""
    return part.slide.index == 0 and part.slide.source.path != show.deck.entry and count >= AT_LEAST


def _is_of_the_layout(show: Show, item: Written) -> bool:
    """May a layout or a component have a use of its own for a key that is also a common word?"""
    if item.name not in COMMON_WORDS:
        return False
    known = layouts(show)
    if known is None:
        return True
    own = [layout.props for name, layout in known.items() if name not in BUILT_IN]
    return any(props is None or item.name in props for props in own) or mentions(show, item.name)


def _finding(show: Show, items: list[Written]) -> Finding:
    first, *more = (f"`{item.name}`" for item in items)
    also = f", and so do {', '.join(more)}" if len(more) > 1 else f", and so does {more[0]}" if more else ""
    message = f"{first} counts in the headmatter only{also}"
    help = f"move it to the first slide of `{show.deck.entry.name}`, or remove it"
    return in_source(items[0].part, items[0].key_span, message, help)
