"""A slide shows something that it loads from the network.

## Why it matters

Without network on stage the picture is missing, and what stands at an address may change or vanish before the next
talk. `build` puts files of the project into the page, and leaves addresses as they are.

## Example

```md
![Architecture](https://example.com/architecture.png)
```

Use instead, with the picture saved in the project:

```md
![Architecture](./img/architecture.png)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.assets.shown import LOADED
from slidewright.check.finding import Finding, at_reference
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.model import ReferenceKind
from slidewright.parse.references.found import extension
from slidewright.resolve.outcomes import Remote, Resolved
from slidewright.vocabulary.assets import IMAGE_EXTENSIONS, MEDIA_EXTENSIONS
from slidewright.vocabulary.hosts import gone

SEVERITY = Severity.INFO

SAVE = "save it in the project and name the file"
FRAME = "have a picture of the page ready for a room without network"


def find(show: Show) -> Iterator[Finding]:
    """Pictures, media, styles and frames at addresses; findings of one host have one cause."""
    downloads = show.deck.config.get("remoteAssets") in (True, "build")
    for resolved in show.resolutions:
        outcome = resolved.outcome
        if isinstance(outcome, Remote) and not gone(outcome.host) and _is_loaded(show, resolved):
            is_frame = _is_frame(resolved)
            if is_frame or not downloads:
                message = f"the {_what(resolved)} comes from `{outcome.host}`: showing it needs the network"
                yield at_reference(resolved, message, FRAME if is_frame else SAVE, f"from {outcome.host}")


def _is_loaded(show: Show, resolved: Resolved) -> bool:
    """Does showing the slide load the address? `url:` does so in frames only, and of components pictures are sure."""
    reference = resolved.reference
    if reference.syntax == "frontmatter:url":
        layouts = (show.deck.slides[no - 1].effective_frontmatter.get("layout") for no in resolved.slides)
        return any(str(layout).startswith("iframe") for layout in layouts)
    if reference.kind is ReferenceKind.PROP:
        return extension(reference.target) in IMAGE_EXTENSIONS | MEDIA_EXTENSIONS
    return reference.kind in LOADED and reference.kind is not ReferenceKind.FAVICON


def _is_frame(resolved: Resolved) -> bool:
    return resolved.reference.syntax in ("frontmatter:url", "html:iframe:src", "vue:iframe:src")


def _what(resolved: Resolved) -> str:
    kind = resolved.reference.kind
    if _is_frame(resolved):
        return "page"
    if kind is ReferenceKind.STYLE and extension(resolved.reference.target) not in IMAGE_EXTENSIONS:
        return "style"
    return "media file" if kind is ReferenceKind.MEDIA else "picture"
