"""A picture's file is there, and what is in it is no picture that a browser shows.

## Why it matters

The slide shows a broken picture or a part of one, though every path is right and `slidev build` says nothing. Typical
causes are a download that broke off, a web page saved as a picture, `git lfs pull` forgotten, a photo of a telephone
(HEIC), and an SVG that was copied out of a page without its `xmlns`. A JPEG that is called `.png` works everywhere:
browsers look at the first bytes, except for `.svg`.

## Example

```md
![Measurements](./img/cut.png)
```

Use instead a picture that is whole:

```md
![Measurements](./img/architecture.png)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.assets.files import AssetFile
from slidewright.check.assets.shown import shown_pictures
from slidewright.check.finding import Finding, at_reference
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.model import ReferenceKind
from slidewright.parse.references.found import extension
from slidewright.vocabulary.pictures import RASTER, RASTER_EXTENSIONS, Content

SEVERITY = Severity.ERROR

AGAIN = "copy, download or export it again"
CONVERT = "save it as PNG, JPEG or WebP"
NAMED_SVG = "browsers read what is called `.svg` as SVG: name it for what it is"
HELP = {
    Content.EMPTY: AGAIN,
    Content.HTML: "download the picture itself: the server answered with a page",
    Content.LFS: "run `git lfs pull`",
    Content.SVG: "call it `.svg`: browsers recognise SVG by its name",
    Content.TIFF: CONVERT,
    Content.HEIC: CONVERT,
    Content.PDF: "save the page as SVG or PNG",
    Content.VIDEO: 'show it with `<video src="…" controls />`',
    Content.UNKNOWN: AGAIN,
}
"""What to do about a file that holds no picture, or one that browsers do not show."""

WHOLE_OR_NOTHING = (Content.WEBP, Content.AVIF)
"""Formats of which a browser shows nothing when the end lacks."""


def find(show: Show) -> Iterator[Finding]:
    """Pictures of which a browser shows nothing, or only a part."""
    for resolved, file in shown_pictures(show):
        is_prop = resolved.reference.kind is ReferenceKind.PROP
        fault = _fault(file, extension(str(file.path)), is_prop)
        if fault is not None:
            message, help = fault
            finding = at_reference(resolved, f"`{resolved.reference.written}` {message}", help, f"corrupt {file.path}")
            yield finding._replace(targets=("dev", "build", "standalone"))


def _fault(file: AssetFile, ending: str, is_prop: bool) -> tuple[str, str] | None:
    """What is wrong with a file, and what to do; a component given an SVG may show it in ways of its own."""
    content = file.content
    if content is None or (ending == "svg" and is_prop):
        return None
    if ending == "svg" and content not in HELP:
        return f"is a {content.value}: browsers show nothing of it under this name", NAMED_SVG
    if content is Content.SVG or (ending == "svg" and content is Content.UNKNOWN):
        return _svg_fault(file, ending)
    if content in RASTER:
        return _cut_off(file, content) if file.is_cut_off else None
    is_sure = content is not Content.UNKNOWN or ending in RASTER_EXTENSIONS
    return (_wording(content), HELP[content]) if content in HELP and is_sure else None


def _svg_fault(file: AssetFile, ending: str) -> tuple[str, str] | None:
    if ending in RASTER_EXTENSIONS:
        return "is an SVG picture under another name: browsers show nothing of it", HELP[Content.SVG]
    fault = file.svg_fault if ending == "svg" else None
    if fault is None:
        return None
    help = 'write `<svg xmlns="http://www.w3.org/2000/svg" …>`' if "xmlns" in fault or "namespace" in fault else AGAIN
    return f"{fault}: browsers show nothing of it", help


def _wording(content: Content) -> str:
    if content is Content.EMPTY:
        return "is an empty file"
    if content is Content.UNKNOWN:
        return "holds no picture"
    article = "an" if content in (Content.HEIC,) else "a"
    rest = ", which Chrome and Firefox do not show" if content in (Content.TIFF, Content.HEIC) else ", not a picture"
    return f"is {article} {content.value}{rest}"


def _cut_off(file: AssetFile, content: Content) -> tuple[str, str]:
    shown = "nothing of it" if content in WHOLE_OR_NOTHING else "only a part of it"
    return f"is cut off: browsers show {shown}", AGAIN
