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
from slidewright.check.rules.missing import TO_PLACE, did_you_mean
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Missing

SEVERITY = Severity.ERROR


def find(show: Show) -> Iterator[Finding]:
    """Imports that lead to nothing that can be read."""
    for finding in show.problems("missing-import"):
        resolved = show.resolutions.at(finding.location.source.path, finding.location.span)
        near = resolved.outcome.candidates if resolved and isinstance(resolved.outcome, Missing) else ()
        is_absent = finding.message.startswith("no file")
        yield finding._replace(help=did_you_mean(near) if near else TO_PLACE if is_absent else finding.help)
