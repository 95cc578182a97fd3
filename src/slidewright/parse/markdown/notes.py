"""Presenter notes as HTML (B.8): click marks, ruby, then a smaller Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from slidewright.parse.javascript import string

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
    from markdown_it import MarkdownIt

    from slidewright.parse.markdown.maths import maths
    from slidewright.parse.markdown.render import Collected, _link_close, _link_open, _math_inline

    md = MarkdownIt("js-default", {"html": True})
    collected = Collected()
    if katex:
        maths(md)
        md.add_render_rule("math_inline", _math_inline(collected))
        md.add_render_rule("math_block", _math_inline(collected))
    md.add_render_rule("link_open", _link_open)
    md.add_render_rule("link_close", _link_close)
    return md.render(note_markdown(note, ruby)), [formula.tex for formula in collected.formulas]
