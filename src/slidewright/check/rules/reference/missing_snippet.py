"""A slide imports code from a file that is not there.

## Why it matters

Slidev shows an error instead of the whole slide, and `slidev build` stops.

## Example

```md
<<< ./snippets/exmaple.py
```

Use instead, with `snippets/example.py` in the project:

```md
<<< ./snippets/example.py
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding, at_reference
from slidewright.check.rules.machine import is_machine_path
from slidewright.check.rules.missing import missing_help, only_candidate
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.model import ReferenceKind
from slidewright.resolve.lookup import Lookup
from slidewright.resolve.outcomes import Found, Missing, Resolved
from slidewright.vocabulary.packages import OFFICIAL_THEMES, short_name

SEVERITY = Severity.ERROR
FIX = "unsafe"
SELECTION = re.compile(r"([^\[\]]+)\[[^\[\]]*\]\Z")


def find(show: Show) -> Iterator[Finding]:
    """Snippet lines whose file cannot be read."""
    for resolved in show.resolutions:
        is_snippet = resolved.reference.kind is ReferenceKind.SNIPPET
        if not is_snippet or not isinstance(resolved.outcome, Missing) or is_machine_path(resolved):
            continue
        if not _is_of_the_theme(show, resolved):
            message = f"no file at `{resolved.reference.written}` to take code from"
            help, fix = missing_help(resolved, resolved.outcome), only_candidate(resolved)
            yield at_reference(resolved, message, help, fix=fix)


def _is_of_the_theme(show: Show, resolved: Resolved) -> bool:
    """Is it `<<< path[what]`, which Slidev does not know, in a deck whose theme or set-up may read it, of a file?"""
    match = SELECTION.match(resolved.reference.target)
    if match is None or not _has_transformers(show):
        return False
    plain = resolved.reference._replace(target=match[1])
    return isinstance(Lookup(show.workspace, show.deck.folder).file(plain), Found)


def _has_transformers(show: Show) -> bool:
    """May the theme or the set-up of a deck change its Markdown? Slidev's own themes do not."""
    is_official = short_name(str(show.deck.config["theme"]), "theme") in OFFICIAL_THEMES
    names = show.workspace.names(show.deck.folder / "setup")
    return not is_official or any(name.startswith(("transformers.", "preparser.")) for name in names)
