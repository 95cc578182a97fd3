"""The Markdown engine: markdown-it with Slidev's options and rules, in Slidev's order (C.1)."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from slidewright.parse.markdown.addresses import bare_addresses
from slidewright.parse.markdown.alerts import alerts
from slidewright.parse.markdown.footnotes import footnotes
from slidewright.parse.markdown.html_blocks import components
from slidewright.parse.markdown.labels import labels
from slidewright.parse.markdown.maths import maths
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.markdown.positions import definitions, positions
from slidewright.parse.markdown.slots import slots
from slidewright.parse.markdown.snippets import snippets
from slidewright.parse.markdown.tasks import tasks

OPTIONS = {"html": True, "linkify": True, "typographer": True, "xhtmlOut": True, "quotes": "\"\"''", "maxNesting": 100}


def engine(options: MarkdownOptions) -> MarkdownIt:
    """An engine that renders slides."""
    md = MarkdownIt("js-default", OPTIONS)
    assert md.linkify is not None
    md.linkify.set({"fuzzy_link": False})
    for rules in _rules(options):
        rules(md)
    return md


def _rules(options: MarkdownOptions) -> list[Callable[[MarkdownIt], None]]:
    """Slidev's plugins that change what is parsed, in its order."""
    return [
        labels,
        components,
        snippets,
        footnotes,
        tasks,
        *([maths] if options.katex else []),
        slots,
        *([_comark] if options.comark else []),
        alerts,
    ]


def _comark(md: MarkdownIt) -> None:
    from slidewright.parse.markdown.comark import comark  # most decks do without

    comark(md)


TRIGGERS = frozenset("[<{:@$`")
"""Characters one of which every inline reference needs."""


def reference_engine(options: MarkdownOptions) -> MarkdownIt:
    """An engine that finds references: the same rules, with places noted and everything cosmetic left out."""
    md = engine(options)
    positions(md)
    definitions(md)
    md.disable(["replacements", "smartquotes", "text_join", "linkify"])
    md.core.ruler.after("inline", "bare_addresses", bare_addresses)
    md.core.ruler.at("inline", _inline_where_needed)
    return md


def _inline_where_needed(state: StateCore) -> None:
    """Parse inline text only where something in it could begin a reference."""
    for token in state.tokens:
        if token.type == "inline":
            if token.children is None:
                token.children = []
            if not TRIGGERS.isdisjoint(token.content):
                state.md.inline.parse(token.content, state.md, state.env, token.children)
