"""A comment is opened and never closed.

## Why it matters

Slidev's parser looks for `-->` before anything else: after a `<!--` that nothing closes, no `---` cuts a slide any
more, even where the `<!--` stands in inline code. The rest of the deck ends up on one slide, and Vue refuses that.

## Example

```md
# One

<!-- a note without its end

---

# Two
```

Use instead:

```md
# One

<!-- a note with its end -->

---

# Two
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.code_ranges import code_ranges
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Part

SEVERITY = Severity.ERROR
OPENER = "<!--"
SEPARATOR = re.compile(r"^---", re.M)


def find(show: Show) -> Iterator[Finding]:
    """Openers without an end: in HTML, and in inline code where the parser sees them all the same."""
    for part in show.own_parts:
        if OPENER in part.slide.content:
            at = _unclosed(part.slide.content)
            found = _in_template(part) if at is None else _finding(part, at)
            yield from [found] if found else []


def _unclosed(content: str) -> int | None:
    """Offset of the opener that no `-->` follows."""
    at = content.find(OPENER)
    while at >= 0:
        end = content.find("-->", at + 4)
        if end < 0:
            return at
        at = content.find(OPENER, end)
    return None


def _finding(part: Part, at: int) -> Finding | None:
    content = part.slide.content
    if not code_ranges(part)(at):
        rest = content[at + 4 :]
        what = "no `---` after it cuts a slide" if SEPARATOR.search(rest) else "Vue refuses the slide"
        return in_content(part, at, at + 4, f"the comment is not closed: {what}", "write `-->` at its end")
    if not SEPARATOR.search(content, at):
        return None
    message = f"`{OPENER}` in code opens a comment for Slidev's parser: no `---` after it cuts a slide"
    return in_content(part, at, at + 4, message, "write `&lt;!--` in a `<code>` element instead of backticks")


def _in_template(part: Part) -> Finding | None:
    """A comment with a blank line in it, inside of HTML: Markdown ends the HTML there, and its `-->` becomes text."""
    event = next((event for event in part.anatomy.events if event.name == "!--"), None)
    if event is None:
        return None
    help = "take the blank line out of the comment, or put blank lines around the comment"
    message = "a blank line ends the HTML in which this comment stands: its `-->` becomes text"
    return in_content(part, event.at, event.at + 4, message, help)
