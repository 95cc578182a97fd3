"""A fence of code is not closed where its author means it to be.

## Why it matters

Without its closing fence a listing runs to the end of the slide and takes what follows into the code. Slidev's parser
and Markdown also disagree on fences: the parser knows no `~~~`, and closes a fence only by a line with the same indent.
Then a `---` in the code cuts the slide, or a `---` after it cuts nothing.

## Example

````md
# One

~~~yaml
---
key: value
~~~

---

# Two
````

Use instead:

````md
# One

```yaml
---
key: value
```

---

# Two
````
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.eaten import eaten
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.parse.anatomy.blocks import Code
from slidewright.resolve.outcomes import Part

SEVERITY = Severity.ERROR

FENCES = ("```", "~~~")
SEPARATOR = re.compile(r"^---", re.M)
TICKS = re.compile(r"^([ \t]*`{3,})", re.M)


def find(show: Show) -> Iterator[Finding]:
    """Fences that a slide's end closes, and separators that are lost behind one."""
    for part in show.own_parts:
        content = part.slide.content
        if any(fence in content for fence in FENCES):
            last = part.anatomy.codes[-1] if part.anatomy.codes else None
            if last and not last.is_closed and not any(found.kind == "fence" for found in eaten(part)):
                yield _unclosed(part, last)
            if "\n---" in content and "```" in content:
                yield from _swallowed(part)


def _unclosed(part: Part, code: Code) -> Finding:
    end = code.info_start + len(code.info)
    start = part.slide.content.rfind("\n", 0, code.info_start) + 1
    start = part.slide.content.index(code.marker[:3], start)
    help = f"end it by a line of {_marks(code)}, indented like the first"
    message = "this listing is not closed: it takes in all that follows on the slide"
    if _is_cut(part, code):
        message = "a `---` in this listing cuts the slide: Slidev's parser does not take it for a closed listing"
        if code.marker.startswith("~"):
            help = "begin and end it with backticks: the parser does not know `~~~`"
    elif not code.info and len(part.anatomy.codes) > 1:
        help = f"if it is to end a listing that holds another, begin and end that one with more than {_marks(code)}"
    return in_content(part, start, max(end, start + len(code.marker)), message, help)


def _marks(code: Code) -> str:
    return f"{len(code.marker)} {'tildes' if code.marker.startswith('~') else 'backticks'}"


def _is_cut(part: Part, code: Code) -> bool:
    """Does the slide end at a `---` after which, on the next piece of the file, the closing fence stands?"""
    text, end = part.slide.source.text, part.slide.span.end
    if not text.startswith("\n---", end):
        return False
    closing = re.compile(rf"^[ \t]*{re.escape(code.marker)}{re.escape(code.marker[0])}*[ \t]*$", re.M).search(text, end)
    opening = re.compile(rf"^[ \t]*{re.escape(code.marker)}[^\n]*\S", re.M).search(text, end)
    return closing is not None and (opening is None or closing.start() <= opening.start())


def _swallowed(part: Part) -> Iterator[Finding]:
    """Fences that the parser closes further down than Markdown does, with a separator in between."""
    content, after = part.slide.content, 0
    for opening in TICKS.finditer(content):
        if opening.start() < after:
            continue
        closing = re.compile(rf"^{re.escape(opening[1])}", re.M).search(content, opening.end())
        after = closing.end() if closing else opening.end()
        separator = _free_separator(part, opening.end(), closing.start()) if closing else None
        if separator is not None:
            line = part.slide.locate(separator, separator).start.line
            message = f"`---` in line {line} cuts no slide: to Slidev's parser this fence is still open there"
            start = opening.start() + len(opening[1]) - len(opening[1].lstrip())
            yield in_content(part, start, opening.end(), message, "indent its closing fence exactly as this one")
            return


def _free_separator(part: Part, start: int, end: int) -> int | None:
    """The first separator in a range that stands in no code."""
    for match in SEPARATOR.finditer(part.slide.content, start, end):
        if not any(code.span[0] <= match.start() < code.span[1] for code in part.anatomy.codes):
            return match.start()
    return None
