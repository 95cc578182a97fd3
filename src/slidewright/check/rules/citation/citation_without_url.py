"""A citation names no address that a reader could follow.

## Why it matters

`来源：` or `Source:` promises to say where something comes from. Without an address nobody can look it up.

## Example

```md
Source: a paper from last year
```

Use instead:

```md
Source: https://arxiv.org/abs/2501.12948
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.show import Show
from slidewright.diagnostics import Severity

SEVERITY = Severity.INFO


def find(show: Show) -> Iterator[Finding]:
    """Citations without a URL, a DOI or an arXiv number."""
    for citation, slides in show.resolutions.citations:
        if citation.url is None:
            what = f"`{citation.text}` is no address" if citation.text else "nothing follows it"
            help, slide = "add a URL, a DOI or an arXiv number", slides[0] if slides else None
            yield Finding(citation.location, f"`{citation.label}` without an address: {what}", help, slide)
