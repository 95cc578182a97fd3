"""What the engines make of slides' code and formulas, and how it goes into their templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from slidewright.engine import Engine
from slidewright.parse.markdown.fences import CodeBlock
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.markdown.render import PLACEHOLDER, Markup
from slidewright.parse.markdown.renderers import Formula
from slidewright.render.alerts import alert_icon
from slidewright.render.diagrams import compressed_sources
from slidewright.render.editors import modified, original
from slidewright.render.formulas import rendered
from slidewright.render.listings import highlighted, listed, with_listings
from slidewright.render.moves import compressed_moves
from slidewright.render.twoslash import TypedCode, typed_code


@dataclass(frozen=True, slots=True)
class Drawings:
    """The drawings of a deck's code and formulas.

    `code` is the HTML of listings, and what goes into an attribute for diagrams and magic moves. `unknown` are the
    languages in a block that the highlighter does not know.
    """

    code: Mapping[CodeBlock, str]
    formulas: Mapping[Formula, str]
    unknown: Mapping[CodeBlock, tuple[str, ...]]
    plantuml_server: str
    typed: Mapping[CodeBlock, TypedCode]

    def fill(self, markup: Markup) -> str:
        """A template with its drawings in place."""
        parts = {
            "code": [self.code[original(block) if block.kind == "monaco" else block] for block in markup.code],
            "diff": [self.code.get(modified(block) or block, "") for block in markup.code],
            "math": [self.formulas[formula] for formula in markup.formulas],
            "icon": [alert_icon(kind) for kind in markup.icons],
        }
        template = with_listings(markup, self.plantuml_server)
        return PLACEHOLDER.sub(lambda match: parts[match[1]][int(match[2])], template)

    def remarks(self, markup: Markup) -> Iterator[tuple[str, int]]:
        """What there is to say of a template's typed code, with its line."""
        for block in markup.code:
            if item := self.typed.get(block):
                yield from ((remark, block.line) for remark in item.remarks())

    def unknown_languages(self, markup: Markup) -> tuple[tuple[str, int], ...]:
        """The languages in a slide that the highlighter does not know, with 0-based lines."""
        return tuple(
            (language, block.line)
            for block in markup.code
            for language in self.unknown.get(original(block) if block.kind == "monaco" else block, ())
        )


def drawings(engine: Engine, markups: Sequence[Markup], notes: Sequence[Formula], options: MarkdownOptions) -> Drawings:
    """Ask the highlighter, TypeScript and KaTeX for everything that slides, titles and notes hold."""
    blocks = [block for markup in markups for block in markup.code]
    typed = typed_code(engine, blocks) if options.twoslash else {}
    with_types = {block: item.html for block, item in typed.items() if item.html}
    code, strange = highlighted(engine, listed(block for block in blocks if block not in with_types))
    moves, unknown = compressed_moves(engine, blocks, options.line_numbers)
    sources = compressed_sources(engine, blocks)
    formulas = [formula for markup in markups for formula in markup.formulas]
    return Drawings(
        {**code, **with_types, **moves, **sources},
        rendered(engine, [*formulas, *notes]),
        {**{block: (block.language,) for block in strange}, **unknown},
        options.plantuml_server,
        typed,
    )
