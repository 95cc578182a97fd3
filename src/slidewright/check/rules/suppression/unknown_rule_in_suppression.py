"""A suppression names a rule that does not exist, or is no suppression at all.

## Why it matters

The comment looks as if it silenced something and silences nothing.

## Example

```md
<!-- slidewright: allow mising-image -->

![Architecture](./img/arch.png)
```

Use instead:

```md
<!-- slidewright: allow missing-image -- drawn on stage -->

![Architecture](./img/arch.png)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding, replacement
from slidewright.check.show import Show
from slidewright.check.suppressions import Suppression
from slidewright.diagnostics import Severity
from slidewright.text import Location

SEVERITY = Severity.WARNING
FIX = "safe"
FORM = "write `slidewright: allow RULE -- reason`, or `allow-slide`, or `allow-file`"


def find(show: Show) -> Iterator[Finding]:
    """Names of no rule, family or finding, and comments without a verb or without a name."""
    for item in (used.suppression for used in show.suppressions):
        if not item.scope:
            yield Finding(item.location, "not a suppression that slidewright knows", FORM, item.slide)
        elif not item.rules:
            yield Finding(item.location, f"`{item.scope}` names no rule", FORM, item.slide)
        for name, place in item.rules:
            yield from _name(item, name, place)


def _name(item: Suppression, name: str, place: Location) -> Iterator[Finding]:
    from slidewright.check.elsewhere import FINDINGS
    from slidewright.check.selection import near_name, rules_named

    if name == "all" or name in FINDINGS or rules_named(name):
        return
    near = near_name(name, FINDINGS)
    help = f"did you mean `{near}`?" if near else "`slidewright rules` lists them"
    fix = replacement(place.span, near) if near else None
    yield Finding(place, f"no rule or family is called `{name}`", help, item.slide, fix=fix)
