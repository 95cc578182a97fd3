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

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from unicodedata import normalize
from urllib.parse import unquote

from slidewright.check.finding import Finding, at_reference
from slidewright.check.rules.rewriting import path_fix
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Miscased
from slidewright.workspace import fold

SEVERITY = Severity.ERROR
FIX = "safe"


def find(show: Show) -> Iterator[Finding]:
    """References whose file is spelled otherwise."""
    for resolved in show.resolutions:
        if isinstance(resolved.outcome, Miscased):
            reference, path = resolved.reference, resolved.outcome.path
            names = _names(reference.target)
            spelled = "/".join(_spelled(names, path))
            is_form = normalize("NFC", "/".join(names)) == normalize("NFC", spelled)
            message = f"`{reference.written}` differs from the file `{path}` in {'Unicode form' if is_form else 'case'}"
            fix = path_fix(reference, spelled)
            yield at_reference(resolved, message, f"write the name as the file has it: `{path.name}`", fix=fix)


def _names(target: str) -> list[str]:
    """The names of a path, decoded, without query and hash."""
    return [unquote(name) for name in re.split(r"[/\\]", re.split(r"[?#]", target, maxsplit=1)[0])]


def _spelled(names: list[str], path: PurePosixPath) -> list[str]:
    """Names, the last ones spelled as the file's are."""
    count = 0
    for name, actual in zip(reversed(names), reversed(path.parts), strict=False):
        if fold(name) != fold(actual):
            break
        count += 1
    return [*names[: len(names) - count], *path.parts[len(path.parts) - count :]]
