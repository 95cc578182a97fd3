"""At what size a slide shows a picture, as far as its source tells without a browser."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from math import ceil
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.check.assets.lengths import Length, Sizes, sizes_of
from slidewright.check.show import Show
from slidewright.model import ReferenceKind, Slide
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

PLAIN = ("p", "br", "a", "figure", "img")
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
        self._images: dict[tuple[PurePosixPath, int], Images] = {}

    def of(self, resolved: Resolved) -> Place | None:
        """The place of the picture that a reference shows; None where its size is not told."""
        reference = resolved.reference
        if reference.kind is ReferenceKind.BACKGROUND:
            return self._background(resolved)
        key = (reference.location.source.path, reference.slide_index)
        part = self._show.part_at(*key)
        if part is None:
            return None
        images = self._images.get(key) or self._images.setdefault(key, Images(part))
        tag = images.at(reference.location.span.start - part.slide.content_span.start)
        sizes = None if tag is None else sizes_of(tag)
        return None if tag is None or sizes is None else self._placed(images, tag, sizes)

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

    def _placed(self, images: Images, tag: Tag, sizes: Sizes) -> Place | None:
        slide = self._show.slide_of(images.part)
        zoom = _zoom(slide)
        is_wide = _is_whole_width(slide) and images.is_top_level(tag)
        whole = self.canvas[0] - 2 * PADDING
        width = _resolved(sizes.width, whole if is_wide else None)
        height = _resolved(sizes.height, None)
        if zoom is None or (width is None and height is None):
            return None
        if sizes.fit == "contain" and width is None and sizes.width is not None:
            return None
        cap = whole if is_wide else whole / NARROWEST
        return Place(width and width * zoom, height and height * zoom, sizes.fit, cap * zoom)


class Images:
    """The `<img>` tags of one slide; none where a transformation or the slide's own style may size them."""

    def __init__(self, part: Part) -> None:
        self.part = part
        content = part.slide.content
        is_plain = "<img" in content and "scale" not in content and "<style" not in content
        self._tags = part.anatomy.tags if is_plain else ()
        self._starts = [tag.start for tag in self._tags]

    def at(self, offset: int) -> Tag | None:
        """The tag that an offset into the slide's content stands in."""
        number = bisect_right(self._starts, offset) - 1
        is_inside = number >= 0 and offset < self._tags[number].end and self._tags[number].name == "img"
        return self._tags[number] if is_inside else None

    def is_top_level(self, tag: Tag) -> bool:
        """Does nothing but a plain paragraph enclose a tag?"""
        return tag.start in self._top_level

    @cached_property
    def _top_level(self) -> set[int]:
        depth, found = 0, set()
        for event in self.part.anatomy.events:
            if event.tag is not None and event.is_opening and not depth:
                found.add(event.at)
            is_void = event.tag is not None and event.tag.kind == "void"
            if event.name not in PLAIN and not is_void:
                depth += 1 if event.is_opening else -1
        return found


def _zoom(slide: Slide | None) -> float | None:
    zoom = slide.effective_frontmatter.get("zoom", 1) if slide else 1
    return float(zoom) if isinstance(zoom, (int, float)) and zoom > 0 else None


def _is_whole_width(slide: Slide | None) -> bool:
    """Is the content of a slide as wide as the canvas, but for its padding?"""
    return slide is not None and slide.no > 1 and slide.effective_frontmatter.get("layout") in WHOLE_WIDTH


def _resolved(length: Length | None, box: float | None) -> float | None:
    """A length in canvas px; a share counts where the box is known."""
    if length is None or (length.is_share and box is None):
        return None
    return length.value * (box or 0) if length.is_share else length.value


def canvas(show: Show) -> tuple[float, float]:
    """Width and height of the canvas in px, as the headmatter has them; Slidev rounds the height up."""
    width, ratio = show.deck.config.get("canvasWidth"), show.deck.config.get("aspectRatio")
    number = float(width) if isinstance(width, (int, float)) and width > 0 else 980.0
    return number, float(ceil(number / ratio)) if isinstance(ratio, (int, float)) and ratio > 0 else number * 9 / 16
