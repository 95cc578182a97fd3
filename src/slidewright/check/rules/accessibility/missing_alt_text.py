"""A picture has no alternative text.

## Why it matters

Who cannot see the picture, or whose network does not deliver it, learns nothing of it: screen readers and exports to
text have only the file's name. A picture that says nothing may say so: `<img alt="" …>`.

## Example

```md
# Design

![](./img/architecture.png)
```

Use instead:

```md
# Design

![Three services behind one gateway](./img/architecture.png)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.parse.anatomy.blocks import Picture

SEVERITY = Severity.INFO

NAMED = ("aria-label", "aria-labelledby", ":aria-label", "v-bind:aria-label", "title", ":title", "v-bind")
"""Attributes that name a picture as well, or may hold its `alt`."""


def find(show: Show) -> Iterator[Finding]:
    """Pictures that neither say what they show nor that they are decoration."""
    for part in show.own_parts:
        for picture in part.anatomy.pictures:
            if _is_silent(picture):
                message, help = _words(picture)
                yield in_content(part, *picture.span, message, help)._replace(cause="pictures without alternative text")


def _is_silent(picture: Picture) -> bool:
    if picture.tag is None:
        return not (picture.alt or "").strip()
    return picture.alt is None and not picture.is_hidden and picture.tag.attribute(*NAMED) is None


def _words(picture: Picture) -> tuple[str, str]:
    if picture.tag is None:
        return "`![]` has no alternative text", "say what it shows: `![a chart of the results](…)`"
    return "`<img>` has no alternative text", 'add `alt="…"` with what it shows, or `alt=""` where it is decoration'
