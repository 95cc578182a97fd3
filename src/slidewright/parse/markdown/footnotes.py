"""Footnotes, as markdown-it-footnote has them (C.4)."""

from __future__ import annotations

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin


def footnotes(md: MarkdownIt) -> None:
    """Add `[^1]` and `^[inline]`."""
    footnote_plugin(md)
