"""The options or the title of a listing break the slide.

## Why it matters

Slidev copies the braces behind a fence into an attribute, up to the first `}`: an object within the object, a double
quote, or what is no object at all makes Vue refuse the whole slide, and `slidev build` stops.

## Example

````md
```ts {monaco} {editorOptions: {fontSize: 20}}
const a = 1
```
````

Use instead:

````md
```ts {monaco} {height: '200px'}
const a = 1
```
````
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding, replacement
from slidewright.check.rules.listings import has_code
from slidewright.check.rules.syntax.lost_line_ranges import RANGES
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Fix, Severity
from slidewright.parse.anatomy.blocks import Code
from slidewright.resolve.outcomes import Part
from slidewright.text import Span

SEVERITY = Severity.ERROR
FIX = "safe"

OBJECT = re.compile(r"\{\s*(?:\}|[A-Za-z_$][\w$]*\s*[:,}(]|['\"][^'\"]*['\"]\s*:|\[|\.\.\.)")


def find(show: Show) -> Iterator[Finding]:
    """Options that are no object when they are cut at their first brace, and double quotes."""
    for part in show.own_parts:
        for code in part.anatomy.codes if has_code(part) else ():
            if code.snippet is None:
                yield from _title(part, code)
                yield from _options(part, code)


def _title(part: Part, code: Code) -> Iterator[Finding]:
    if '"' in code.block.title and code.block.kind == "plain":
        start = part.slide.content.find(f"[{code.block.title}]", code.info_start) + 1
        end = start + len(code.block.title)
        fix = _single_quotes(part, start, code.block.title)
        yield in_content(part, start, end, "a double quote in this title breaks the slide", "write `'` instead", fix)


def _options(part: Part, code: Code) -> Iterator[Finding]:
    options = code.block.options
    start = part.slide.content.find(options, code.info_start) if options.strip("{} ") else -1
    if start < 0 or RANGES.fullmatch(options):
        return
    end = start + len(options)
    if '"' in options:
        fix = _single_quotes(part, start, options)
        yield in_content(part, start, end, "double quotes in these options break the slide", "write `'` instead", fix)
    elif options.count("{") > options.count("}"):
        message = f"`{options}` is where Slidev cuts these options: at the first `}}`"
        help = "use options without an object in them, or move the listing into a component"
        yield in_content(part, start, end, message, help)
    elif not OBJECT.match(options):
        yield in_content(part, start, end, f"`{options}` is no object of options", "write `{name: value}`")


def _single_quotes(part: Part, start: int, text: str) -> Fix | None:
    span = Span(start, start + len(text)).shift(part.slide.content_span.start)
    return None if "'" in text else replacement(span, text.replace('"', "'"))
