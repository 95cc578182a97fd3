"""A picture is far larger than a slide can show.

## Why it matters

The slide appears late, a page that carries everything grows by a third more than the file, and a picture of 48
megapixels takes 190 MB of memory wherever it is shown. Limits: `limits.image-bytes` (3 MB) and `limits.image-scale`
(4 pixels for a pixel of the canvas, which is more than a 4K projector shows).

## Example

```md
![Measurements](./img/huge.png)
```

Use instead a picture saved at the size that is shown:

```md
![Measurements](./img/architecture.png)
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from slidewright.check.assets.amounts import megabytes, pixels
from slidewright.check.assets.files import AssetFile, Pixels
from slidewright.check.assets.places import Place, Places
from slidewright.check.assets.shown import shown_pictures
from slidewright.check.finding import Finding, at_reference
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Resolved
from slidewright.settings import Limits
from slidewright.vocabulary.pictures import Content

SEVERITY = Severity.INFO

LIGHT = 8
"""A file with fewer bytes than this part of the limit is no burden, however many pixels it has."""

ADVICE = {
    Content.GIF: "save the animation as a video (`.mp4`, `.webm`)",
    Content.SVG: "simplify its paths, or save it as WebP or PNG",
}
COMPRESS = "save it as WebP or JPEG"


class Fault(NamedTuple):
    """What is too much, and the pixels that would be enough where there are more."""

    message: str
    enough: tuple[float, float] | None = None


def find(show: Show) -> Iterator[Finding]:
    """Pictures above the limits, each file once, measured by the largest place that it is shown in."""
    places, limits = Places(show), show.settings.limits
    for resolved, file, shown in _heavy(show, places):
        fault = _fault(file, shown, places.canvas, limits)
        if fault is not None:
            message = f"`{resolved.reference.written}` {fault.message}"
            yield at_reference(resolved, message, _help(file, fault))._replace(targets=())


def _help(file: AssetFile, fault: Fault) -> str:
    if file.content in ADVICE:
        return ADVICE[file.content]
    return f"save it at {pixels(*fault.enough)} pixels or less, as WebP or JPEG" if fault.enough else COMPRESS


def _heavy(show: Show, places: Places) -> Iterator[tuple[Resolved, AssetFile, list[Place]]]:
    """Files that are not light, where they are first shown, and all their places; the canvas where none is told."""
    found: dict[AssetFile, tuple[Resolved, list[Place]]] = {}
    for resolved, file in shown_pictures(show):
        if file.size * LIGHT > show.settings.limits.image_bytes:
            place = places.of(resolved) or Place(*places.canvas)
            found.setdefault(file, (resolved, []))[1].append(place)
    for file, (resolved, shown) in found.items():
        yield resolved, file, shown


def _fault(file: AssetFile, places: list[Place], canvas: tuple[float, float], limits: Limits) -> Fault | None:
    size = file.pixels
    screen = canvas[0] * canvas[1]
    enough = (canvas[0] * limits.image_scale, canvas[1] * limits.image_scale)
    area = size.width * size.height if size else 0
    is_vast = area > screen * limits.image_scale**2
    if file.size > limits.image_bytes:
        shape = f" with {pixels(*size)} pixels" if size else ""
        return Fault(f"is a file of {megabytes(file.size)}{shape}", enough if is_vast else None)
    if size is None or area <= screen * limits.image_scale:
        return None  # what fills a sharp screen as a whole is no burden, whatever the size it is shown at
    if is_vast:
        return Fault(f"has {pixels(*size)} pixels, more than a projector shows", enough)
    width, height = max((_shown(size, place) for place in places), key=lambda shown: shown[0] * shown[1])
    enough = (width * limits.image_scale, height * limits.image_scale)
    is_small = area > enough[0] * enough[1]
    return Fault(f"has {pixels(*size)} pixels and is shown at {pixels(width, height)}", enough) if is_small else None


def _shown(size: Pixels, place: Place) -> tuple[float, float]:
    """Width and height in canvas px at which a place shows a picture."""
    width = place.width or (place.height or 0) * size.width / size.height
    height = place.height or width * size.height / size.width
    return width, height
