"""Text of Slidev's starter deck is still there.

Off by default: choose it with `--extend-select starter-text`.

## Why it matters

`npm init slidev` makes a deck that explains Slidev. What of it stays in a talk about something else is shown, or told
to search engines: `Welcome to Slidev` as the title in the browser's tab, the random picture of `cover.sli.dev`.

## Example

```md
---
title: Welcome to Slidev
---

# My talk
```

Use instead:

```md
---
title: My talk
---

# My talk
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.show import Show, in_content, in_source
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Part
from slidewright.text import Span
from slidewright.vocabulary.starter import HEADMATTER, NOTES, TEXTS

SEVERITY = Severity.WARNING


def find(show: Show) -> Iterator[Finding]:
    """What the starter says, the first of it on each slide."""
    for part in show.parts:
        yield from _in_frontmatter(part)
    for part in show.own_parts:
        yield from _in_text(part)


def _in_frontmatter(part: Part) -> Iterator[Finding]:
    frontmatter = part.slide.frontmatter
    for key, place in frontmatter.keys.items():
        value = frontmatter.mapping.get(key)
        text = next((text for text in HEADMATTER.get(key, ()) if isinstance(value, str) and text in value), None)
        if text:
            at = part.slide.source.text.find(text, *place.value)
            span = Span(at, at + len(text)) if at >= 0 else place.value
            yield in_source(part, span, *_words(text))._replace(cause=text)


def _in_text(part: Part) -> Iterator[Finding]:
    slide = part.slide
    found = _first(slide.content, TEXTS)
    if found:
        yield in_content(part, found[0], found[0] + len(found[1]), *_words(found[1]))
    noted = _first(slide.note, NOTES) if slide.note and slide.note_span else None
    if noted and slide.note_span:
        at = slide.note_span.start + noted[0]
        yield in_source(part, Span(at, at + len(noted[1])), *_words(noted[1]))


def _first(content: str, texts: tuple[str, ...]) -> tuple[int, str] | None:
    """Which of the texts comes first, and where."""
    return min(((at, text) for text in texts if (at := content.find(text)) >= 0), default=None)


def _words(text: str) -> tuple[str, str]:
    return f"`{text}` is left from Slidev's starter", "write your own, or remove it"
