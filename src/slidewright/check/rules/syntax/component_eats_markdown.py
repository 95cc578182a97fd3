"""Markdown stands inside HTML without a blank line and is shown as it is written.

## Why it matters

From a line that begins with a tag to the next blank line everything is HTML: `- item`, `# Title` and `**bold**` appear
on the slide with their signs, and a listing becomes tags that break the slide.

## Example

```md
<v-clicks>
- First point
- Second point
</v-clicks>
```

Use instead:

```md
<v-clicks>

- First point
- Second point

</v-clicks>
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.eaten import Eaten, eaten
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Edit, Fix, Severity
from slidewright.resolve.outcomes import Part
from slidewright.text import Span

SEVERITY = Severity.WARNING
FIX = "safe"

INLINE_HELP = {
    "bold": "write `<b>…</b>`, or put the text on lines of its own with blank lines around them",
    "link": "write `<a href=…>`, or put the text on lines of its own with blank lines around them",
    "image": "write `<img src=…>`, or put the image on a line of its own with blank lines around it",
}
BLOCK_HELP = "put a blank line before it"
LINE_OF_TAGS = re.compile(r"[ \t]*(?:</?[A-Za-z@][^<>\n]{0,400}>[ \t]*)+$", re.M)


def find(show: Show) -> Iterator[Finding]:
    """The first Markdown of each block of HTML."""
    for part in show.own_parts:
        if part.anatomy.has("text-in-html"):
            for found in eaten(part):
                yield _finding(part, found)


def _finding(part: Part, found: Eaten) -> Finding:
    start, end = found.span
    text = part.slide.content[start:end].rstrip()
    shown = text if len(text) <= 40 else f"{text[:39]}…"
    if found.kind == "fence":
        message = "this listing is taken for HTML: no blank line stands before its fence"
    else:
        message = f"`{shown}` is shown as it is written: it stands inside HTML"
    help = INLINE_HELP.get(found.kind, BLOCK_HELP)
    finding = in_content(part, start, start + len(text), message, help, _fix(part, found))
    return finding._replace(cause=f"{found.kind} inside HTML")


def _fix(part: Part, found: Eaten) -> Fix | None:
    """Blank lines around the Markdown, where nothing but lines of tags stands around it; one before a listing."""
    content = part.slide.content
    first = content.rfind("\n", 0, found.span[0]) + 1
    at = part.slide.content_span.start + first
    edit = Edit(Span(at, at), "\n")
    lines = content[first : found.block[1]].split("\n")
    if found.kind == "fence":
        marker = content[found.span[0]] * 3
        is_listing = _stays_markdown(lines[0]) and f"\n{marker}" in content[found.span[1] :].replace(" ", "")
        return Fix("put a blank line before it", (edit,)) if is_listing else None
    if found.kind not in ("item", "heading"):
        return None
    count = next((number for number, line in enumerate(lines) if LINE_OF_TAGS.match(line)), len(lines))
    before = content[content.rfind("\n", 0, max(first - 1, 0)) + 1 : max(first - 1, 0)]
    if not LINE_OF_TAGS.match(before) or not all(map(_stays_markdown, lines[:count])):
        return None
    after = at + sum(len(line) + 1 for line in lines[:count])
    following = (Edit(Span(after, after), "\n"),) if count < len(lines) else ()
    return Fix("put blank lines around it", (edit, *following))


def _stays_markdown(line: str) -> bool:
    return "<" not in line and len(line) - len(line.lstrip()) < 4 and "\t" not in line[:4]
