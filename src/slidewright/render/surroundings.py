"""What stands around a deck's slides: its theme, what its roots bring, and an engine with its configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from slidewright.engine import Engine
from slidewright.model import Deck, Slide
from slidewright.parse.configuration import resolve_configuration
from slidewright.render.brought import Brought, brought
from slidewright.render.layouts import layout_module, layout_name
from slidewright.render.own_configuration import Configured, configured
from slidewright.render.themes import Theme, bundled, bundled_as, theme_of
from slidewright.roots import Roots, find_roots
from slidewright.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`theme` is the bundled default where the deck's is absent (`is_missing`); `config` has the theme's defaults."""

    deck: Deck
    roots: Roots
    theme: Theme
    is_missing: bool
    brought: Brought
    configured: Configured
    config: Mapping[str, Any]

    @property
    def engine(self) -> Engine:
        """The engine with the deck's configuration."""
        return self.configured.engine

    @property
    def state(self) -> str:
        """What tells this configuration from another: slides that were made with one are not those of another."""
        return self.configured.state

    @property
    def error_layout(self) -> str:
        """The module of what stands where a slide cannot be loaded."""
        return layout_module("error", self.theme, self.brought.layouts) or ""

    def close(self) -> None:
        """Let the deck's own engine go."""
        if self.configured.state:
            self.configured.engine.close()

    def layout(self, slide: Slide) -> str:
        """The module of the layout that a slide wears."""
        name = layout_name(self.deck, slide)
        module = layout_module(name, self.theme, self.brought.layouts)
        module = module or layout_module("default", self.theme, self.brought.layouts)
        assert module is not None
        return module


def surroundings(deck: Deck, workspace: Workspace, engine: Engine) -> Surroundings:
    """The surroundings of a deck's slides."""
    roots = find_roots(deck, workspace)
    found = theme_of(roots, workspace)
    theme = found or bundled("default") or Theme()
    own = roots._replace(theme=None) if roots.theme and bundled_as(roots.theme) else roots
    files = brought(workspace, own)
    config = _configuration(deck, theme)
    return Surroundings(
        deck, roots, theme, found is None, files, configured(engine, workspace, deck.folder, files), config
    )


def with_deck(around: Surroundings, deck: Deck) -> Surroundings:
    """The same surroundings for another text of the deck, with the same roots."""
    return replace(around, deck=deck, config=_configuration(deck, around.theme))


def _configuration(deck: Deck, theme: Theme) -> dict[str, Any]:
    """Slidev's configuration with the theme's defaults; a theme of one colour scheme has its way where any will do."""
    config, _ = resolve_configuration(deck.headmatter, deck.entry.stem, theme.defaults)
    if theme.scheme and config["colorSchema"] == "auto":
        config["colorSchema"] = theme.scheme
    return config
