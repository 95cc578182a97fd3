"""Slides, from Markdown to compiled components: Python drafts all, then each engine is asked once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from slidewright.engine import Engine
from slidewright.model import Slide
from slidewright.parse.markdown.notes import render_note
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.markdown.render import PLACEHOLDER, Markup
from slidewright.parse.markdown.render import render as render_markdown
from slidewright.parse.markdown.renderers import Formula
from slidewright.parse.markdown.snippets import Snippet
from slidewright.render.diagrams import diagrams
from slidewright.render.drawings import Drawings
from slidewright.render.drawings import drawings as drawings_of
from slidewright.render.files import SlideFiles
from slidewright.render.icons import title_icons
from slidewright.render.katex_fonts import faces
from slidewright.render.listings import unplayed
from slidewright.render.parts import SlideParts
from slidewright.render.rows import values
from slidewright.render.templates import Templates
from slidewright.render.urls import rewrite_component
from slidewright.render.vue import compile_all

Files = Callable[[Slide], SlideFiles]
Layout = Callable[[Slide], str]  # the module of a slide's layout

_VARIABLE = re.compile(r"var\(--asset-([0-9a-f]+)\)")


@dataclass(frozen=True, slots=True)
class Draft:
    """A slide as Markdown leaves it; code, formulas and icons are placeholders."""

    slide: Slide
    markup: Markup
    title: Markup
    note: str
    note_formulas: tuple[Formula, ...]


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


def drawings(engine: Engine, drafts: Sequence[Draft], options: MarkdownOptions) -> Drawings:
    """Ask the highlighter and KaTeX for everything that the drafts hold."""
    markups = [markup for item in drafts for markup in (item.markup, item.title)]
    notes = [formula for item in drafts for formula in item.note_formulas]
    return drawings_of(engine, markups, notes, options)


def finished(
    engine: Engine, templates: Templates, drafts: Sequence[Draft], drawn: Drawings, layout: Layout, files: Files
) -> list[SlideParts]:
    """Compile the slides' components and titles, all at once."""
    sources = [
        rewrite_component(_source(templates, item, drawn, layout(item.slide)), files(item.slide).url) for item in drafts
    ]
    titles = [f"<template><div>{drawn.fill(item.title)}</div></template>" for item in drafts]  # as a slide's root
    components = compile_all(engine, [*sources, *titles])
    notes = [_note(item, drawn) for item in drafts]
    texts = [source + _class_text(item, note) for item, source, note in zip(drafts, sources, notes, strict=True)]
    tokens = engine.call_many("uno", "extract", [{"text": text} for text in texts])
    return [
        SlideParts(
            components[source],
            components[title],
            note,
            tuple(found.get("tokens", ())),
            tuple(sorted(set(_VARIABLE.findall(source)))),
            _faces(item, drawn),
            tuple(sorted(map(str, files(item.slide).used))),
            tuple(unplayed(item.markup)),
            drawn.unknown_languages(item.markup),
            tuple(drawn.remarks(item.markup)),
            diagrams(item.markup.code, drawn.plantuml_server),
        )
        for item, source, title, note, found in zip(drafts, sources, titles, notes, tokens, strict=True)
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


def _faces(item: Draft, drawn: Drawings) -> tuple[str, ...]:
    """The KaTeX fonts that a slide's formulas need; none without formulas."""
    wanted = [*item.markup.formulas, *item.title.formulas, *item.note_formulas]
    return tuple(sorted(faces(drawn.formulas[formula] for formula in wanted))) if wanted else ()


def _note(item: Draft, drawn: Drawings) -> str:
    formulas = [drawn.formulas[formula] for formula in item.note_formulas]
    return PLACEHOLDER.sub(lambda match: formulas[int(match[2])], item.note)


def _class_text(item: Draft, note: str) -> str:
    """Frontmatter, titles' icons (`[a.ts ~i-carbon:rocket~]`) and note: where classes may stand that no tag has."""
    icons = (icon for block in item.markup.code for icon in title_icons(block.title))
    texts = " ".join([*(text for _, text in values(item.slide.effective_frontmatter)), *icons])
    return f'\n<i class="{escape(texts)}"></i>\n{note}'
