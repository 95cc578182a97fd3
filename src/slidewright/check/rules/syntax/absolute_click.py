"""A click with a sign is meant relative and is absolute.

## Why it matters

In `v-click="+1"` the value is an expression: the number 1. Everything that has it appears at the first click of the
slide, however many came before. Relative is `'+1'`, with quotes inside the quotes.

## Example

```md
<div v-click>First</div>
<div v-click="+2">Meant two clicks later</div>
```

Use instead:

```md
<div v-click>First</div>
<div v-click="'+2'">Two clicks later</div>
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding, replacement
from slidewright.check.rules.syntax.invalid_click import DIRECTIVE
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.parse.anatomy.markup import Attribute
from slidewright.resolve.outcomes import Part
from slidewright.text import Span

SEVERITY = Severity.INFO
FIX = "unsafe"

SIGNED = re.compile(r"[+-]\d+\Z")
ITEM = re.compile(r"(?<=[\[,])\s*([+-]\d+)(?=\s*[,\]])")


def find(show: Show) -> Iterator[Finding]:
    """Signed numbers without quotes of their own."""
    for part in show.own_parts:
        if '"+' in part.slide.content or '"-' in part.slide.content or '"[' in part.slide.content:
            for tag in part.anatomy.tags:
                for attribute in tag.attributes:
                    if attribute.value and DIRECTIVE.match(attribute.name):
                        yield from _signed(part, attribute, attribute.value)


def _signed(part: Part, attribute: Attribute, value: str) -> Iterator[Finding]:
    found = [(0, value)] if SIGNED.match(value) else []
    found += [(match.start(1), match[1]) for match in ITEM.finditer(value) if value.startswith("[")]
    for offset, text in found:
        start = attribute.value_start + offset
        span = Span(start, start + len(text)).shift(part.slide.content_span.start)
        fix = replacement(span, f"'{text}'", is_safe=False)
        message = f"`{text}` without quotes is the number {int(text)}: the click is absolute"
        yield in_content(part, start, start + len(text), message, f"write `'{text}'` if it is to be relative", fix)
