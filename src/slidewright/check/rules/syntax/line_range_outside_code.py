"""A line range names lines that the listing does not have.

## Why it matters

After an edit of the code the ranges of its highlight point into nothing: a click on stage dims the listing and lights
no line, or fewer than the speaker explains.

## Example

````md
```ts {1|7-9}
const a = 1
const b = 2
```
````

Use instead:

````md
```ts {1|2}
const a = 1
const b = 2
```
````
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.roots import text_of
from slidewright.check.rules.listings import Listing, has_code, listings
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.parse.markdown.snippets import SnippetImport, extract_region
from slidewright.resolve.outcomes import Part
from slidewright.workspace import join

SEVERITY = Severity.WARNING

STAGE = re.compile(r"[\w,\-*]*", re.A)
NO_RANGE = "is no line range"
WORDS = ("all", "*", "none", "hide", "")
NUMBERS = re.compile(r"\d+(?:-\d*)?|-\d+")
START_LINE = re.compile(r"\bstartLine\s*:\s*['\"]?(\d+)")


def find(show: Show) -> Iterator[Finding]:
    """Stages of a highlight that reach beyond the code, or that are no lines."""
    for part in show.own_parts:
        for listing in listings(part) if has_code(part) and "{" in part.slide.content else ():
            if listing.ranges:
                yield from _outside(show, part, listing)


def _outside(show: Show, part: Part, listing: Listing) -> Iterator[Finding]:
    code = _code(show, part, listing)
    if not code.strip():
        return
    match = START_LINE.search(listing.options)
    first = int(match[1]) if match else 1
    last = first + len(code.removesuffix("\n").split("\n")) - 1
    for stage, start in _stages(part, listing):
        message = _fault(stage, first, last)
        if message:
            yield in_content(part, start, start + len(stage), message, _help(message, first, last))


def _help(message: str, first: int, last: int) -> str:
    if message.endswith(NO_RANGE):
        return "write lines such as `1,3-5`, `all` or `none`; `{monaco}` stands directly after the language"
    return f"the listing has the lines {first} to {last}" if last > first else f"the listing has only line {first}"


def _fault(stage: str, first: int, last: int) -> str | None:
    for piece in stage.split(","):
        if piece in WORDS:
            continue
        if not NUMBERS.fullmatch(piece):
            return f"`{piece}` {NO_RANGE}"
        numbers = [int(number) for number in piece.split("-") if number]
        what = f"line {piece} is" if piece.isdecimal() else f"the lines {piece} are"
        if max(numbers) > last:
            return f"{what} not there: the listing ends with line {last}"
        if max(numbers) < first:
            return f"{what} not there: the listing begins with line {first}"
    return None


def _stages(part: Part, listing: Listing) -> Iterator[tuple[str, int]]:
    """The stages between the braces and where they stand in the content."""
    content = part.slide.content
    at = content.find("{" + "|".join(listing.ranges), listing.info_start) + 1
    for stage in listing.ranges if at else ():
        yield stage, at
        at += len(stage) + 1


def _code(show: Show, part: Part, listing: Listing) -> str:
    """The code of a listing; of a snippet, the file's or its region's; empty where it cannot be read."""
    if listing.code is not None:
        return listing.code
    assert listing.snippet is not None and listing.snippet.snippet is not None
    snippet: SnippetImport = listing.snippet.snippet
    folder = show.deck.folder if snippet.path.startswith("@/") else part.slide.source.path.parent
    path = join(folder, snippet.path.removeprefix("@/"))
    text = text_of(show, path) if path is not None else ""
    return extract_region(text, snippet.region)[0] if snippet.region else text
