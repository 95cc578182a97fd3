"""A listing is in a language that Slidev's highlighter does not know.

## Why it matters

Shiki knows its languages by exact names in small letters. For any other name, `TS` or `golang`, Slidev fails to render
the whole slide: the audience sees an error, and `slidev build` stops.

## Example

````md
```golang
package main
```
````

Use instead:

````md
```go
package main
```
````
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.roots import code
from slidewright.check.rules.listings import Listing, has_code, listings
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Edit, Fix, Severity
from slidewright.resolve.outcomes import Part
from slidewright.text import Span
from slidewright.vocabulary.languages import LANGUAGES, MEANT, meant

SEVERITY = Severity.ERROR
FIX = "safe"


def find(show: Show) -> Iterator[Finding]:
    """Languages that are neither Shiki's nor named in the deck's own setup."""
    own: str | None = None
    for part in show.own_parts:
        for listing in listings(part) if has_code(part) else ():
            if listing.language in LANGUAGES or listing.is_dropped:
                continue
            own = code(show, "setup/shiki", "setup/transformers", "setup/preparser") if own is None else own
            if listing.language not in own and "langs" not in own:
                yield _finding(part, listing)


def _finding(part: Part, listing: Listing) -> Finding:
    start, end = listing.language_place
    language = listing.language
    better = meant(language)
    message = f"Slidev's highlighter does not know the language `{language}`: the slide fails"
    if listing.snippet is not None:
        help = f"add the language after the path: `{listing.written} {better or 'text'}`"
        if listing.written == language:
            help = f"write `{better}`" if better else "write a language that Shiki knows, or leave it out"
        return in_content(part, start, end, message, help)._replace(cause=f"language {language}")
    help = f"did you mean `{better}`?" if better else "write a language that Shiki knows, or `text`"
    end = start + len(language)
    fix = None
    if better:
        is_safe = better == language.lower() or language.lower() in MEANT
        at = part.slide.content_span.start
        fix = Fix(f"replace it by `{better}`", (Edit(Span(at + start, at + end), better),), is_safe)
    return in_content(part, start, end, message, help, fix)._replace(cause=f"language {language}")
