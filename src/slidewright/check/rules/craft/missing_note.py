"""A slide has no note, though most slides of the deck have one.

Off by default: choose it with `--extend-select missing-note`.

## Why it matters

Who speaks from notes stands there without them. It may have been lost: a comment is a note only where it is the last
thing on its slide; a `<style>` or a line of text after it takes it away.

## Example

```md
# One

<!-- Greet them. -->

---

# Two

<!-- Show the chart. -->

---

# Three

<!-- Ask for questions. -->

Any questions?
```

Use instead:

```md
# One

<!-- Greet them. -->

---

# Two

<!-- Show the chart. -->

---

# Three

Any questions?

<!-- Ask for questions. -->
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.outline import beginning, layout_of
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Part

SEVERITY = Severity.INFO

MOST = 0.6
"""The part of a deck's slides that have notes from which on the others lack them."""
FEWEST = 2
"""How many notes make a habit."""


def find(show: Show) -> Iterator[Finding]:
    """Slides without a note in a deck that is spoken from notes."""
    without = [part for part in show.own_parts if not part.slide.note]
    total = len(show.own_parts)
    noted = total - len(without)
    if noted < FEWEST or noted < MOST * total:
        return
    for part in without:
        if part.slide.content and layout_of(show, part) != "end":
            yield in_source(part, beginning(part), f"no note, as {noted} of {total} slides have", _help(part))


def _help(part: Part) -> str:
    at = part.slide.content.rfind("-->")
    if at >= 0 and "slidewright:" not in part.slide.content[part.slide.content.rfind("<!--") :]:
        return "is the comment its note? Then move it to the slide's end"
    return "end the slide with `<!-- what to say -->`"
