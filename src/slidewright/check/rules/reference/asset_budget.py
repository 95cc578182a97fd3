"""The pictures and media of a slide, or of the whole deck, are more bytes than planned.

## Why it matters

A slide of many megabytes stays blank while it loads, and the page that carries the deck is slow to open and to send.
Limits: `limits.slide-bytes` (10 MB) for one slide and `limits.deck-bytes` (50 MB) for the deck, each file once.

## Example

```md
# One

![](./img/heavy-1.png) ![](./img/heavy-2.png)
```

Use instead smaller pictures:

```md
# One

![](./img/heavy-1.png) ![](./img/small.png)
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from slidewright.check.assets.amounts import megabytes
from slidewright.check.assets.files import AssetFile
from slidewright.check.assets.shown import loaded_assets
from slidewright.check.finding import Finding, at_reference
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Resolved
from slidewright.text import Location

SEVERITY = Severity.INFO
NAMED = 3
"""Files that the help names, the largest first."""

Assets = dict[PurePosixPath, tuple[Resolved, AssetFile]]


def find(show: Show) -> Iterator[Finding]:
    """Slides above their limit, at the largest file, and the deck above its own, at its first line."""
    limits = show.settings.limits
    whole, slides = _gathered(show)
    for number, assets in sorted(slides.items()):
        total = _total(assets)
        if total > limits.slide_bytes:
            largest = max(assets.values(), key=lambda item: item[1].size)[0]
            message = f"slide {number} loads {megabytes(total)}, more than {megabytes(limits.slide_bytes)}"
            yield at_reference(largest, message, _help(assets))._replace(targets=(), slide=number)
    total = _total(whole)
    if total > limits.deck_bytes:
        source = show.deck.document.source
        message = f"the deck loads {megabytes(total)}, more than {megabytes(limits.deck_bytes)}"
        yield Finding(Location(source, source.line_span(0)), message, _help(whole))


def _gathered(show: Show) -> tuple[Assets, dict[int, Assets]]:
    """The files of the deck, and those of each slide by its number."""
    whole: Assets = {}
    slides: dict[int, Assets] = {}
    for resolved, file in loaded_assets(show):
        whole.setdefault(file.path, (resolved, file))
        for number in resolved.slides:
            slides.setdefault(number, {}).setdefault(file.path, (resolved, file))
    return whole, slides


def _total(assets: Mapping[PurePosixPath, tuple[Resolved, AssetFile]]) -> int:
    return sum(file.size for _, file in assets.values())


def _help(assets: Mapping[PurePosixPath, tuple[Resolved, AssetFile]]) -> str:
    files = sorted((file for _, file in assets.values()), key=lambda file: (-file.size, file.path))
    named = ", ".join(f"`{file.path}` ({megabytes(file.size)})" for file in files[:NAMED])
    return f"make the largest smaller: {named}"
