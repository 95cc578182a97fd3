"""A picture has far fewer pixels than the slide shows it with.

## Why it matters

The browser stretches it, and a projector stretches the whole slide once more: text in it becomes hard to read. From
which share of the shown size on this is told stands in `limits.blurry-scale` (0.8 pixels for a pixel of the canvas).

## Example

```md
<img src="./img/small.png" class="w-100">
```

Use instead a larger picture, or a smaller place:

```md
<img src="./img/small.png" class="w-16">
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.assets.amounts import pixels
from slidewright.check.assets.files import Pixels
from slidewright.check.assets.places import Place, Places
from slidewright.check.assets.shown import shown_pictures
from slidewright.check.finding import Finding, at_reference
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.vocabulary.pictures import RASTER

SEVERITY = Severity.INFO

SMALL = 48
"""Canvas px below which nobody looks for detail: icons."""

LINE = 4
"""Pixels below which a picture is a line, a dot or a colour, made to be stretched."""


def find(show: Show) -> Iterator[Finding]:
    """Pictures with a told size that they do not fill."""
    places, scale = Places(show), show.settings.limits.blurry_scale
    for resolved, file in shown_pictures(show):
        place = places.of(resolved)
        if place is None or file.content not in RASTER:
            continue
        size = file.pixels
        width = _needed_width(size, place) if size is not None else None
        if size is None or width is None or size.width >= width * scale:
            continue
        shown = pixels(width, width * size.height / size.width)
        message = f"`{resolved.reference.written}` has {pixels(*size)} pixels for a place of at least {shown}"
        help = f"use a picture at least {width * max(scale, 1):.0f} pixels wide, or show it smaller"
        yield at_reference(resolved, message, help)._replace(targets=())


def _needed_width(size: Pixels, place: Place) -> float | None:
    """The width in canvas px that a picture is shown with (by what is seen of it larger), if that is worth a word."""
    width = None if place.width is None else min(place.width, place.cap or place.width)
    by_height = None if place.height is None else place.height * size.width / size.height
    given = [value for value in (width, by_height) if value is not None]
    shown = max(given) if place.fit == "cover" else min(given)
    return shown if shown >= SMALL and min(size) >= LINE else None
