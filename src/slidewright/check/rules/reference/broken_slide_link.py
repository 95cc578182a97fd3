"""A link leads to a slide that does not exist.

## Why it matters

The click lands on the first slide, or on an error page, in the middle of the talk.

## Example

```md
[Details](/99)
```

Use instead the number of a slide, or its `routeAlias`:

```md
[Details](/1)
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding, at_reference
from slidewright.check.rules.rewriting import path_fix
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.model import ReferenceKind
from slidewright.resolve.outcomes import Missing

SEVERITY = Severity.ERROR
FIX = "unsafe"


def find(show: Show) -> Iterator[Finding]:
    """Links to numbers beyond the deck, and to aliases that no slide has."""
    for resolved in show.resolutions:
        reference, outcome = resolved.reference, resolved.outcome
        if reference.kind is ReferenceKind.SLIDE_LINK and isinstance(outcome, Missing):
            near = _near(show, reference.target)
            help = f"did you mean `{near}`?" if near else _help(outcome)
            fix = path_fix(reference, near, is_safe=False) if near else None
            message = f"no slide at `{reference.written}`: {outcome.reason}"
            yield at_reference(resolved, message, help, fix=fix)._replace(targets=("dev", "build", "standalone"))


def _help(outcome: Missing) -> str:
    aliases = ", ".join(f"`{alias}`" for alias in outcome.candidates)
    return f"aliases of this deck: {aliases}" if aliases else "give the slide a `routeAlias`, or link to its number"


def _near(show: Show, target: str) -> str | None:
    """The one alias that a misspelt one is near to, with what stands before the name in the target; else None."""
    from difflib import get_close_matches

    path = re.split(r"[?#]", target, maxsplit=1)[0]
    name = re.sub(r"\A\.?/", "", path)
    aliases = (slide.frontmatter.get("routeAlias") for slide in show.deck.slides)
    near = get_close_matches(name, {alias for alias in aliases if isinstance(alias, str)}, cutoff=0.75)
    return path.removesuffix(name) + near[0] if name and not name.isdecimal() and len(near) == 1 else None
