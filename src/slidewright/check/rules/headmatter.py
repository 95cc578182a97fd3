"""A headmatter that is there and that Slidev does not take for it."""

from __future__ import annotations

from slidewright.check.show import Show
from slidewright.model import SourceSlide
from slidewright.vocabulary.keys import COMMON_WORDS, DECK_KEYS


def late_headmatter(show: Show) -> SourceSlide | None:
    """The entry's second slide, where its keys are the deck's and the first is nothing but blanks or a comment."""
    first, *others = show.deck.document.slides[:2]
    if not others or first.content or first.frontmatter.style is not None:
        return None
    names = [name for name in others[0].frontmatter.mapping if name in DECK_KEYS]
    is_headmatter = len(names) > 1 or any(name == "theme" or name not in COMMON_WORDS for name in names)
    return others[0] if is_headmatter else None
