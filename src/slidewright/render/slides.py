"""Slides, from Markdown to compiled components: Python drafts all, then each engine is asked once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from slidewright.engine import Engine
from slidewright.model import Slide
from slidewright.parse.markdown.fences import CodeBlock
from slidewright.parse.markdown.notes import render_note
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.markdown.render import PLACEHOLDER, Markup
from slidewright.parse.markdown.render import render as render_markdown
from slidewright.parse.markdown.renderers import Formula
from slidewright.parse.markdown.snippets import Snippet
from slidewright.render.alerts import alert_icon
from slidewright.render.files import SlideFiles
from slidewright.render.formulas import rendered
from slidewright.render.katex_fonts import faces
from slidewright.render.listings import highlighted, unplayed, with_listings
from slidewright.render.parts import SlideParts
from slidewright.render.rows import values
from slidewright.render.templates import Templates
from slidewright.render.twoslash import TypedCode, typed_code
from slidewright.render.urls import rewrite_component
from slidewright.render.vue import compile_all

Files = Callable[[Slide], SlideFiles]
Layout = Callable[[Slide], str]  # the module of a slide's layout

_TITLE_ICON = re.compile("~([^~]+)~")
_VARIABLE = re.compile(r"var\(--asset-([0-9a-f]+)\)")


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
    typed: dict[CodeBlock, TypedCode]

    def fill(self, markup: Markup) -> str:
        """A template with its drawings in place."""
        code = [self.code[block] for block in markup.code]
        math = [self.formulas[formula] for formula in markup.formulas]
        parts = {"code": code, "math": math, "icon": [alert_icon(kind) for kind in markup.icons]}
        return PLACEHOLDER.sub(lambda match: parts[match[1]][int(match[2])], with_listings(markup))

    def remarks(self, markup: Markup) -> Iterator[tuple[str, int]]:
        """What there is to say of a template's typed code, with its line."""
        for block in markup.code:
            if item := self.typed.get(block):
                yield from ((remark, block.line) for remark in item.remarks())

    def faces(self, item: Draft) -> tuple[str, ...]:
        """The KaTeX fonts that a slide's formulas need; none without formulas."""
        wanted = [*item.markup.formulas, *item.title.formulas, *item.note_formulas]
        return tuple(sorted(faces(self.formulas[formula] for formula in wanted))) if wanted else ()


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


def drawings(engine: Engine, drafts: Sequence[Draft], twoslash: bool) -> Drawings:
    """Ask the highlighter, TypeScript (where `twoslash` is on) and KaTeX for everything that the drafts hold."""
    markups = [markup for item in drafts for markup in (item.markup, item.title)]
    blocks = [block for markup in markups for block in markup.code]
    typed = typed_code(engine, blocks) if twoslash else {}
    with_types = {block: item.html for block, item in typed.items() if item.html}
    code, unknown = highlighted(engine, (block for block in blocks if block not in with_types))
    formulas = [formula for markup in markups for formula in markup.formulas]
    notes = [formula for item in drafts for formula in item.note_formulas]
    return Drawings(code | with_types, rendered(engine, [*formulas, *notes]), frozenset(unknown), typed)


def finished(
    engine: Engine, templates: Templates, drafts: Sequence[Draft], drawn: Drawings, layout: Layout, files: Files
) -> list[SlideParts]:
    """Compile the slides' components and titles, all at once."""
    sources = [
        rewrite_component(_source(templates, item, drawn, layout(item.slide)), files(item.slide).url) for item in drafts
    ]
    titles = [f"<template>{drawn.fill(item.title)}</template>" for item in drafts]
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
            drawn.faces(item),
            tuple(sorted(map(str, files(item.slide).used))),
            tuple((block.kind, block.line) for block in unplayed(item.markup)),
            tuple((block.language, block.line) for block in item.markup.code if block in drawn.unknown_languages),
            tuple(drawn.remarks(item.markup)),
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


def _note(item: Draft, drawn: Drawings) -> str:
    formulas = [drawn.formulas[formula] for formula in item.note_formulas]
    return PLACEHOLDER.sub(lambda match: formulas[int(match[2])], item.note)


def _class_text(item: Draft, note: str) -> str:
    """Frontmatter, titles' icons (`[a.ts ~i-carbon:rocket~]`) and note: where classes may stand that no tag has."""
    icons = (icon for block in item.markup.code for icon in _TITLE_ICON.findall(block.title))
    texts = " ".join([*(text for _, text in values(item.slide.effective_frontmatter)), *icons])
    return f'\n<i class="{escape(texts)}"></i>\n{note}'
