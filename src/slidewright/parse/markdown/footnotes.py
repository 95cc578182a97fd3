"""Footnotes, as markdown-it-footnote has them (C.4)."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_inline, footnote_ref

from slidewright.parse.markdown.labels import label_end


def footnotes(md: MarkdownIt) -> None:
    """Add `[^1]` and `^[inline]`; the plugin's rules are asked only where they need not search the text in vain."""
    footnote_plugin(md)
    md.inline.ruler.at("footnote_inline", inline_footnote)
    md.inline.ruler.at("footnote_ref", reference)


def inline_footnote(state: StateInline, silent: bool) -> bool:
    """`^[text]` whose bracket closes."""
    return (
        state.src.startswith("^[", state.pos)
        and label_end(state, state.pos + 1) >= 0
        and bool(footnote_inline(state, silent))
    )


def reference(state: StateInline, silent: bool) -> bool:
    """`[^label]` of a label that the slide defines."""
    if not state.src.startswith("[^", state.pos):
        return False
    first = state.pos + 2
    closing = state.src.find("]", first, first + _longest(state) + 1)
    return closing >= 0 and bool(footnote_ref(state, silent))


def _longest(state: StateInline) -> int:
    """Length of the longest label that is defined: blocks are read before inline text, so that it stays."""
    if "longest_footnote" not in state.env:
        defined = state.env.get("footnotes", {}).get("refs", ())
        state.env["longest_footnote"] = max(map(len, defined), default=0)
    longest: int = state.env["longest_footnote"]
    return longest
