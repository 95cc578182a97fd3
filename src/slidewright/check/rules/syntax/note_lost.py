"""A comment that reads like a presenter note is none.

## Why it matters

Slidev takes only the very last thing on a slide as its note. After a comment may stand nothing, not even `<style>` or
a closing tag, and of several comments only the last one counts: the presenter view stays empty.

## Example

```md
# Results

<!-- Say first why we measured this at all. -->

<style>
h1 { color: teal }
</style>
```

Use instead:

```md
# Results

<style>
h1 { color: teal }
</style>

<!-- Say first why we measured this at all. -->
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.prose_comments import Comment, comments, is_prose
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Edit, Fix, Severity
from slidewright.resolve.outcomes import Part
from slidewright.text import Span

SEVERITY = Severity.WARNING
FIX = "unsafe"

STYLE = re.compile(r"<style\b[^>]*>.*?</style\s*>", re.S | re.I)
ABOUT_STYLE = re.compile(r"\b(?:style|styles|css|stylesheet)\b", re.I)
CLOSING = re.compile(r"</[\w-]+\s*>|<br\s*/?>", re.I)


def find(show: Show) -> Iterator[Finding]:
    """Notes before a style or a closing tag, and notes before other notes."""
    for part in show.own_parts:
        if "<!--" in part.slide.content:
            found = list(comments(part))
            if found and is_prose(found[-1].text):
                yield from _last(part, found)


def _last(part: Part, found: list[Comment]) -> Iterator[Finding]:
    last, content = found[-1], part.slide.content
    rest = content[last.end :]
    without_style = STYLE.sub("", rest).strip()
    if part.slide.note is not None:
        if not rest.strip():
            message = "only the last comment is the note: this one is not"
            yield _finding(part, last, message, "put both into one comment")._replace(cause="several comments")
    elif rest.strip() and not CLOSING.sub("", without_style).strip() and not ABOUT_STYLE.search(last.text):
        what = "a closing tag" if without_style else "a style"
        help = "move the comment to the very end of the slide"
        yield _finding(part, last, f"this comment is no note, for {what} follows it", help, _moved(part, last))


def _finding(part: Part, comment: Comment, message: str, help: str, fix: Fix | None = None) -> Finding:
    first = part.slide.content.find("\n", comment.start, comment.end)
    return in_content(part, comment.start, comment.end if first < 0 else first, message, help, fix)


def _moved(part: Part, comment: Comment) -> Fix:
    """The comment at the slide's end; unsafe, for some comments are meant for nobody."""
    at = part.slide.content_span.start
    content = part.slide.content
    end = comment.end + len(content[comment.end :]) - len(content[comment.end :].lstrip())
    removal = Edit(Span(at + comment.start, at + end), "")
    note = Edit(Span(at + len(content), at + len(content)), f"\n\n{content[comment.start : comment.end]}")
    return Fix("move it to the slide's end", (removal, note), is_safe=False)
