"""A slide's content is likely to be cut off at the lower edge.

Off by default: choose it with `--extend-select likely-overflow`.

## Why it matters

Slidev shows what fits on the canvas and cuts off the rest without a word. This rule does not ask a browser: it adds up
the lines, lists, tables, code, formulas and pictures in Slidev's own sizes, East Asian characters twice as wide as
others, columns and layouts included; what it cannot know (diagrams, components, remote pictures) counts as nothing.

Slides that a style sheet of the deck lays out by its own classes are left alone. Compared with what Chromium shows of
2,264 slides in 105 published decks, 144 of which are cut off: 50 are reported, 47 of them rightly, and 97 that are cut
off are not, many of them for diagrams, layouts and components that nobody knows without a browser. The limits were
chosen on these same decks, themes that were not installed replaced by the default one: expect somewhat less of others.

## Example

```md
# Everything at once

- one

- two

- three

- four

- five

- six

- seven

- eight

- nine

- ten

- eleven

- twelve

- thirteen
```

Use instead:

```md
# Everything at once

- one to six
- seven to thirteen
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.outline import beginning
from slidewright.check.overflow.canvas import Estimate
from slidewright.check.overflow.own_styles import OwnStyles
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Part

SEVERITY = Severity.INFO

MARGIN, WIDE_MARGIN = 20.0, 100.0
"""From how many px on an estimate counts; the second where style sheets of the deck's own may change any size."""
SHORT = 250
"""Characters of content, or lines of `SHORT_LINES`, below which nothing overflows but pictures."""
SHORT_LINES = 8


def find(show: Show) -> Iterator[Finding]:
    """Slides whose estimated height passes the canvas."""
    estimate, styles = Estimate(show), OwnStyles(show)
    margin = WIDE_MARGIN if styles.is_there else MARGIN
    for part in show.own_parts:
        excess = estimate.excess(part) if _may_overflow(part) else None
        if excess is not None and excess > margin and not styles.lay_out(part):
            message = f"about {excess:.0f} px more than fit on the slide"
            help = "leave something out, make two slides of it, or set `zoom: 0.8`"
            yield in_source(part, beginning(part), message, help)


def _may_overflow(part: Part) -> bool:
    content = part.slide.content
    is_long = len(content) > SHORT or content.count("\n") > SHORT_LINES
    return is_long or bool(part.anatomy.pictures)
