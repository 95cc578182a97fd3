"""By how much content leaves the slides, as pages have measured it: each slide once, as long as it stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from slidewright.render.live import Shown
from slidewright.serve.findings import Sides


class Measures:
    """What is known of the slides on show, by their keys."""

    def __init__(self) -> None:
        self._known: dict[str, Sides] = {}

    def take(self, measured: Iterable[Mapping[str, Any]], slides: Sequence[Shown]) -> None:
        """Keep what a page has measured of slides that are still as they were."""
        keys = {slide.key for slide in slides}
        self._known |= {one["key"]: Sides.of(one) for one in measured if one.get("key") in keys}

    def missing(self, slides: Sequence[Shown]) -> list[int]:
        """The numbers of the slides that are made and not measured; what is known of others is forgotten."""
        keys = {slide.key for slide in slides}
        self._known = {key: sides for key, sides in self._known.items() if key in keys}
        return [no for no, slide in enumerate(slides, 1) if slide.component and slide.key not in self._known]

    def by_number(self, slides: Sequence[Shown]) -> dict[int, Sides]:
        """What is known of each slide."""
        return {no: self._known[slide.key] for no, slide in enumerate(slides, 1) if slide.key in self._known}
