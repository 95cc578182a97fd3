"""Reading the same slides again while a deck is written: what an unchanged slide names is moved, not read anew."""

from __future__ import annotations

from collections.abc import Sequence

from slidewright.model import SourceSlide
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.resolve.readings import Reading, read
from slidewright.text import Location

_Key = tuple[str, bool, MarkdownOptions]


class RememberedReadings:
    """A reader that remembers the readings of the slides that it was last asked for."""

    def __init__(self) -> None:
        self._known: dict[_Key, tuple[SourceSlide, Reading]] = {}

    def __call__(self, slides: Sequence[SourceSlide], options: MarkdownOptions) -> list[Reading]:
        """The readings of slides, in their order."""
        before, self._known = self._known, {}
        return [self._reading(slide, options, before) for slide in slides]

    def _reading(
        self, slide: SourceSlide, options: MarkdownOptions, before: dict[_Key, tuple[SourceSlide, Reading]]
    ) -> Reading:
        key = (slide.raw, slide.index == 0, options)
        known = before.get(key)
        reading = _moved(*known, slide) if known else read([slide], options)[0]
        self._known[key] = slide, reading
        return reading


def _moved(before: SourceSlide, reading: Reading, slide: SourceSlide) -> Reading:
    way, source, index = slide.span.start - before.span.start, slide.source, slide.index

    def place(location: Location) -> Location:
        return Location(source, location.span.shift(way))

    return Reading(
        tuple(item._replace(location=place(item.location), slide_index=index) for item in reading.references),
        tuple(item._replace(location=place(item.location), slide_index=index) for item in reading.citations),
        reading.anatomy,
    )
