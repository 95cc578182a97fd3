"""The deck's slides, from Markdown to compiled components: Python drafts all, then each engine is asked once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from slidewright.engine import Engine
from slidewright.model import Slide
from slidewright.parse.markdown.fences import CodeBlock
from slidewright.parse.markdown.notes import render_note
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.markdown.render import PLACEHOLDER, Formula, Markup
from slidewright.parse.markdown.render import render as render_markdown
from slidewright.parse.markdown.snippets import Snippet
from slidewright.render.alerts import alert_icon
from slidewright.render.formulas import rendered
from slidewright.render.listings import highlighted, with_listings
from slidewright.render.templates import Templates
from slidewright.render.vue import Compiled, NotCompiled, compile_all

Adapt = Callable[[Slide, str], str]  # gives the files in a slide's component their URLs
Layout = Callable[[Slide], str]  # the module of a slide's layout


@dataclass(frozen=True, slots=True)
class Draft:
    """A slide as Markdown leaves it; code, formulas and icons are placeholders."""

    slide: Slide
    markup: Markup
    title: Markup
    note: str
    note_formulas: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Drawings:
    """What the engines made of the drafts' code and formulas."""

    code: dict[CodeBlock, str]
    formulas: dict[Formula, str]
    unknown_languages: frozenset[CodeBlock]

    def fill(self, markup: Markup) -> str:
        """A template with its drawings in place."""
        code = [self.code[block] for block in markup.code]
        math = [self.formulas[formula] for formula in markup.formulas]
        parts = {"code": code, "math": math, "icon": [alert_icon(kind) for kind in markup.icons]}
        return PLACEHOLDER.sub(lambda match: parts[match[1]][int(match[2])], with_listings(markup))


@dataclass(frozen=True, slots=True)
class DrawnSlide:
    """A slide as components of the page, and its note as HTML. `source` is what its component was compiled from."""

    slide: Slide
    source: str
    component: Compiled | NotCompiled
    title: Compiled | NotCompiled
    note: str


def draft(slide: Slide, options: MarkdownOptions, snippet: Snippet, ruby: Any, with_note: bool) -> Draft:
    """Render one slide's Markdown, its title and its note."""
    note = slide.source_slide.note if with_note else None
    html, formulas = render_note(note or "", options.katex, ruby if isinstance(ruby, dict) else {})
    title = slide.source_slide.title
    return Draft(
        slide,
        render_markdown(slide.content.lstrip(), options, snippet),
        render_markdown("" if title is None else str(title), options),
        html,
        tuple(Formula(tex, False) for tex in formulas),
    )


def drawings(engine: Engine, drafts: Sequence[Draft]) -> Drawings:
    """Ask the highlighter and KaTeX for everything that the drafts hold."""
    markups = [markup for item in drafts for markup in (item.markup, item.title)]
    code, unknown = highlighted(engine, (block for markup in markups for block in markup.code))
    formulas = [formula for markup in markups for formula in markup.formulas]
    notes = [formula for item in drafts for formula in item.note_formulas]
    return Drawings(code, rendered(engine, [*formulas, *notes]), frozenset(unknown))


def compiled(
    engine: Engine, templates: Templates, drafts: Sequence[Draft], drawn: Drawings, layout: Layout, adapt: Adapt
) -> list[DrawnSlide]:
    """Compile the slides' components and titles, all at once."""
    sources = [adapt(item.slide, _source(templates, item, drawn, layout(item.slide))) for item in drafts]
    titles = [f"<template>{drawn.fill(item.title)}</template>" for item in drafts]
    results = compile_all(engine, [*sources, *titles])
    return [
        DrawnSlide(item.slide, source, results[source], results[title], _note(item, drawn))
        for item, source, title in zip(drafts, sources, titles, strict=True)
    ]


def _source(templates: Templates, item: Draft, drawn: Drawings, layout: str) -> str:
    context = {
        "template": drawn.fill(item.markup),
        "script_tag": item.markup.script_tag or "<script setup>",
        "script": item.markup.script or "",
        "blocks": item.markup.blocks,
        "layout": layout,
    }
    return templates.render("html/slide.vue.j2", context)


def _note(item: Draft, drawn: Drawings) -> str:
    formulas = [drawn.formulas[formula] for formula in item.note_formulas]
    return PLACEHOLDER.sub(lambda match: formulas[int(match[2])], item.note)
