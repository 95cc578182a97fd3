"""A slide cites the same source twice.

## Why it matters

Two lines where one would do, and a hint that one of them was meant to name another source.

## Example

```md
Source: https://arxiv.org/abs/2501.12948

Text

Source: https://arxiv.org/abs/2501.12948
```

Use instead:

```md
Source: https://arxiv.org/abs/2501.12948
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from slidewright.check.finding import Finding
from slidewright.check.show import Show
from slidewright.diagnostics import Related, Severity
from slidewright.model import Citation

SEVERITY = Severity.INFO
HELP = "cite it once, or correct the one that means another source"
ARXIV = re.compile(r"(arxiv\.org)/(?:abs|pdf)/([^?#]+?)(?:v\d+)?(?:\.pdf)?\Z")


def find(show: Show) -> Iterator[Finding]:
    """The second citation of an address on a slide, and those after it."""
    first: dict[tuple[PurePosixPath, int, str], Citation] = {}
    for citation, slides in show.resolutions.citations:
        if citation.url is not None:
            key = (citation.location.source.path, citation.slide_index, _same(citation.url))
            earlier = first.setdefault(key, citation)
            if earlier is not citation:
                related = (Related("cited here first", earlier.location),)
                slide = slides[0] if slides else None
                message = f"`{citation.url}` is cited twice on this slide"
                yield Finding(citation.location, message, HELP, slide, related=related)


def _same(url: str) -> str:
    """What two spellings of one address have in common: no scheme, no `www.`, no slash at the end; arXiv by number."""
    bare = re.sub(r"\A(?:https?:)?//(?:www\.)?(?:dx\.)?", "", url, flags=re.I).rstrip("/")
    match = ARXIV.match(bare)
    return f"{match[1]}/abs/{match[2]}" if match else bare
