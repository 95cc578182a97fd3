"""A slide shows a picture and does not say where it comes from.

Off by default: choose it with `--extend-select uncited-image` for decks whose pictures are other people's.

## Why it matters

A borrowed chart without its source cannot be checked by the audience, and may not be shown at all.

## Example

```md
![Benchmarks](./img/architecture.png)
```

Use instead:

```md
![Benchmarks](./img/architecture.png)

Source: https://arxiv.org/abs/2501.12948
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding, at_reference
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.model import ReferenceKind

SEVERITY = Severity.INFO
ENABLED = False


def find(show: Show) -> Iterator[Finding]:
    """The first image of each slide without a citation."""
    cited = {(citation.location.source.path, citation.slide_index) for citation, _ in show.resolutions.citations}
    for resolved in show.resolutions:
        reference = resolved.reference
        key = (reference.location.source.path, reference.slide_index)
        if reference.kind is ReferenceKind.IMAGE and key not in cited:
            cited.add(key)
            help = "add a line such as `Source: https://…`"
            finding = at_reference(resolved, f"no citation on the slide that shows `{reference.written}`", help)
            yield finding._replace(targets=())
