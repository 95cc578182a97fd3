"""The click model: how many clicks a slide has and when each of its parts shows, as Slidev counts (format part E).

Worked out from the text alone, without a browser. What only the page can tell is a doubt, never a guess.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from slidewright.clicks.model import Doubt, Kind, NoteMark, SlideClicks, Surroundings, Target
from slidewright.clicks.props import slot_name
from slidewright.clicks.values import as_number
from slidewright.clicks.vnodes import Tree, VNode
from slidewright.clicks.walk import Walk
from slidewright.model import SourceSlide
from slidewright.parse.anatomy import Anatomy
from slidewright.parse.markdown.notes import CLICK
from slidewright.parse.template import tree
from slidewright.text import Location, Span

__all__ = ["Doubt", "Kind", "NoteMark", "SlideClicks", "Surroundings", "Target", "clicks_of"]

TAKING = ("v-", "<V", "{", "magic-move", "<Code", "<KaTex", "<RenderWhen", "<component", "<Component")
"""Texts one of which everything has that may take clicks and is no component of the deck."""
COUNTING = re.compile(r"clicksContext|useSlideContext|\$clicks\b")

HERE = Surroundings()
NOTHING: Mapping[str, Any] = {}


def clicks_of(
    slide: SourceSlide,
    anatomy: Anatomy,
    frontmatter: Mapping[str, Any] = NOTHING,
    surroundings: Surroundings = HERE,
) -> SlideClicks:
    """The clicks of a slide, whose `frontmatter` is the one in force: its importers' and the deck's defaults merged."""
    walk = Walk(slide, anatomy.options, surroundings)
    if "<" in slide.content or any(mark in slide.content for mark in TAKING):
        _walk(walk, slide, anatomy, surroundings)
    doubts = [*walk.doubts, *_elsewhere(slide, anatomy, surroundings)]
    doubts += _refusals(slide, anatomy) if walk.counter.registered else ()
    counted = _whole(walk.counter.total)
    given = as_number(frontmatter["clicks"]) if frontmatter.get("clicks") is not None else math.nan
    is_given = math.isfinite(given)
    return SlideClicks(
        total=_whole(given) if is_given else counted,
        counted=counted,
        first=_first(frontmatter.get("clicksStart")),
        is_given=is_given,
        targets=tuple(walk.targets),
        doubts=tuple(doubts),
        notes=tuple(_note_marks(slide)),
    )


def _walk(walk: Walk, slide: SourceSlide, anatomy: Anatomy, surroundings: Surroundings) -> None:
    """Visit the slots in the order of the layout; what fills none of them is not rendered."""
    made = Tree()
    filled: dict[str, list[VNode]] = {"default": []}
    for vnode in made.vnodes(tree(anatomy, exact=True).children, (0, len(slide.content))):
        name = slot_name(vnode)
        filled.setdefault(name or "default", []).extend((vnode,) if name is None else vnode.children)
    for name in surroundings.slots if surroundings.slots is not None else filled:
        before = walk.counter.registered
        vnodes = filled.get(name, [])
        walk.all(vnodes)
        if surroundings.slots is None and name != "default" and walk.counter.registered > before:
            walk.doubt("the order of the layout's slots is not known", vnodes[0])


def _refusals(slide: SourceSlide, anatomy: Anatomy) -> Iterator[Doubt]:
    """What Vue refuses: such a slide shows an error in place of everything."""
    fault = next(iter(anatomy.faults), None)
    flawed = next((tag for tag in anatomy.tags if tag.flaw is not None), None)
    at = fault.event.at if fault is not None else flawed.start if flawed is not None else None
    if at is not None:
        yield Doubt("Vue refuses the slide", slide.locate(at, at + 1))


def _elsewhere(slide: SourceSlide, anatomy: Anatomy, surroundings: Surroundings) -> Iterator[Doubt]:
    """Clicks that a script of the slide, its layout or a layer may add."""
    for tag in anatomy.tags:
        if tag.name == "script" and tag.inner and COUNTING.search(slide.content, *tag.inner):
            yield Doubt("the script of the slide reads or counts clicks", slide.locate(tag.start, tag.end))
    if surroundings.doubt is not None:
        yield Doubt(surroundings.doubt, slide.locate(0, 0))


def _note_marks(slide: SourceSlide) -> Iterator[NoteMark]:
    click = 0
    for match in CLICK.finditer(slide.note or ""):
        assert slide.note_span is not None
        click += int(match[1]) if match[1] is not None else 1
        span = Span(match.start(), match.end()).shift(slide.note_span.start)
        yield NoteMark(click, Location(slide.source, span))


def _first(value: Any) -> float:
    start = as_number(value)
    return _whole(start) if math.isfinite(start) else 0


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value
