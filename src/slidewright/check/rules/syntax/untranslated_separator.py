"""A line looks like a slide separator and is none.

## Why it matters

Only a line that begins with `---` cuts a slide. `***`, `- - -`, an indented ` ---` or a dash that an editor put in its
place is a ruler or text: two slides end up on one.

## Example

```md
# One

—

# Two
```

Use instead:

```md
# One

---

# Two
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding, replacement
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Fix, Severity
from slidewright.resolve.outcomes import Part
from slidewright.text import Span

SEVERITY = Severity.WARNING
FIX = "unsafe"

LOOK_ALIKE = re.compile(
    r"^(?P<line>[ \t]+-{3,}|[ \t]*(?:-[ \t]){2,}-|--|[—–―]{1,3}|\*{3,}|_{3,}|(?:\*[ \t]){2,}\*"
    r"|(?:>|[-*+])[ \t]+-{3,})[ \t]*$",
    re.M,
)
HEADING = re.compile(r"(#{1,6})[ \t]+\S")
FIRST_HEADING = re.compile(r"^(#{1,6})[ \t]+\S", re.M)
RULERS = "*_"
CODE = ("fence", "code_block", "html_block", "math_block")


def find(show: Show) -> Iterator[Finding]:
    """Lines between blank lines after which a heading begins what would be a slide."""
    for part in show.own_parts:
        content = part.slide.content
        if "\n#" in content:
            for match in LOOK_ALIKE.finditer(content):
                if _cuts(part, match):
                    yield _finding(part, match)


def _cuts(part: Part, match: re.Match[str]) -> bool:
    """Does it stand alone, outside of code, before a heading of at least the level that the slide began with?"""
    content = part.slide.content
    before, after = content[: match.start()], content[match.end() :]
    if not before.strip() or not before.endswith("\n\n") or not after.startswith("\n\n"):
        return False
    first, following = FIRST_HEADING.search(before), HEADING.match(after.lstrip())
    if first is None or following is None or len(following[1]) > len(first[1]):
        return False
    if match["line"].strip()[0] in RULERS and len(following[1]) > 1:
        return False
    return not any(s <= match.start() < e for token, (s, e), _ in part.anatomy.placed if token.type in CODE)


def _finding(part: Part, match: re.Match[str]) -> Finding:
    start, end = match.span("line")
    text = match["line"].strip()
    span = Span(start, end).shift(part.slide.content_span.start)
    message = f"`{text}` cuts no slide: what follows stays on this one"
    fix: Fix = replacement(span, "---", is_safe=False)
    return in_content(part, end - len(match["line"].lstrip()), end, message, "write `---` from the line's start", fix)
