"""A tag has an attribute that Vue refuses.

## Why it matters

A second attribute of one name, a quote that is not closed, or a stray sign between attributes is a syntax error to
Vue: the whole slide becomes an error slide, and `slidev build` stops. Browsers would forgive it; Slidev does not.

## Example

```md
<div class="grid" class="gap-4">Text</div>
```

Use instead:

```md
<div class="grid gap-4">Text</div>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Related, Severity
from slidewright.parse.anatomy.markup import Flaw, Tag
from slidewright.parse.markdown.drag import DIRECTIVE
from slidewright.resolve.outcomes import Part

SEVERITY = Severity.ERROR

WORDING = {
    "duplicate": ("the attribute `{text}` is given twice", "put both values into one attribute"),
    "quote": ("the quote at `{name}` is not closed", "close the quote before the tag's `>`"),
    "value": ("an `=` without a value", "write the value in quotes, or remove the `=`"),
    "equals": ("an `=` without the name of an attribute", "write the name, or remove the `=`"),
    "unquoted": ("`{text}` in a value without quotes", "put quotes around the value"),
    "slash": ("a stray `/` inside the tag", "remove it, or write `/>` at the tag's end"),
    "name": ("`{text}` where an attribute should begin", "remove it, or close the quote before it"),
}
"""Message and help, by the reason of the flaw."""


def find(show: Show) -> Iterator[Finding]:
    """The first flaw of each tag, and texts that Slidev takes for its `v-drag`."""
    for part in show.own_parts:
        if "<" in part.slide.content:
            yield from (_finding(part, tag, tag.flaw) for tag in part.anatomy.tags if tag.flaw)
            if "v-drag" in part.slide.content.lower():
                yield from _drags(part)


def _finding(part: Part, tag: Tag, flaw: Flaw) -> Finding:
    message, help = WORDING[flaw.reason]
    text = part.slide.content[flaw.start : flaw.end]
    finding = in_content(part, flaw.start, flaw.end, message.format(text=text, name=f"<{tag.name}>"), help)
    if flaw.reason == "duplicate":
        first = next(item.start for item in tag.attributes if item.name == text)
        return finding._replace(
            related=(Related("first given here", part.slide.locate(first, first + len(text))),),
        )
    return finding


def _drags(part: Part) -> Iterator[Finding]:
    """Slidev writes a place behind the first `v-drag` of a piece of HTML, even where that is in a value."""
    content = part.slide.content
    for token, (start, end), _ in part.anatomy.placed:
        match = DIRECTIVE.search(content, start, end) if token.type == "html_block" else None
        if match and any(_is_in_value(tag, match.start()) for tag in part.anatomy.tags if start <= tag.start < end):
            message = f"Slidev takes `{match[0]}` in this value for its directive and breaks the tag"
            yield in_content(part, match.start(), match.end(), message, "write the text without `v-drag` in it")


def _is_in_value(tag: Tag, at: int) -> bool:
    return any(item.value and item.value_start <= at < item.value_start + len(item.value) for item in tag.attributes)
