"""A slide names a file other than an image that is not there.

## Why it matters

A video stays black, a link leads to an error page, a theme is not found.

## Example

```md
<video src="./demo.mp4"></video>
```

Use instead, with `public/demo.webm` in the project:

```md
<video src="/demo.webm"></video>
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
    """Media, links to files, component props, style sheets, local themes and addons."""
    return missing(show, images=False)
