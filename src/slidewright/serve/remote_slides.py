"""The slides as a remote control needs them: titles, notes, and how many clicks each has."""

from __future__ import annotations

import json
import math

from slidewright.check.clicks import Clicks
from slidewright.check.show import Show
from slidewright.model import Slide
from slidewright.render.frontmatter import plain_text
from slidewright.render.live import LiveDeck
from slidewright.serve.reading import ReadDeck
from slidewright.serve.studio_protocol import SlideInfo


class RemoteSlides:
    """All slides of a deck; what depends on its files alone is looked up once for each reading of them.

    Clicks are counted as `slidewright outline` does, with those that layouts and components bring.
    """

    def __init__(self, read: ReadDeck) -> None:
        self.read = read
        self._show = Show(*read)
        self._clicks = Clicks(self._show)

    def of(self, deck: LiveDeck) -> list[SlideInfo]:
        """The slides as they are shown."""
        infos = []
        for slide, shown in zip(self.read.deck.slides, deck.slides, strict=False):
            title = slide.source_slide.title
            text = "" if title is None else plain_text(str(title))
            note = json.loads(shown.row)["slide"]["noteHTML"]
            infos.append(SlideInfo(slide.no, text, note, self._total(slide)))
        return infos

    def _total(self, slide: Slide) -> int:
        total = self._clicks.of(self._show.part_of(slide), slide).total
        return int(total) if math.isfinite(total) else 0
