"""Slidev reads another language than the one that is written.

## Why it matters

Slidev ends a language at the first character that is no letter, digit or dash: `c++` and `c#` are highlighted as C.
In a magic move such a step is left out without a word.

## Example

````md
```c++
std::cout << "hi";
```
````

Use instead:

````md
```cpp
std::cout << "hi";
```
````
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding, replacement
from slidewright.check.rules.listings import Listing, has_code, listings
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Part
from slidewright.text import Span
from slidewright.vocabulary.languages import MEANT

SEVERITY = Severity.WARNING
FIX = "safe"


def find(show: Show) -> Iterator[Finding]:
    """Names with a sign in them, and steps that are left out."""
    for part in show.own_parts:
        for listing in listings(part) if has_code(part) else ():
            if listing.snippet is None and (listing.is_dropped or _meant(listing)):
                yield _finding(part, listing)


def _meant(listing: Listing) -> str | None:
    name = listing.written.lower()
    return MEANT.get(name) if name != listing.language.lower() else None


def _finding(part: Part, listing: Listing) -> Finding:
    start, end = listing.language_place
    better = _meant(listing)
    if better is None:
        message = "this step of the magic move is left out: Slidev does not read what follows its fence"
        help = "write `lang {ranges}{options}`, without blanks in the braces and not options alone"
        return in_content(part, start, max(start + len(listing.info), start + 1), message, help)
    fix = replacement(Span(start, end).shift(part.slide.content_span.start), better)
    consequence = "leaves this step out" if listing.is_dropped else f"reads it as `{listing.language}`"
    message = f"the language `{listing.written}` is none to Slidev, which {consequence}"
    return in_content(part, start, end, message, f"write `{better}`", fix)
