"""Icons that a slide names and the page cannot draw, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from slidewright.diagnostics import Diagnostic
from slidewright.icons import IconSets, absence
from slidewright.model import Slide
from slidewright.render.icons import icon_of_import
from slidewright.render.parts import SlideParts
from slidewright.render.problems import first_line, warning
from slidewright.render.vue import Compiled
from slidewright.text import Span
from slidewright.vocabulary.icons import CLASS, Icon, icon_of_tag, icons_of_class

RULE = "unknown-icon"


def of_icons(
    slides: Iterable[tuple[Slide, SlideParts]], sets: IconSets, is_component: Callable[[str], bool]
) -> Iterator[Diagnostic]:
    """What the slides' tags, imports and classes ask for and no set has; a set that is not there is named once."""
    absent: set[str] = set()
    for slide, parts in slides:
        for written, icon, tag in _named(parts, is_component):
            place = _place(slide, written)
            if place is None or icon.set in absent or sets.may_have(icon):
                continue
            if not sets.has(icon.set):
                absent.add(icon.set)
            message, help, _, cause = absence(icon, sets, tag)
            yield warning(RULE, message, slide, place, help)._replace(cause=cause)


def _named(parts: SlideParts, is_component: Callable[[str], bool]) -> Iterator[tuple[str, Icon, str | None]]:
    """How each icon is written, the icon, and the tag where it is one."""
    if isinstance(parts.component, Compiled):
        for tag in parts.component.components:
            if not is_component(tag) and (icon := icon_of_tag(tag)) is not None:
                yield f"<{tag}", icon, tag
        for name in parts.component.requires:
            if (icon := icon_of_import(name)) is not None:
                yield name, icon, None
    yield from ((written, icon, None) for written, icon in _classes(parts))


def _classes(parts: SlideParts) -> Iterator[tuple[str, Icon]]:
    for token in parts.tokens:
        for match in CLASS.finditer(token) if "i-" in token else ():
            for icon in icons_of_class(match[1])[:1]:
                yield f"i-{match[1]}", icon


def _place(slide: Slide, written: str) -> Span | None:
    """Where the slide has it first; a tag or an import that it does not show stands on its first line.

    A class that the slide does not have is one that the client would like for the title of a listing.
    """
    span = slide.source_slide.content_span
    match = re.compile(rf"{re.escape(written)}(?![\w-])").search(slide.source.text, *span)
    if match:
        return Span(match.start() + written.startswith("<"), match.end())
    return None if written.startswith("i-") else first_line(slide)
