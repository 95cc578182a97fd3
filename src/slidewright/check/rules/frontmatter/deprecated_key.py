"""A key or a value of an earlier Slidev stands in the headmatter.

## Why it matters

It works for now, or does nothing any more; either way the deck says something else than what happens.

## Example

```md
---
mdc: true
overviewSnapshots: true
---

# Welcome
```

Use instead:

```md
---
comark: true
---

# Welcome
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from slidewright.check.finding import Finding, replacement
from slidewright.check.rules.written import Written, written
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Edit, Fix, Severity
from slidewright.roots.packages import package_facts
from slidewright.text import Span
from slidewright.vocabulary.keys import DEPRECATED, DEPRECATED_VALUES

SEVERITY = Severity.INFO
FIX = "safe"

RENAMED_IN = 53
"""The major version of Slidev whose documents know the new names."""
VERSION = re.compile(r"\D*(\d+)")


def find(show: Show) -> Iterator[Finding]:
    """Keys that have another name now, keys that nothing reads, and values that mean nothing any more."""
    for item in written(show):
        if not item.part.is_head:
            continue
        if item.name in DEPRECATED:
            yield _of_key(show, item, DEPRECATED[item.name])
        elif isinstance(item.value, str) and (item.name, item.value) in DEPRECATED_VALUES:
            yield _of_value(item, DEPRECATED_VALUES[item.name, item.value])


def _of_key(show: Show, item: Written, name: str | None) -> Finding:
    if name is None:
        message = f"Slidev does not read `{item.name}` any more"
        return in_source(item.part, item.key_span, message, "remove it", _removal(item))
    is_safe = version(show) >= RENAMED_IN
    fix = replacement(item.key_span, name, is_safe) if name not in item.part.slide.frontmatter.mapping else None
    return in_source(item.part, item.key_span, f"`{item.name}` is called `{name}` now", f"write `{name}`", fix)


def _of_value(item: Written, value: str) -> Finding:
    message = f"`{item.name}: {item.value}` means nothing any more"
    return in_source(item.part, item.place, message, f"write `{value}`", replacement(item.value_span, value))


def _removal(item: Written) -> Fix | None:
    """The key's line taken out, where key and value are all of it."""
    line = item.source.position(item.key_span.start).line - 1
    start, end = item.source.line_span(line)
    if item.key_span.start != start or not item.is_on_one_line or item.value_span.end > end:
        return None
    return Fix("remove it", (Edit(Span(start, min(end + 1, len(item.source.text))), ""),))


def version(show: Show) -> int:
    """The major version of Slidev that the deck's `package.json` asks for; 0 where nothing says so."""
    for folder in (show.deck.folder, *show.deck.folder.parents):
        written = _requirement(show, folder)
        match = VERSION.match(written) if written else None
        if match:
            return int(match[1])
    return 0


def _requirement(show: Show, folder: PurePosixPath) -> str | None:
    facts = package_facts(show.workspace, folder)
    for group in ("dependencies", "devDependencies"):
        packages = facts.get(group)
        if isinstance(packages, dict) and isinstance(packages.get("@slidev/cli"), str):
            return str(packages["@slidev/cli"])
    return None
