"""Frontmatter that is written and does not count.

## Why it matters

Slidev finds a slide's frontmatter by its dashes only. A blank line after `---` makes text of the keys; any three dashes
among them, in a value or a comment too, end them; `----`, an indented `---` and `...` do not, so that the slides below
are swallowed. Nothing is said: the layout is not there, or the keys stand on the slide.

## Example

```md
# Sources

---

layout: image-right
image: /logo.svg

---

# Picture
```

Use instead:

```md
# Sources

---
layout: image-right
image: /logo.svg
---

# Picture
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding, replacement
from slidewright.check.rules.headmatter import late_headmatter
from slidewright.check.rules.key_lines import pairs_of
from slidewright.check.rules.keys_as_text import keys_as_text
from slidewright.check.rules.written import parts
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Edit, Fix, Severity
from slidewright.model import SourceSlide
from slidewright.parse.blocks import document_end, ends_early, holds_keys
from slidewright.resolve.outcomes import Part
from slidewright.text import Span

SEVERITY = Severity.ERROR
FIX = "safe"

LONGEST = 40
"""Characters of a line in a message."""
DASHES = re.compile(r"-{3,}")
RULER = re.compile(r"[ \t]*-{3,}[ \t]*\Z")
CLOSER = re.compile(rf"{RULER.pattern}|---")


def find(show: Show) -> Iterator[Finding]:
    """Keys above which, among which or below which the dashes are not where they must be."""
    late = late_headmatter(show)
    for part in parts(show):
        slide = part.slide
        if slide is late:
            yield _late(part, show.deck.document.slides[0])
        if ends_early(slide) and holds_keys(slide):
            yield _cut_short(part)
        elif (at := document_end(slide)) is not None:
            yield _dots(part, at)
        elif slide.frontmatter.style is None:
            yield from keys_as_text(show, part)


def _late(part: Part, first: SourceSlide) -> Finding:
    slide = part.slide
    line = slide.source.line_span(slide.start)
    if first.note is not None:
        message = "a comment above it makes this the second slide's frontmatter, not the headmatter"
        return in_source(part, line, message, "put the comment below the headmatter")
    message = "a blank line above it makes this the second slide's frontmatter, not the headmatter"
    fix = Fix("remove the blank lines above", (Edit(Span(0, line.start), ""),))
    return in_source(part, line, message, "begin the file with `---`", fix)


def _dots(part: Part, at: int) -> Finding:
    span = Span(at, at + 3)
    message = "`...` does not end frontmatter: the text down to the next `---` is not shown"
    return in_source(part, span, message, "write `---`", replacement(span, "---"))


def _cut_short(part: Part) -> Finding:
    """Three dashes end the YAML before the line that closes the block."""
    slide, source = part.slide, part.slide.source
    assert slide.frontmatter.span is not None
    at = slide.frontmatter.span.end
    line = source.position(at).line - 1
    if CLOSER.match(source.lines[line]) and _ends_keys(slide, line):
        return _no_closing(part, source.line_span(line))
    return _dashes_inside(part, at)


def _no_closing(part: Part, span: Span) -> Finding:
    """A line of dashes that is meant to close the block, and is indented, too long, or has text behind it."""
    line = part.slide.source.slice(span)
    written = line.strip()
    shown = "an indented `---`" if written == "---" else f"`{written if len(written) < LONGEST else '---…'}`"
    message = f"{shown} does not close the block: the slides down to the next `---` are swallowed"
    fix = replacement(span, "---", is_safe=RULER.match(line) is not None)
    return in_source(part, span, message, "write nothing but `---` on the line", fix)


def _ends_keys(slide: SourceSlide, line: int) -> bool:
    """Do the keys end at a line of dashes, or does what follows it belong to them?"""
    lines = slide.source.lines
    following = lines[line + 1] if line + 1 < len(lines) else ""
    indented = lines[line][:1] in (" ", "\t") and following[:1] in (" ", "\t")
    return not (indented or pairs_of([following]))


def _dashes_inside(part: Part, at: int) -> Finding:
    source = part.slide.source
    run = DASHES.match(source.text, at)
    span = Span(at, run.end() if run else at + 3)
    edits = tuple(_without_dashes(part.slide))
    is_safe = all(edit.replacement.startswith("=") for edit in edits)
    message = "three dashes end the frontmatter here: the rest of it is shown as text"
    help = "write `=` for `-` in this comment" if _is_comment(source.text, at) else "write `—` or `--`"
    return in_source(part, span, message, help, Fix(help, edits, is_safe) if edits else None)


def _without_dashes(slide: SourceSlide) -> Iterator[Edit]:
    """Every run of dashes inside the block: in a comment it becomes `=`, in a value a dash."""
    source = slide.source
    last = min(slide.content_start - 1, len(source.lines))
    end = source.line_starts[last] if last < len(source.line_starts) else len(source.text)
    for run in DASHES.finditer(source.text, source.line_starts[slide.start + 1], end):
        text = "=" * len(run[0]) if _is_comment(source.text, run.start()) else "—"
        yield Edit(Span(*run.span()), text)


def _is_comment(text: str, at: int) -> bool:
    return text[text.rfind("\n", 0, at) + 1 : at].lstrip().startswith("#")
