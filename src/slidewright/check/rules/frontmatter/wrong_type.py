"""A frontmatter key holds another type of value than Slidev reads there.

## Why it matters

Slidev checks nothing that stands in frontmatter. A list given as text is taken letter by letter, a map given as text is
not read at all, and a deck title that is a number stops Slidev before it shows anything.

## Example

```md
---
title: 2024
fonts: Roboto
---

# The year

---
clicks: three
---

# Three steps
```

Use instead:

```md
---
title: "2024"
fonts:
  sans: Roboto
---

# The year

---
clicks: 3
---

# Three steps
```
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from slidewright.check.finding import Finding, replacement
from slidewright.check.rules.written import Written, inner, kind_of, shown_value, written
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Fix, Severity
from slidewright.parse.javascript import number
from slidewright.vocabulary.keys import DECK_KEYS, SLIDE_KEYS, TEXT, Key

SEVERITY = Severity.ERROR
FIX = "safe"

ELSEWHERE = frozenset(["src", "routeAlias", "aspectRatio"])
"""Keys whose values have rules of their own."""
WORDS = {"text": "text", "number": "a number", "flag": "true or false", "list": "a list", "map": "a map"}
SIMPLE = re.compile(r"[\w@./-]+(?:, *[\w@./-]+)*\Z")
MEASURE = re.compile(r"(\d+(?:\.\d+)?) *(%|px|ms)\Z")
HELPS = {
    "number": "write a number",
    "map": "write its keys below it, each indented",
    "text": "write one text",
    "list": "write a list, such as `[one, two]`",
}
EXAMPLES = {
    "fonts": "write `fonts: {{ sans: {value} }}`",
    "drawings": "write what you mean below it, such as `enabled: {value}`",
    "transition": "write `none` to have no transition",
    "author": "write the name",
}


def find(show: Show) -> Iterator[Finding]:
    """Values that Slidev cannot read for what they are meant."""
    for item in written(show):
        known = key_of(item)
        if known is not None and item.name not in ELSEWHERE:
            if not _is_allowed(item, known):
                yield _wrong(item, known)
            elif item.name == "dragPos" and isinstance(item.value, dict):
                yield from (_wrong(found, TEXT) for found in inner(item) if kind_of(found.value) in ("list", "map"))


def key_of(item: Written) -> Key | None:
    """What a key may hold where it stands; None where it means nothing, or anything."""
    if item.name == "title":
        return TEXT if item.part.is_head else None
    return SLIDE_KEYS.get(item.name) or (DECK_KEYS.get(item.name) if item.part.is_head else None)


def _is_allowed(item: Written, known: Key) -> bool:
    kind = kind_of(item.value)
    if kind == "null" or known.allows(kind):
        return True
    if kind == "text" and known.allows("number"):
        return not math.isnan(number(item.value))
    if kind == "text" and (known.choices or known.allows("flag")):
        return True  # which text it is, is another rule's question
    if kind == "number" and known.allows("flag"):
        return True
    return kind == "number" and known.types == "text" and item.name not in ("title", "titleTemplate", "theme")


def _wrong(item: Written, known: Key) -> Finding:
    takes = " or ".join(WORDS[kind] for kind in known.types.split()) or f"one of {', '.join(known.choices)}"
    message = f"`{item.name}` takes {takes}, not {shown_value(item.value)}"
    return in_source(item.part, item.place, message, _help(item, known), _fix(item, known))


def _help(item: Written, known: Key) -> str | None:
    value = shown_value(item.value).removeprefix("the text ").strip("`")
    if item.name in EXAMPLES:
        return EXAMPLES[item.name].format(value=value)
    mended = _mended(item, known)
    if mended is not None:
        return f"write `{item.name.rpartition('.')[2]}: {mended}`"
    return next((help for kind, help in HELPS.items() if known.allows(kind)), None)


def _fix(item: Written, known: Key) -> Fix | None:
    mended = _mended(item, known)
    if mended is None or not item.is_on_one_line:
        return None
    return replacement(item.whole_value, mended)


def _mended(item: Written, known: Key) -> str | None:
    """What was meant, where there is no doubt: a number as text, names as a list, a measure as a number."""
    kind = kind_of(item.value)
    text = item.source.slice(item.value_span)
    if known.types == "text" and (kind == "number" or (kind == "flag" and item.name == "title")):
        return f'"{text}"'
    if kind == "text" and known.types == "list" and SIMPLE.match(item.value):
        return f"[{', '.join(_quoted(name.strip()) for name in item.value.split(','))}]"
    measure = MEASURE.match(item.value) if kind == "text" and known.allows("number") else None
    if measure is None:
        return None
    return f"{float(measure[1]) / 100:g}" if measure[2] == "%" else measure[1]


def _quoted(name: str) -> str:
    """A name in a list; one that begins with `@` needs quotes."""
    return f'"{name}"' if name.startswith("@") else name
