"""A path in HTML works while writing and is gone after the build.

## Why it matters

Slidev bundles what `<img>`, `<video>` and Markdown images name. What `<audio>`, `<iframe>`, `<a href>`, component
props, `:src` and inline styles name is left as it is: the dev server finds it, a build has only what lies in `public/`.

## Example

```md
<MyFigure src="./img/architecture.png" />
```

Use instead, with the file moved to `public/logo.svg`:

```md
<MyFigure src="/logo.svg" />
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.unbundled import unbundled
from slidewright.check.show import Show
from slidewright.diagnostics import Severity

SEVERITY = Severity.WARNING


def find(show: Show) -> Iterator[Finding]:
    """Paths in content that a build does not carry along."""
    return unbundled(show, frontmatter=False)
