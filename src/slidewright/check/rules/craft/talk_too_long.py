"""The talk takes longer than its `duration`.

Off by default: choose it with `--extend-select talk-too-long`; it speaks where the headmatter sets `duration`.

## Why it matters

A talk that is planned for ten minutes and takes twenty is cut off in the middle. Counted are the words of each slide's
note, or of the slide where it has none, at `limits.words-per-minute` (130; two Chinese or Japanese characters are one
word), and `limits.seconds-per-click` (3) for every click. A demonstration takes its own time, which nobody counts.

## Example

```md
---
duration: 10s
---

# Why we moved

<!--
We had been running the old system for eleven years, and it had grown from one program on one machine to forty programs
on sixty machines, each of which had its own way of keeping its settings and of writing its logs.
-->
```

Use instead:

```md
---
duration: 1min
---

# Why we moved

<!--
We had been running the old system for eleven years, and it had grown from one program on one machine to forty programs
on sixty machines, each of which had its own way of keeping its settings and of writing its logs.
-->
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.pace import clicks, seconds, spoken
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Severity
from slidewright.text import Span

SEVERITY = Severity.INFO

TOLERANCE = 1.1
"""Nobody speaks to the second."""


def find(show: Show) -> Iterator[Finding]:
    """The headmatter's `duration`, where words and clicks take longer."""
    head = next((part for part in show.resolutions.parts if part.is_head), None)
    key = head.slide.frontmatter.keys.get("duration") if head else None
    planned = seconds(show.deck.headmatter.get("duration")) if key else None
    if head is None or key is None or not planned:
        return
    said, clicked = _amounts(show)
    limits = show.settings.limits
    needed = said / limits.words_per_minute * 60 + clicked * limits.seconds_per_click
    if needed > planned * TOLERANCE:
        message = f"the talk takes about {_time(needed)}, and `duration` is {_time(planned)}"
        help = f"it has {said:.0f} words and {clicked} clicks: shorten it, or plan more time"
        yield in_source(head, Span(key.key.start, key.value.end), message, help)


def _amounts(show: Show) -> tuple[float, int]:
    """Words and clicks of all slides, of those that are shown twice twice."""
    shown = [(part, max(len(part.numbers), 1)) for part in show.own_parts]
    return sum(spoken(part) * times for part, times in shown), sum(clicks(show, part) * times for part, times in shown)


def _time(amount: float) -> str:
    return f"{amount:.0f} s" if amount < 90 else f"{amount / 60:.0f} min"
