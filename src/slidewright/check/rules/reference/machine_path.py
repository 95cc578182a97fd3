"""A path leads to a place on the author's own computer.

## Why it matters

`file:///`, `C:\\`, `/Users/ann/` and `~/Desktop/` are there on one machine only. On every other one, in CI and on the
web the picture is broken, the code is not found, or the build stops.

## Example

```md
![Architecture](/Users/ann/talk/architecture.png)
```

Use instead, with the file copied to `img/architecture.png` beside the deck:

```md
![Architecture](./img/architecture.png)
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding, at_reference
from slidewright.check.rules.machine import is_machine_path
from slidewright.check.rules.unlinked import unlinked
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.model import ReferenceKind
from slidewright.resolve.outcomes import Resolved

SEVERITY = Severity.ERROR
IN_FRONTMATTER = (ReferenceKind.BACKGROUND, ReferenceKind.FAVICON)


def find(show: Show) -> Iterator[Finding]:
    """References to places on one machine, and `file:` addresses, which Markdown leaves as text."""
    for resolved in show.resolutions:
        if is_machine_path(resolved):
            message = f"`{resolved.reference.written}` is there on one computer only"
            yield at_reference(resolved, message, _help(resolved), "a machine's own paths")
    for part in show.own_parts:
        for item in unlinked(part) if "](file:" in part.slide.content else ():
            if item.target.startswith("file:"):
                message = f"`{item.target}` is there on one computer only, and Markdown shows it as text"
                yield in_content(part, item.start, item.end, message, f"copy the file into the project{_as(item.name)}")


def _help(resolved: Resolved) -> str:
    name = re.split(r"[/\\]", resolved.reference.target.rstrip("/\\"))[-1]
    if resolved.reference.kind in IN_FRONTMATTER:
        return f"copy the file to `public/{name}` and write `/{name}`"
    if resolved.reference.kind in (ReferenceKind.THEME, ReferenceKind.ADDON):
        return "copy the folder into the project, or name a package"
    return f"copy the file into the project{_as(name)}"


def _as(name: str) -> str:
    return f" and write `./{name}`" if name else ""
