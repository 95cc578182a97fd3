"""The clicks of a show's slides, with what their layouts, components and layers have to do with them."""

from __future__ import annotations

import re
from functools import cached_property

from slidewright.check.components import component_files, components
from slidewright.check.layouts import layout_name, layouts
from slidewright.check.roots import roots, text_of
from slidewright.check.show import Show
from slidewright.clicks import SlideClicks, Surroundings, clicks_of
from slidewright.model import Slide
from slidewright.parse.vue_files import takes_clicks
from slidewright.resolve.outcomes import Part
from slidewright.vocabulary.components import kebab
from slidewright.vocabulary.layouts import BUILT_IN as BUILT_IN_LAYOUTS
from slidewright.vocabulary.layouts import Layout

LAYERS = ("slide-top.vue", "SlideTop.vue", "slide-bottom.vue", "SlideBottom.vue")
PLAIN = Layout("default", ("default",))


class Clicks:
    """The clicks of each slide of a show; what all slides share is looked up once."""

    def __init__(self, show: Show) -> None:
        self.show = show

    def of(self, part: Part, slide: Slide | None = None) -> SlideClicks:
        """The clicks of a source slide on a slide that shows it, by default the first one."""
        shown = slide or self.show.slide_of(part)
        frontmatter = shown.effective_frontmatter if shown else part.slide.frontmatter.mapping
        layout = layout_name(self.show, shown) if shown else "default"
        return clicks_of(part.slide, part.anatomy, frontmatter, self._surroundings(layout))

    def _surroundings(self, name: str) -> Surroundings:
        known = layouts(self.show)
        layout = BUILT_IN_LAYOUTS.get(name, Layout(name)) if known is None else known.get(name, PLAIN)
        doubt = f"the layout `{name}` may add clicks" if layout.takes_clicks else self._layers
        return Surroundings(layout.slots, self._components, doubt)

    @cached_property
    def _components(self) -> frozenset[str] | None:
        """The components that may take clicks, and those that use such a one."""
        if components(self.show) is None:
            return None
        texts = dict(component_files(self.show))
        taking = {name for name, text in texts.items() if takes_clicks(text)}
        found: set[str] = set()
        while taking - found:
            found |= taking
            taking = {name for name, text in texts.items() if any(_uses(text, other) for other in found)}
        return frozenset(found)

    @cached_property
    def _layers(self) -> str | None:
        """What a layer that lies on every slide may do."""
        for folder in roots(self.show).folders:
            for name in LAYERS:
                if takes_clicks(text_of(self.show, folder / name)):
                    return f"`{name}` may add clicks"
        return None


def _uses(text: str, component: str) -> bool:
    """Does a template hold a component's tag?"""
    return re.search(rf"<(?:{re.escape(component)}|{re.escape(kebab(component))})[\s/>]", text) is not None
