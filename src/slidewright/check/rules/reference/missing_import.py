"""A slide imports a file that is not there.

## Why it matters

Slidev records the fault, shows the deck without those slides, and says nothing on stage.

## Example

```md
---
src: ./pages/intorduction.md
---
```

Use instead, with `pages/introduction.md` in the project:

```md
---
src: ./pages/introduction.md
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.machine import is_machine_path
from slidewright.check.rules.missing import TO_PLACE, did_you_mean, only_candidate
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Missing, Resolved
from slidewright.text import Span

SEVERITY = Severity.ERROR
FIX = "unsafe"


def find(show: Show) -> Iterator[Finding]:
    """Imports that lead to nothing that can be read."""
    for finding in show.problems("missing-import"):
        resolved = _reference(show, finding)
        if resolved is None:
            yield finding
        elif not is_machine_path(resolved):
            near = resolved.outcome.candidates if isinstance(resolved.outcome, Missing) else ()
            is_absent = finding.message.startswith("no file")
            help = did_you_mean(near) if near else TO_PLACE if is_absent else finding.help
            yield finding._replace(help=help, fix=only_candidate(resolved))


def _reference(show: Show, finding: Finding) -> Resolved | None:
    """The reference that a problem is about: its place leaves out the quotes of the value."""
    path, span = finding.location.source.path, finding.location.span
    inside = Span(span.start + 1, span.end - 1)
    return show.resolutions.at(path, span) or show.resolutions.at(path, inside)
