"""A path from the root breaks when the deck is put below a base path.

Speaks only where a base is set: by `base` in the settings, or by `slidev build --base` in the project's `package.json`
or its workflows.

## Why it matters

Slidev puts the base before paths of pictures in Markdown and HTML, of backgrounds and of styles. Component props,
bound attributes, inline styles, `<a>`, `<audio>` and frames keep `/x` as it is, and that is outside the base.

## Example

```md
<MyFigure src="/logo.svg" />
```

Use instead, in a project that is built by `slidev build --base /talk/`, an element whose path Slidev knows:

```md
<img src="/logo.svg" alt="Logo">
```
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from slidewright.check.finding import Finding, at_reference
from slidewright.check.rules.base import UNKNOWN, base_of
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.errors import InputError
from slidewright.resolve.outcomes import Found, Resolved, SlideFound, Way

SEVERITY = Severity.WARNING
LEFT_ALONE = ("vue:", "style:url", "frontmatter:url", "html:a:", "html:area:", "html:audio:", "html:iframe:")
ALSO_LEFT_ALONE = ("html:object:", "html:track:", "html:embed:", "html:input:")
AWARE = ("BASE_URL", "resolveAssetUrl", "configs.base")
"""What the code of a component has that puts the base before a path itself."""


def find(show: Show) -> Iterator[Finding]:
    """Paths from the root in constructs that Slidev leaves alone, where the project has a base."""
    broken = [resolved for resolved in show.resolutions if _is_left_alone(resolved)]
    base = base_of(show) if broken else "/"
    for resolved in broken if base != "/" else ():
        if not _is_aware(show, resolved.reference.syntax):
            message = f"`{resolved.reference.written}` is outside the base `{base}`: Slidev leaves it as it is here"
            yield at_reference(resolved, message, _help(resolved, base), "base")._replace(targets=("build",))


def _help(resolved: Resolved, base: str) -> str:
    if not resolved.reference.syntax.startswith(("html:a:", "vue:a:")):
        return "show it by `<img>` or Markdown, whose paths get the base, or bind what `<script setup>` imports"
    if isinstance(resolved.outcome, SlideFound):
        return f'write `<Link to="{resolved.outcome.no}">`'
    return "name the whole address" if base == UNKNOWN else f"write `{base.rstrip('/')}{resolved.reference.written}`"


def _is_left_alone(resolved: Resolved) -> bool:
    reference = resolved.reference
    outcome = resolved.outcome
    is_there = isinstance(outcome, SlideFound) or (isinstance(outcome, Found) and outcome.way is Way.PUBLIC)
    if not reference.target.startswith("/") or not is_there:
        return False
    is_prop = reference.syntax.startswith("component:") and not reference.syntax.startswith("component:Link:")
    return is_prop or reference.syntax.startswith(LEFT_ALONE + ALSO_LEFT_ALONE)


def _is_aware(show: Show, syntax: str) -> bool:
    """Does a component of the project put the base before its paths?"""
    construct, _, rest = syntax.partition(":")
    path = show.deck.folder / PurePosixPath("components") / f"{rest.partition(':')[0]}.vue"
    if construct != "component" or not show.workspace.exists(path):
        return False
    try:
        text = show.workspace.read(path).text
    except InputError:
        return False
    return any(mark in text for mark in AWARE)
