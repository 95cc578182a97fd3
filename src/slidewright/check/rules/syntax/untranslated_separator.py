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
from slidewright.check.rules.code_ranges import code_ranges
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
HEADING = re.compile(r"\s*(#{1,6})[ \t]+\S")
FIRST_HEADING = re.compile(r"^(#{1,6})[ \t]+\S", re.M)
RULERS = "*_"
FORMATTED = 70
"""How long a formatter makes its rulers."""
CODE = ("fence", "code_block", "html_block", "math_block")


def find(show: Show) -> Iterator[Finding]:
    """Lines between blank lines after which a heading begins what would be a slide."""
    for part in show.own_parts:
        content = part.slide.content
        first = FIRST_HEADING.search(content) if "\n#" in content else None
        if first:
            found = [match for match in LOOK_ALIKE.finditer(content, first.end()) if _cuts(content, match, first)]
            if _is_formatted(show, part, found):
                found = [match for match in found if not _is_ruler(match)]
            is_code = code_ranges(part, CODE) if found else None
            yield from (_finding(part, match) for match in found if is_code and not is_code(match.start()))


def _is_ruler(match: re.Match[str]) -> bool:
    return match["line"].strip()[0] in RULERS or match["line"].startswith("- ")


def _is_formatted(show: Show, part: Part, found: list[re.Match[str]]) -> bool:
    """Rulers in the place of every separator are a formatter's work, and another rule's."""
    slides = show.deck.documents[part.slide.source.path].slides
    rulers = [match for match in found if _is_ruler(match)]
    return (len(slides) == 1 and len(rulers) > 1) or any(len(match["line"]) >= FORMATTED for match in rulers)


def _cuts(content: str, match: re.Match[str], first: re.Match[str]) -> bool:
    """Does it stand alone, before a heading of at least the level that the slide began with?"""
    if not content.endswith("\n\n", 0, match.start()) or not content.startswith("\n\n", match.end()):
        return False
    following = HEADING.match(content, match.end())
    if following is None or len(following[1]) > len(first[1]):
        return False
    return match["line"].strip()[0] not in RULERS or len(following[1]) == 1


def _finding(part: Part, match: re.Match[str]) -> Finding:
    start, end = match.span("line")
    text = match["line"].strip()
    span = Span(start, end).shift(part.slide.content_span.start)
    message = f"`{text}` cuts no slide: what follows stays on this one"
    fix: Fix = replacement(span, "---", is_safe=False)
    return in_content(part, end - len(match["line"].lstrip()), end, message, "write `---` from the line's start", fix)
