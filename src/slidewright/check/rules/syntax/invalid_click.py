"""A click is given in a way that Slidev does not understand, or that never comes.

## Why it matters

Slidev ignores an `at` that is no number, never shows a range that ends before it starts, knows no directive called
`v-clicks`, and stops at the `clicks:` of the frontmatter even if more of the slide is still to come.

## Example

```md
<div v-click="[4, 2]">Never shown</div>
```

Use instead:

```md
<div v-click="[2, 4]">Shown at the clicks 2 and 3</div>
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from slidewright.check.finding import Finding
from slidewright.check.show import Show, in_content, in_source
from slidewright.diagnostics import Severity
from slidewright.parse.anatomy.markup import Attribute, Tag
from slidewright.resolve.outcomes import Part
from slidewright.vocabulary.components import pascal

SEVERITY = Severity.WARNING

DIRECTIVE = re.compile(r"v-(?:click|after|click-hide|mark)(?:\.[\w.-]*)?\Z")
PROPS = {
    "VClick": ("at",),
    "VClicks": ("at", "every", "depth"),
    "VSwitch": ("at",),
    "VClickGap": ("size",),
}
"""Props of the click components that are numbers."""
NUMBER = re.compile(r"\s*[+-]?\d+(?:\.\d+)?\s*\Z")
QUOTED = re.compile(r"""\s*(['"`])([^'"`$]*)\1\s*\Z""")
RANGE = re.compile(r"\s*\[([^\[\]]*)\]\s*\Z")
WORDS = ("", "true", "false")


class Bound(NamedTuple):
    """The start or the end of a range of clicks."""

    value: float
    is_relative: bool


def find(show: Show) -> Iterator[Finding]:
    """Values of click directives and components, and a `clicks:` that is too small."""
    given = [part for part in show.own_parts if "clicks" in part.slide.frontmatter.mapping]
    if given:
        yield from _too_few(show, given)
    for part in show.own_parts:
        if "v-" in part.slide.content or "<VClick" in part.slide.content or "<VSwitch" in part.slide.content:
            for tag in part.anatomy.tags:
                for attribute in tag.attributes:
                    yield from _attribute(part, tag, attribute)


def _attribute(part: Part, tag: Tag, attribute: Attribute) -> Iterator[Finding]:
    name, value = attribute.name, attribute.value
    start, end = attribute.value_start, attribute.value_start + len(value or "")
    if name == "v-clicks":
        message = "`v-clicks` is a component, not a directive: here it does nothing"
        help = "write `<v-clicks>` around the list, with blank lines inside"
        yield in_content(part, attribute.start, attribute.start + len(name), message, help)
    elif value is not None and DIRECTIVE.match(name):
        fault = _expression(value)
        if fault:
            yield in_content(part, start, end, fault, "write a number, `'+1'`, or a range such as `[2, 4]`")
    elif value is not None and name in PROPS.get(pascal(tag.name), ()) and not _is_number(value):
        message = f"`{value}` is no number of clicks: Slidev ignores it"
        yield in_content(part, start, end, message, "write a number, or one with a sign such as `+1`")


def _is_number(value: str) -> bool:
    return NUMBER.match(value) is not None or value in WORDS


def _expression(value: str) -> str | None:
    """What is wrong with the value of a directive; nothing is said of expressions that only a browser knows."""
    quoted = QUOTED.match(value)
    if quoted and not _is_number(quoted[2]):
        return f"`{quoted[2]}` is no number of clicks: Slidev ignores it"
    range_ = RANGE.match(value)
    bounds = [_bound(bound) for bound in range_[1].split(",")] if range_ and range_[1].strip() else []
    if len(bounds) > 2:
        return f"`{value}` is no range: it has more than a start and an end"
    if len(bounds) == 2 and _is_empty(*bounds):
        return f"`{value}` ends before it starts: this is never shown"
    return None


def _is_empty(start: Bound | None, end: Bound | None) -> bool:
    """Does a range end where it starts, or before?"""
    if start is None or end is None:
        return False
    return end.value <= 0 if end.is_relative else not start.is_relative and end.value <= start.value


def _bound(text: str) -> Bound | None:
    """A bound of a range; None where it is an expression."""
    quoted = QUOTED.match(text)
    number = quoted[2] if quoted else text
    if not NUMBER.match(number):
        return None
    return Bound(float(number), quoted is not None and number.strip()[0] in "+-")


def _too_few(show: Show, given: Sequence[Part]) -> Iterator[Finding]:
    """`clicks:` against what the slide asks for, or where that is not certain, what is beyond doubt."""
    from slidewright.check.clicks import Clicks

    known = Clicks(show)
    for part in given:
        clicks = part.slide.frontmatter.mapping["clicks"]
        if isinstance(clicks, bool) or not isinstance(clicks, int):
            continue
        counted = known.of(part)
        needed = counted.counted if counted.is_certain else _beyond_doubt(part)
        if needed > clicks:
            span = part.slide.frontmatter.keys["clicks"].value
            message = f"`clicks: {clicks}` ends the slide before its click {needed:g}"
            yield in_source(part, span, message, f"write `clicks: {needed:g}` or more, or leave it out")


def _beyond_doubt(part: Part) -> int:
    """The highest of the absolute clicks, and how many bare directives there are."""
    values = [_certain(tag) for tag in part.anatomy.tags if tag.kind != "close" and not tag.attribute("v-if", "v-for")]
    return max([int(value) for value in values if value is not None] + [values.count(0)], default=0)


def _certain(tag: Tag) -> int | None:
    """The click of an absolute `v-click`, 0 for a bare one, None for anything else."""
    attribute = tag.attribute("v-click")
    if attribute is None or tag.attribute("v-mark"):
        return None
    value = (attribute.value or "").strip()
    return int(value) if value.isdecimal() and value.isascii() else None if value else 0
