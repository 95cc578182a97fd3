"""The slides as a remote control needs them: titles, notes, and how many clicks each has."""

from __future__ import annotations

import json
import math

from slidewright.clicks import clicks_of
from slidewright.parse.anatomy import Anatomy
from slidewright.parse.markdown.options import markdown_options
from slidewright.render.frontmatter import plain_text
from slidewright.render.live import LiveDeck
from slidewright.resolve.outcomes import Resolutions
from slidewright.serve.studio_protocol import SlideInfo


def slide_infos(deck: LiveDeck, resolutions: Resolutions) -> list[SlideInfo]:
    """All slides of a deck; clicks are counted from the text, as `slidewright outline` does."""
    anatomies = {id(part.slide): part.anatomy for part in resolutions.parts}
    options = markdown_options(deck.deck)
    found = []
    for slide, shown in zip(deck.deck.slides, deck.slides, strict=False):
        source = slide.source_slide
        anatomy = anatomies.get(id(source)) or Anatomy(source.content, options)
        total = clicks_of(source, anatomy, slide.effective_frontmatter).total
        note = json.loads(shown.row)["slide"]["noteHTML"]
        title = "" if source.title is None else plain_text(str(source.title))
        found.append(SlideInfo(slide.no, title, note, int(total) if math.isfinite(total) else 0))
    return found
