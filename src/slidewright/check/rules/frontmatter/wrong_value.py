"""A frontmatter key holds a value that Slidev does not know.

## Why it matters

Slidev takes what stands there, and something else happens: `colorSchema: night` is no scheme, so the deck follows the
viewer's system; `lineNumbers: no` is text in YAML 1.2, and any text counts as true; a `duration` that cannot be read
breaks the presenter's timer. Transitions with names of your own are fine: only what looks like a built-in one is
reported.

## Example

```md
---
colorSchema: Dark
lineNumbers: no
transition: slideleft
---

# Welcome
```

Use instead:

```md
---
colorSchema: dark
lineNumbers: false
transition: slide-left
---

# Welcome
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding, replacement
from slidewright.check.own_code import mentions
from slidewright.check.rules.frontmatter.wrong_type import key_of
from slidewright.check.rules.missing import did_you_mean
from slidewright.check.rules.spelling import FEW, near
from slidewright.check.rules.written import Written, inner, kind_of, listed, shown_value, written
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Fix, Severity
from slidewright.parse.times import is_time
from slidewright.text import Location
from slidewright.vocabulary.keys import DEPRECATED_VALUES, TRANSITIONS, Key

SEVERITY = Severity.WARNING
FIX = "safe"

YES = frozenset("yes y on true".split())
NO = frozenset("no n off false".split())
HIDING = ("hide", "disabled")
FATAL = (("highlighter", "prism"),)
"""Values with which Slidev does not start: reported with the YAML."""
SIZE = re.compile(r"\s*(?:-?\d+(?:\.\d+)?|_|NaN)?\s*\Z")
TIMES = "write it as `30min`, `1h30min`, `45:00` (minutes and seconds) or in seconds"
POSITION = 'write left, top, width, height and rotation, such as `"100,50,300,200,0"`'


def find(show: Show) -> Iterator[Finding]:
    """Values that Slidev takes for something else, or for nothing."""
    yield from _hidden(show)
    for item in written(show):
        known = key_of(item)
        if item.name == "transition":
            yield from _transition(show, item)
        elif item.name == "duration" and item.part.is_head:
            yield from _duration(item)
        elif item.name == "dragPos":
            yield from (_position(found) for found in inner(item) if not _is_position(found.value))
        elif known is not None:
            yield from _value(item, known)
            yield from (
                finding
                for found in inner(item)
                if (own := known.inner.get(found.name.rpartition(".")[2]))
                for finding in _value(found, own)
            )


def _hidden(show: Show) -> Iterator[Finding]:
    """Slides that a text hides, since any text counts as true."""
    for document in show.deck.documents.values():
        for slide in document.slides:
            for key in HIDING:
                value = slide.frontmatter.mapping.get(key)
                if isinstance(value, str) and value.casefold() in NO and key in slide.frontmatter.keys:
                    message = f"`{value}` is text to Slidev, not false: `{key}` hides the slide"
                    place = Location(slide.source, slide.frontmatter.keys[key].value)
                    yield Finding(place, message, "remove the key, or write `false` without quotes")


def _value(item: Written, known: Key) -> Iterator[Finding]:
    kind = kind_of(item.value)
    if kind == "number" and known.least is not None:
        yield from _number(item, known.least, known.is_exclusive)
    elif kind == "text" and known.allows("flag") and item.value.casefold() in YES | NO:
        yield _word(item)
    elif kind == "text" and not known.allows("text") and (known.choices or known.allows("flag")):
        yield from _choice(item, known)


def _number(item: Written, least: float, is_exclusive: bool) -> Iterator[Finding]:
    if item.value < least or (is_exclusive and item.value == least):
        bound = "above" if is_exclusive else "at least"
        message = f"`{item.name}` must be {bound} {least:g}, not {shown_value(item.value)}"
        yield in_source(item.part, item.place, message)


def _word(item: Written) -> Finding:
    """`yes` and `no` are text in YAML 1.2, and so is `false` in quotes."""
    meant = "false" if item.value.casefold() in NO else "true"
    written = item.source.slice(item.whole_value) or item.value
    message = f"`{written}` is text to Slidev, not {meant}: `{item.name}` takes true or false"
    fix = replacement(item.whole_value, meant) if item.is_on_one_line else None
    return in_source(item.part, item.place, message, f"write `{meant}` without quotes", fix)


def _choice(item: Written, known: Key) -> Iterator[Finding]:
    name = item.name.rpartition(".")[2]
    if item.value in known.choices or (name, item.value) in (*DEPRECATED_VALUES, *FATAL):
        return
    choices = [choice for choice in known.choices if (name, choice) not in (*DEPRECATED_VALUES, *FATAL)]
    found = near(item.value, choices, FEW)
    flags = ("true", "false") if known.allows("flag") else ()
    help = did_you_mean(found.names) if found.names else f"write {listed((*flags, *choices))}"
    message = f"`{item.name}` cannot be {shown_value(item.value)}"
    yield in_source(item.part, item.place, message, help, _fix(item, found.names, found.is_same_word))


def _fix(item: Written, names: tuple[str, ...], is_safe: bool) -> Fix | None:
    return replacement(item.value_span, names[0], is_safe) if len(names) == 1 and item.is_on_one_line else None


def _transition(show: Show, item: Written) -> Iterator[Finding]:
    if isinstance(item.value, dict) and not item.value.get("name"):
        yield in_source(item.part, item.key_span, "a `transition` with properties needs a `name`", "add `name: fade`")
    if not isinstance(item.value, str):
        return
    for name in filter(None, map(str.strip, item.value.split("|"))):
        found = near(name, TRANSITIONS) if name not in TRANSITIONS else None
        if found and found.names and not mentions(show, f"{name}-enter-active") and not _styled(show, name):
            fix = _fix(item, found.names, found.is_same_word) if name == item.value else None
            message = f"no built-in transition is called `{name}`"
            yield in_source(item.part, item.place, message, did_you_mean(found.names), fix)


def _styled(show: Show, name: str) -> bool:
    """Does a slide's own style define the transition?"""
    return any(f".{name}-" in part.slide.content for part in show.own_parts)


def _duration(item: Written) -> Iterator[Finding]:
    if isinstance(item.value, str) and not is_time(item.value):
        yield in_source(item.part, item.place, f"Slidev cannot read the time `{item.value}`", TIMES)


def _position(item: Written) -> Finding:
    return in_source(item.part, item.place, f"`{item.name}` is no position: {shown_value(item.value)}", POSITION)


def _is_position(value: object) -> bool:
    if not isinstance(value, str):
        return True  # another rule's question
    parts = value.split(",")
    return 2 <= len(parts) <= 5 and all(SIZE.match(part) for part in parts)
