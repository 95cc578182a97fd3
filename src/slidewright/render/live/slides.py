"""The slides of a live page: one that has not changed is not looked at again."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from slidewright.model import Slide
from slidewright.render.fonts.characters import shown_characters
from slidewright.render.live.deck import Shown, digest
from slidewright.render.own import guarded_slide
from slidewright.render.parts import SlideParts
from slidewright.render.pieces import Component, Pieces
from slidewright.render.roots_code import RootsCode
from slidewright.render.rows import values
from slidewright.render.vue import Compiled, NotCompiled

_Key = tuple[Any, ...]
_NAME = 40  # characters
Choose = Callable[[Sequence[int]], Collection[int]]
"""Which of the slides that are not made yet are to be made now, by their numbers."""


@dataclass(frozen=True)
class LiveSlide:
    """A slide that is made: `key` tells it from any other, `row` is its row of `#slidev/slides`."""

    key: str
    parts: SlideParts
    row: str

    files: tuple[PurePosixPath, ...] = ()

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points that it may show."""
        parts = (self.parts.component, self.parts.title)
        return shown_characters([self.row, *(part.code for part in parts if isinstance(part, Compiled))])


class LiveSlides:
    """Makes slides and remembers those of the last deck."""

    def __init__(self) -> None:
        self._known: dict[_Key, LiveSlide] = {}

    def made(self, pieces: Pieces, choose: Choose) -> list[LiveSlide | None]:
        """The slides of a deck; of new ones those that are chosen, and None for the others."""
        slides = pieces.deck.slides
        keys = [_key(pieces, slide) for slide in slides]
        missing = {slide.no: key for key, slide in zip(keys, slides, strict=True) if key not in self._known}
        chosen = choose(list(missing)) if missing else ()
        made = _made(pieces, {missing[no]: slides[no - 1] for no in chosen})
        self._known = {key: slide for key in keys if (slide := self._known.get(key) or made.get(key))}
        for slide in self._known.values():
            for path in slide.files:
                pieces.assets.id(path)
        return [self._known.get(key) for key in keys]


def _made(pieces: Pieces, missing: dict[_Key, Slide]) -> dict[_Key, LiveSlide]:
    parts = pieces.maker.parts_of(list(missing.values())) if missing else []
    return {key: _live(pieces, key, slide, part) for (key, slide), part in zip(missing.items(), parts, strict=True)}


def _live(pieces: Pieces, key: _Key, slide: Slide, parts: SlideParts) -> LiveSlide:
    row = pieces.row(slide, parts)
    targets = (pieces.files[slide.no].target(text) for _, text in values(slide.effective_frontmatter))
    named = [target.path for target in targets if target is not None and target.path is not None]
    return LiveSlide(digest(repr(key)), parts, row, (*map(PurePosixPath, parts.files), *named))


def _key(pieces: Pieces, slide: Slide) -> _Key:
    """Everything that a slide is made from, whatever its place."""
    source, maker = slide.source_slide, pieces.maker
    snippets = maker.targets.snippets(slide.no)
    return (
        slide.content,
        source.note,
        str(source.title),
        source.level,
        json.dumps(slide.effective_frontmatter, default=str),
        pieces.around.layout(slide),
        tuple(pieces.files[slide.no].state()),
        tuple(sorted((text, str(maker.targets.state(target, pieces.assets))) for text, target in snippets.items())),
        pieces.options,
        str(maker.ruby),
        pieces.around.state,
    )


class Placed(NamedTuple):
    """A slide as the page has it, the modules it consists of, and why it cannot be shown, if it cannot."""

    shown: Shown
    modules: dict[str, str]
    fault: NotCompiled | None


def placed(pieces: Pieces, slide: Slide, live: LiveSlide, own: RootsCode) -> Placed:
    """A slide that is made, linked with the deck's own code."""
    modules = {}
    names = []
    faults = []
    for kind, component in (("slide", live.parts.component), ("title", live.parts.title)):
        linked = pieces.linked(slide, component, own)
        faults += [linked] if kind == "slide" and isinstance(linked, NotCompiled) else []
        body = body_of(pieces, slide, kind, linked)
        name = f"slidewright/{kind}/{digest(body)}"
        modules[name] = body
        names.append(name)
    return Placed(Shown(live.key, live.row, names[0], names[1], name_of(slide)), modules, next(iter(faults), None))


def body_of(pieces: Pieces, slide: Slide, kind: str, component: Component) -> str:
    """The module of a component, the same wherever the slide stands."""
    if kind == "slide" and isinstance(component, Compiled):
        return guarded_slide(None, component.code)
    return pieces.body(slide, kind, component)


def unmade(slide: Slide) -> Shown:
    """The place of a slide that is still to be made: what navigation needs of it is known."""
    values = {"title": slide.source_slide.title, "level": slide.source_slide.level, "noteHTML": "", "note": ""}
    row = {"frontmatter": dict(slide.effective_frontmatter), "slide": values, "files": [], "css": []}
    text = json.dumps(row, default=str)
    return Shown(digest(text), text, name=name_of(slide))


def name_of(slide: Slide) -> str:
    """What an author would call a slide."""
    title = slide.source_slide.title
    return str(title) if title else slide.content.strip()[:_NAME]
