"""Presenter notes as HTML (B.8): click marks, ruby, then a smaller Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from slidewright.parse.javascript import string

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

CLICK = re.compile(r"\[click(?::(\d+))?\]", re.I)
WORD = re.compile(r"[\w-]+\Z", re.A)


def note_markdown(note: str, ruby: Mapping[str, Any]) -> str:
    """The note with `[click]` marks and readings put in, still Markdown."""
    total = 0

    def mark(match: re.Match[str]) -> str:
        nonlocal total
        total += int(match[1]) if match[1] is not None else 1
        return f'<span class="slidev-note-click-mark" data-clicks="{total}"></span>'

    return _with_ruby(CLICK.sub(mark, note), ruby)


def _with_ruby(note: str, ruby: Mapping[str, Any]) -> str:
    words = sorted(ruby, key=len, reverse=True)
    if not words:
        return note
    patterns = [rf"\b{re.escape(word)}\b" if WORD.match(word) else re.escape(word) for word in words]
    return re.sub(
        "|".join(patterns), lambda match: f"<ruby>{match[0]}<rt>{string(ruby[match[0]])}</rt></ruby>", note, flags=re.A
    )


def render_note(note: str, katex: bool, ruby: Mapping[str, Any]) -> tuple[str, Sequence[str]]:
    """A note's HTML with placeholders `math` for its formulas, and their TeX."""
    from slidewright.parse.markdown.renderers import Collected

    collected = Collected()
    html = _engine(katex).render(note_markdown(note, ruby), {"collected": collected})
    return html, [formula.tex for formula in collected.formulas]


@lru_cache(maxsize=2)
def _engine(katex: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt

    from slidewright.parse.markdown.maths import maths
    from slidewright.parse.markdown.renderers import NOTE_RULES

    md = MarkdownIt("js-default", {"html": True})
    if katex:
        maths(md)
    for token, rule in NOTE_RULES.items():
        md.add_render_rule(token, rule)
    return md
