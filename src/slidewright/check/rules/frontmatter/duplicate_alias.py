"""A `routeAlias` leads to another slide or page than its own.

## Why it matters

`/intro` shows the first slide of that alias; the others are reached by their numbers only. An alias that is a number,
or the name of one of Slidev's own pages (`presenter`, `overview`, …), is never looked at.

## Example

```md
---
routeAlias: intro
---

# Welcome

---
routeAlias: intro
---

# Introduction
```

Use instead:

```md
---
routeAlias: welcome
---

# Welcome

---
routeAlias: intro
---

# Introduction
```
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.show import Show
from slidewright.diagnostics import Related, Severity
from slidewright.model import Slide, SourceSlide
from slidewright.parse.javascript import number, string
from slidewright.text import Location
from slidewright.vocabulary.keys import PAGES

SEVERITY = Severity.WARNING

KEY = "routeAlias"


def find(show: Show) -> Iterator[Finding]:
    """Aliases written at two places, and aliases that cannot be reached."""
    first: dict[str, tuple[Location, int]] = {}
    seen: set[Location] = set()
    for slide in show.deck.slides:
        alias = slide.frontmatter.get(KEY)
        place = _place(slide) if alias is not None and alias != "" else None
        if place is None or place in seen:
            continue
        seen.add(place)
        name = string(alias)
        if name in first:
            yield _twice(name, place, slide.no, *first[name])
            continue
        first[name] = place, slide.no
        reason = _unreachable(name)
        if reason:
            yield Finding(place, f"the alias `{name}` {reason}", "write another word", slide.no)


def _place(slide: Slide) -> Location | None:
    """Where the alias of a shown slide is written: on the outermost importer that has one, else on the slide."""
    for part in (*slide.import_chain, slide.source_slide):
        if KEY in part.frontmatter.keys:
            return _value_of(part)
    return None


def _value_of(part: SourceSlide) -> Location:
    place = part.frontmatter.keys[KEY]
    return Location(part.source, place.value if place.value.end > place.value.start else place.key)


def _twice(name: str, place: Location, no: int, first: Location, first_no: int) -> Finding:
    message = f"the alias `{name}` is slide {first_no}'s already"
    return Finding(place, message, "write another word", no, related=(Related(f"slide {first_no}", first),))


def _unreachable(name: str) -> str | None:
    if not math.isnan(number(name)):
        return "is a number, which stands for a slide's place"
    return "is the address of a page of Slidev's own" if name in PAGES else None
