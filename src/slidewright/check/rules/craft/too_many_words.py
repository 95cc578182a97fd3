"""A slide has more words than an audience reads while it listens.

Off by default: choose it with `--extend-select too-many-words`; `limits.words` sets the limit, 120 unless told.

## Why it matters

People read or listen. Counted is the text of the slide, its tables and lists included, without code, formulas, notes,
comments and addresses. Two Chinese or Japanese characters count as one word; Korean is counted by its blanks.

## Example

```md
# Why we moved

We had been running the old system for eleven years, and over these years it had grown from one program on one machine
to forty programs on sixty machines, each of which had its own way of keeping its settings, of writing its logs, of
telling that it was alive, and of being brought to life again when it was not. Nobody knew all of them. Whoever was on
call had a list of telephone numbers, and hoped that those who had left the company would still answer. We counted the
nights on which somebody had to get up, and found that it was every second one; we counted the changes that had been
put off because nobody dared to make them, and stopped counting at three hundred.
```

Use instead:

```md
# Why we moved

- forty programs on sixty machines, each with its own ways
- somebody had to get up every second night
- three hundred changes that nobody dared to make

<!-- Nobody knew all of them: whoever was on call had a list of telephone numbers. -->
```
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from slidewright.check.finding import Finding
from slidewright.check.outline import beginning
from slidewright.check.prose import said
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Severity

SEVERITY = Severity.INFO


def find(show: Show) -> Iterator[Finding]:
    """Slides above the limit."""
    limit = show.settings.limits.words
    for part in show.own_parts:
        if len(part.slide.content) > limit and (count := said(part)) > limit:  # a word is a character at least
            message = f"{ceil(count)} words on one slide, more than {limit}"
            yield in_source(part, beginning(part), message, "say it in the note, or on two slides")
