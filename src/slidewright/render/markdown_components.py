"""Markdown files as components, which Slidev takes from `components/` and from imports (undocumented there)."""

from __future__ import annotations

from collections.abc import Sequence

from slidewright.engine import Engine
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.markdown.render import Markup, render
from slidewright.render.drawings import drawings
from slidewright.text import Source


def markdown_components(engine: Engine, options: MarkdownOptions, sources: Sequence[Source]) -> list[str]:
    """Single-file components of Markdown files, their code and formulas drawn as on slides; all in one go."""
    markups = [render(source.text, options) for source in sources]
    drawn = drawings(engine, markups, (), options._replace(twoslash=False))
    return [_component(markup, drawn.fill(markup)) for markup in markups]


def _component(markup: Markup, template: str) -> str:
    script = f"{markup.script_tag}{markup.script}</script>" if markup.script_tag else ""
    return "\n".join([f"<template><div>\n{template}\n</div></template>", script, *markup.blocks])
