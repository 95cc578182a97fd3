"""A slide shows an image that is not there.

## Why it matters

The slide shows a broken picture, often first seen in front of the audience, and `slidev build` stops with an error for
one image at a time.

## Example

```md
![Architecture](./img/arch.png)
```

Use instead, with `img/architecture.png` beside the deck:

```md
![Architecture](./img/architecture.png)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.missing import missing
from slidewright.check.show import Show
from slidewright.diagnostics import Severity

SEVERITY = Severity.ERROR
FIX = "unsafe"


def find(show: Show) -> Iterator[Finding]:
    """Images of every syntax, backgrounds and the favicon included."""
    return missing(show, images=True)
