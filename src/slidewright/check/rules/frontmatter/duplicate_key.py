"""A frontmatter key is given twice.

## Why it matters

The last one wins without a word, so that the first line that one reads is not what happens. In the headmatter it keeps
Slidev from starting.

## Example

```md
# One

---
layout: center
class: text-left
layout: two-cols
---

# Two
```

Use instead:

```md
# One

---
layout: two-cols
class: text-left
---

# Two
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.show import Show
from slidewright.diagnostics import Edit, Fix, Related, Severity
from slidewright.model import Problem
from slidewright.text import Source, Span

SEVERITY = Severity.ERROR
FIX = "safe"


def find(show: Show) -> Iterator[Finding]:
    """Keys that their map has already, at the top and below."""
    for path, document in show.deck.documents.items():
        for problem in document.problems:
            if problem.kind == "duplicate-key":
                yield _finding(problem, show.number(path, problem.slide_index))


def _finding(problem: Problem, slide: int | None) -> Finding:
    location, first = problem.location, problem.related
    related = (Related("given here already", first),) if first else ()
    fix = _fix(location.source, first.span, location.span) if first else None
    return Finding(location, problem.message, "keep one of them", slide, related=related, fix=fix)


def _fix(source: Source, first: Span, again: Span) -> Fix | None:
    """The first one is taken out where it stands on a line of its own and says the same."""
    line, last = source.position(first.start).line - 1, source.position(again.start).line - 1
    text = source.lines[line]
    if line == last or text.rstrip() != source.lines[last].rstrip() or _has_more(source, line, text):
        return None
    span = Span(source.line_starts[line], source.line_starts[line + 1])
    return Fix("remove the first one", (Edit(span, ""),))


def _has_more(source: Source, line: int, text: str) -> bool:
    """Does a value go on below its line, or does the line hold more than one key?"""
    below = source.lines[line + 1]
    indent = len(text) - len(text.lstrip())
    goes_on = len(below) - len(below.lstrip()) > indent or below.lstrip().startswith("- ")
    return goes_on or text.lstrip()[:1] in ("{", "-")
