"""A path differs from the file's name in upper and lower case, or in its Unicode form.

## Why it matters

macOS and Windows find the file all the same, Linux does not: the deck works on the author's machine and breaks in CI
and on the server.

## Example

```md
![Architecture](./img/Architecture.PNG)
```

Use instead, with `img/architecture.png` beside the deck:

```md
![Architecture](./img/architecture.png)
```
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from slidewright.check.finding import Finding, at_reference
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Miscased

SEVERITY = Severity.ERROR


def find(show: Show) -> Iterator[Finding]:
    """References whose file is spelled otherwise."""
    for resolved in show.resolutions:
        if isinstance(resolved.outcome, Miscased):
            written, name = resolved.reference.written, resolved.outcome.path.name
            same_letters = normalize("NFC", written.rpartition("/")[2]) == normalize("NFC", name)
            differs = "Unicode form" if same_letters else "case"
            yield at_reference(
                resolved,
                f"`{written}` differs from the file `{resolved.outcome.path}` in {differs}",
                f"write the name as the file has it: `{name}`",
            )
