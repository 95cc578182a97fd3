"""A frontmatter key is misspelt.

## Why it matters

Slidev checks no names: a key that it does not know changes nothing, and becomes an attribute of the slide's HTML. What
the deck's own layouts, components and theme read is known here; what is merely unknown is not reported, only what looks
like a known key, and what cannot be an attribute at all: such a key may keep the whole slide from being shown.

## Example

```md
---
layout: image-right
backgroudSize: contain
---

# Architecture
```

Use instead:

```md
---
layout: image-right
backgroundSize: contain
---

# Architecture
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from slidewright.check.finding import Finding, replacement
from slidewright.check.layouts import layouts
from slidewright.check.own_code import mentions
from slidewright.check.rules.missing import did_you_mean
from slidewright.check.rules.spelling import FEW, SHORTEST, Near, near
from slidewright.check.rules.written import Written, inner, listed, written
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Fix, Severity
from slidewright.vocabulary.keys import DECK_KEYS, LAYOUT_KEYS, SLIDE_KEYS, Key

SEVERITY = Severity.WARNING
FIX = "safe"

KNOWN = frozenset([*DECK_KEYS, *SLIDE_KEYS, *LAYOUT_KEYS])
ILLEGAL = re.compile(r"[\s\"'<>/=]|\A\Z")
"""What the name of an HTML attribute cannot hold."""


def find(show: Show) -> Iterator[Finding]:
    """Keys that are a slip away from a known one, on slides and inside `fonts`, `drawings` and the like."""
    for item in written(show):
        if item.name not in KNOWN:
            yield from _unknown(show, item)
        elif item.part.is_head and item.name in DECK_KEYS and DECK_KEYS[item.name].inner:
            yield from _unknown_inside(item, DECK_KEYS[item.name].inner)


def _unknown(show: Show, item: Written) -> Iterator[Finding]:
    if ILLEGAL.search(item.name):
        yield _illegal(item)
        return
    known = layouts(show)
    props = [prop for layout in (known or {}).values() for prop in layout.props or ()]
    deck_keys = DECK_KEYS if item.part.is_head else ()
    if item.name in props:
        return
    shortest = FEW if isinstance(item.value, dict) else SHORTEST
    found = near(item.name, [*SLIDE_KEYS, *LAYOUT_KEYS, *deck_keys, *props], shortest)
    if found.names and not _is_another_word(item, found) and not mentions(show, item.name):
        yield _misspelt(item, item.name, found)


def _is_another_word(item: Written, found: Near) -> bool:
    """Is it the plural of a known key, or its singular? Decks have keys of their own; a map is told from a text."""
    plural = item.name.removesuffix("s")
    same = [other for other in found.names if other.removesuffix("s") == plural]
    return bool(same) and not any(_takes_map(other) and isinstance(item.value, dict) for other in same)


def _takes_map(name: str) -> bool:
    known = DECK_KEYS.get(name) or SLIDE_KEYS.get(name)
    return known is not None and known.types == "map"


def _unknown_inside(item: Written, known: Mapping[str, Key]) -> Iterator[Finding]:
    for found in inner(item):
        name = found.name.rpartition(".")[2]
        if name not in known:
            likely = near(name, known, FEW)
            help = did_you_mean(likely.names[:3]) if likely.names else f"it knows {listed(known)}"
            yield _misspelt(found, found.name, likely)._replace(help=help)


def _misspelt(item: Written, name: str, found: Near) -> Finding:
    message = f"Slidev does not know the key `{name}`"
    return in_source(item.part, item.key_span, message, did_you_mean(found.names[:3]), _fix(item, found))


def _fix(item: Written, found: Near) -> Fix | None:
    """The right name, where there is one that the slide does not have already."""
    taken = item.part.slide.frontmatter.mapping
    outer = taken.get(item.name.partition(".")[0])
    taken = outer if "." in item.name and isinstance(outer, dict) else taken
    if len(found.names) != 1 or found.names[0] in taken:
        return None
    is_plural = found.names[0].removesuffix("s") == item.name.removesuffix("s")
    return replacement(item.key_span, found.names[0], is_safe=not is_plural)


def _illegal(item: Written) -> Finding:
    shown = " ".join(item.name.split())
    shown = shown if len(shown) < 40 else f"{shown[:39]}…"
    message = f"the key `{shown}` cannot be an attribute: the slide may stay empty"
    help = "put a blank line after `---` if this is text; as a key, write it without blanks and signs"
    return in_source(item.part, item.key_span, message, help)
