"""The line ranges or the title of a listing are lost, for they stand in the wrong place.

## Why it matters

Slidev reads `lang [title] {ranges} {options} rest` in this order only. What stands after a word such as `twoslash`, a
title after the ranges, and ranges with blanks in them do nothing: no lines are highlighted, and no clicks are made.

## Example

````md
```ts twoslash {1|2}
const a = 1
const b = 2
```
````

Use instead:

````md
```ts {1|2} twoslash
const a = 1
const b = 2
```
````
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from slidewright.check.finding import Finding, replacement
from slidewright.check.rules.listings import Listing, has_code, listings
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.parse.markdown.fences import BLOCK_INFO
from slidewright.resolve.outcomes import Part
from slidewright.text import Span

SEVERITY = Severity.WARNING
FIX = "safe"

LINES = r"(?:\d+|all|none|hide|\*)"
RANGES = re.compile(rf"\{{\s*{LINES}?(?:\s*[-,|]\s*{LINES}?){{0,200}}\s*\}}")
TITLE = re.compile(r"(?<!\S)\[[^\]\n]+\]")
OPTIONS = re.compile(r"[ \t]*(\{[^}]*\})")
BLANKS = re.compile(r"\s+")


class Info(NamedTuple):
    """The pieces of an info string as meant, each as it should be written."""

    language: str
    title: str
    ranges: str
    options: str
    rest: str

    def __str__(self) -> str:
        return " ".join(filter(None, (self.language, self.title, self.ranges + self.options, self.rest)))


def find(show: Show) -> Iterator[Finding]:
    """Ranges and titles after something that ends what Slidev reads."""
    for part in show.own_parts:
        for listing in listings(part) if has_code(part) else ():
            if ("{" in listing.info or "[" in listing.info) and listing.snippet is None and not listing.is_step:
                yield from _lost(part, listing)


def _lost(part: Part, listing: Listing) -> Iterator[Finding]:
    match = BLOCK_INFO.match(listing.info)
    if match is None:
        return
    language, title, ranges, options, rest = match.groups(default="")
    if options and RANGES.fullmatch(options) and BLANKS.search(options):
        correct = Info(language, title and f"[{title}]", BLANKS.sub("", options), "", rest.strip())
        message = f"`{options}` is not read as line ranges because of its blanks"
        yield _finding(part, listing, match.span(4), message, correct)
        return
    lost_ranges = None if ranges else RANGES.search(rest)
    lost_title = None if title else TITLE.search(rest)
    lost = [item for item in (lost_title, lost_ranges) if item and BLANKS.sub("", item[0]) != "{}"]
    if lost:
        start = match.start(5) + min(item.start() for item in lost)
        end = match.start(5) + max(item.end() for item in lost)
        correct = _corrected(Info(language, title and f"[{title}]", ranges and f"{{{ranges}}}", options, rest), lost)
        yield _finding(part, listing, (start, end), _message(listing.info[:start], lost), correct)


def _corrected(info: Info, lost: list[re.Match[str]]) -> Info:
    """The pieces with what was lost in its place; options that follow lost ranges come along."""
    rest = info.rest
    for item in lost:
        if item[0].startswith("["):
            info = info._replace(title=item[0])
            rest = rest.replace(item[0], "", 1)
        else:
            options = OPTIONS.match(info.rest, item.end())
            info = info._replace(ranges=BLANKS.sub("", item[0]), options=options[1] if options else info.options)
            rest = rest.replace(item[0] + (options[0] if options else ""), "", 1)
    return info._replace(rest=" ".join(rest.split()))


def _message(before: str, lost: list[re.Match[str]]) -> str:
    names = [f"the {'title' if item[0].startswith('[') else 'line ranges'} `{item[0]}`" for item in lost]
    is_one_title = len(lost) == 1 and lost[0][0].startswith("[")
    after = before.split()
    return f"{' and '.join(names)} {'is' if is_one_title else 'are'} lost" + (f" after `{after[-1]}`" if after else "")


def _finding(part: Part, listing: Listing, place: tuple[int, int], message: str, correct: Info) -> Finding:
    at = listing.info_start
    fix = replacement(Span(at, at + len(listing.info)).shift(part.slide.content_span.start), str(correct))
    return in_content(part, at + place[0], at + place[1], message, f"write `{correct}`", fix)
