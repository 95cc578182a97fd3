"""A blank or a bracket in a Markdown target makes text of the picture or the link.

## Why it matters

Markdown ends an address at a blank and pairs its brackets. `![](a b.png)` is no picture then: the audience reads it as
it stands in the source. `%20` is a blank that Markdown lets through, and Slidev finds the file.

## Example

```md
![Architecture](./img/the architecture.png)
```

Use instead, with the file renamed, or with `%20` for the blank:

```md
![Architecture](./img/architecture.png)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding, replacement
from slidewright.check.rules.rewriting import legible
from slidewright.check.rules.unlinked import Unlinked, unlinked
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Fix, Severity
from slidewright.parse.references.found import extension
from slidewright.resolve.outcomes import Part
from slidewright.vocabulary.assets import FILE_EXTENSIONS, IMAGE_EXTENSIONS, MEDIA_EXTENSIONS

SEVERITY = Severity.ERROR
FIX = "safe"
PATHS = ("./", "../", "/")
ADDRESSES = ("http://", "https://")
EXTENSIONS = IMAGE_EXTENSIONS | MEDIA_EXTENSIONS | FILE_EXTENSIONS


def find(show: Show) -> Iterator[Finding]:
    """Targets of pictures and links that Markdown leaves as text for their blanks and brackets."""
    for part in show.own_parts:
        for item in unlinked(part):
            if _is_address(item) and not item.target.startswith("file:"):
                correct = encoded(item.target)
                what = "picture" if item.is_image else "link"
                message = f"`{item.target}` makes no {what}: Markdown shows it as text"
                yield in_content(part, item.start, item.end, message, f"write `{correct}`", _fix(part, item, correct))


def _is_address(item: Unlinked) -> bool:
    """Is it surely meant as an address, and does what is odd in it keep Markdown from taking it for one?"""
    target = item.target
    if not any(mark in target for mark in " \t()<>") or "{{" in target or target.startswith("<"):
        return False
    if target.startswith(ADDRESSES):
        return target.count(" ") < 4
    is_path = target.startswith(PATHS) or item.is_image
    return extension(target) in (IMAGE_EXTENSIONS if item.is_image else EXTENSIONS) and (is_path or "/" in target)


def encoded(target: str) -> str:
    """An address with its blanks and brackets percent-encoded; escapes that are there stay."""
    return legible(target).replace("%25", "%").replace("%3F", "?").replace("%23", "#")


def _fix(part: Part, item: Unlinked, correct: str) -> Fix:
    return replacement(part.slide.locate(item.start, item.end).span, correct)
