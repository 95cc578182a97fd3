"""At what size a slide shows a picture, as far as its source tells without a browser."""

from __future__ import annotations

from bisect import bisect_right
from math import ceil
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.check.assets.lengths import Length, Sizes, sizes_of
from slidewright.check.show import Show
from slidewright.model import ReferenceKind
from slidewright.parse.anatomy.elements import Event
from slidewright.parse.anatomy.markup import Tag
from slidewright.resolve.outcomes import Part, Resolved

PADDING = 56
"""Left and right of a slide's content, in canvas px."""

WHOLE_WIDTH = (None, "default")
"""Layouts whose content is as wide as the canvas without its padding; the first slide is a cover."""

FULL = {"cover": "background", "image": "image"}
HALVES = {"image-left": "image", "image-right": "image"}
"""Layouts that fill the canvas, or half of it, with the picture that a key names."""

NARROWEST = 3
"""Columns that an enclosing element may divide the slide into: what is wider is cut to the column."""

THEMES = (None, "default", "seriph", "apple-basic", "none")
"""Themes whose cover is known to show `background`."""

PLAIN = ("p", "br", "a", "figure")
"""Elements that leave the width as it is."""


class Place(NamedTuple):
    """Size in canvas px that a picture is given; `cap` is the width that it has in any case if it asks for more.

    `fit` tells how the picture fills width and height where both are given: `fill`, `cover` or `contain`.
    """

    width: float | None
    height: float | None
    fit: str = "fill"
    cap: float | None = None


class Places:
    """Where the pictures of one show stand."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self.canvas = canvas(show)
        self._parts = {(part.slide.source.path, part.slide.index): part for part in show.parts}
        self._starts: dict[tuple[PurePosixPath, int], list[int]] = {}
        self._open: dict[tuple[PurePosixPath, int], dict[int, bool]] = {}

    def of(self, resolved: Resolved) -> Place | None:
        """The place of the picture that a reference shows; None where its size is not told."""
        reference = resolved.reference
        part = self._parts.get((reference.location.source.path, reference.slide_index))
        if part is None:
            return None
        if reference.kind is ReferenceKind.BACKGROUND:
            return self._background(resolved)
        tag = self._tag(part, reference.location.span.start - part.slide.content_span.start)
        sizes = sizes_of(tag) if tag is not None and "scale" not in part.slide.content else None
        return None if tag is None or sizes is None else self._placed(part, tag, sizes)

    def _background(self, resolved: Resolved) -> Place | None:
        """Built-in layouts fill their box with the picture, unless `backgroundSize` says otherwise."""
        values = self._show.deck.slides[resolved.slides[0] - 1].effective_frontmatter if resolved.slides else {}
        layout = str(values.get("layout") or ("cover" if resolved.slides[:1] == (1,) else "default"))
        key = resolved.reference.syntax.partition(":")[2]
        is_own = self._show.workspace.exists(self._show.deck.folder / "layouts" / f"{layout}.vue")
        is_own |= layout == "cover" and self._show.deck.headmatter.get("theme") not in THEMES
        fit = values.get("backgroundSize", "cover")
        share = 1 if FULL.get(layout) == key else 0.5 if HALVES.get(layout) == key else 0
        if is_own or not share or fit not in ("cover", "contain"):
            return None
        return Place(self.canvas[0] * share, self.canvas[1], fit)

    def _tag(self, part: Part, at: int) -> Tag | None:
        """The `<img>` that an offset into a slide's content stands in."""
        if "<img" not in part.slide.content:
            return None
        tags = part.anatomy.tags
        key = (part.slide.source.path, part.slide.index)
        if key not in self._starts:
            self._starts[key] = [tag.start for tag in tags]
        number = bisect_right(self._starts[key], at) - 1
        found = number >= 0 and at < tags[number].end and tags[number].name == "img"
        return tags[number] if found else None

    def _placed(self, part: Part, tag: Tag, sizes: Sizes) -> Place | None:
        zoom = self._zoom(part)
        is_wide = self._is_wide(part, tag)
        whole = self.canvas[0] - 2 * PADDING
        width = _resolved(sizes.width, whole if is_wide else None)
        height = _resolved(sizes.height, None)
        if zoom is None or (width is None and height is None):
            return None
        if sizes.fit == "contain" and width is None and sizes.width is not None:
            return None
        cap = whole if is_wide else whole / NARROWEST
        return Place(width and width * zoom, height and height * zoom, sizes.fit, cap * zoom)

    def _zoom(self, part: Part) -> float | None:
        slide = self._show.slide_of(part)
        zoom = slide.effective_frontmatter.get("zoom", 1) if slide else 1
        return float(zoom) if isinstance(zoom, (int, float)) and zoom > 0 else None

    def _is_wide(self, part: Part, tag: Tag) -> bool:
        """Does a tag stand in the slide itself, with the canvas's whole width?"""
        slide = self._show.slide_of(part)
        layout = slide.effective_frontmatter.get("layout") if slide else None
        if layout not in WHOLE_WIDTH or (slide and slide.no == 1):
            return False
        key = (part.slide.source.path, part.slide.index)
        if key not in self._open:
            self._open[key] = _top_level(part.anatomy.events)
        return self._open[key].get(tag.start, False)


def _resolved(length: Length | None, box: float | None) -> float | None:
    """A length in canvas px; a share counts where the box is known."""
    if length is None or (length.is_share and box is None):
        return None
    return length.value * (box or 0) if length.is_share else length.value


def _top_level(events: tuple[Event, ...]) -> dict[int, bool]:
    """Where tags begin, and whether nothing but plain paragraphs encloses them."""
    depth, found = 0, {}
    for event in events:
        if event.tag is not None and event.is_opening:
            found[event.at] = depth == 0
        if event.name in PLAIN or (event.tag is not None and event.tag.kind == "void") or event.name == "img":
            continue
        depth += 1 if event.is_opening else -1
    return found


def canvas(show: Show) -> tuple[float, float]:
    """Width and height of the canvas in px, as the headmatter has them; Slidev rounds the height up."""
    width, ratio = show.deck.config.get("canvasWidth"), show.deck.config.get("aspectRatio")
    number = float(width) if isinstance(width, (int, float)) and width > 0 else 980.0
    return number, float(ceil(number / ratio)) if isinstance(ratio, (int, float)) and ratio > 0 else number * 9 / 16
