"""Which layout a slide wears, and where the client finds it (format B.5, B.6)."""

from __future__ import annotations

from collections.abc import Collection

from slidewright.engine import manifest
from slidewright.model import Deck, Slide
from slidewright.render.themes import Theme

OWN = "slidewright/layout/"
"""What the page calls a layout that the deck's roots bring: this and its name."""


def layout_name(deck: Deck, slide: Slide) -> str:
    """The name of the layout that a slide asks for, as Slidev chooses it: null falls through, an empty name too."""
    chosen = slide.frontmatter.get("layout")
    if chosen is None:
        defaults = deck.slides[0].frontmatter.get("defaults")
        chosen = defaults.get("layout") if isinstance(defaults, dict) else None
    return str(chosen) if chosen else "cover" if slide.no == 1 else "default"


def layout_module(name: str, theme: Theme, own: Collection[str]) -> str | None:
    """The module of a layout: the roots' own, else the bundled theme's, else the client's; None where there is none."""
    if name in own:
        return f"{OWN}{name}"
    if name in theme.layouts:
        return f"@slidev/theme-{theme.name}/layouts/{name}.vue"
    return f"@slidev/client/layouts/{name}.vue" if name in manifest()["layouts"] else None
