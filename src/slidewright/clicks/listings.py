"""Code, formulas and magic moves: how many stages they play, and from which click on (format C.5, C.7)."""

from __future__ import annotations

from typing import Any, NamedTuple

from slidewright.clicks.model import Kind
from slidewright.clicks.props import option
from slidewright.parse.markdown.fences import CodeBlock, code_block, range_stages
from slidewright.parse.markdown.magic_moves import is_magic_move
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.markdown.renderers import MATH_INFO
from slidewright.parse.markdown.snippets import SnippetImport, inline_snippets
from slidewright.parse.template import Node


class Played(NamedTuple):
    """Something that plays stages; `at` is UNKNOWN where it is an expression."""

    kind: Kind
    at: Any
    stages: int


def played(node: Node, options: MarkdownOptions) -> Played | None:
    """What a block of Markdown plays; None for one that has nothing to play."""
    if node.token is None or node.token.type not in ("fence", "math_block"):
        return None
    if node.token.type == "math_block":
        return _formula(node.token.info)
    token = node.token
    block = _block(token.info, token.content, token.markup, token.meta.get("snippet"), options)
    if block.kind == "magic-move":
        return Played("magic-move", _at(block.options, "at"), sum(max(1, len(step.ranges)) for step in block.steps))
    if block.kind == "monaco":
        at = option(block.options or "{}", "showOutputAt") if block.variant == "monaco-run" else None
        return Played("output", at, 2) if at not in (None, False, "", 0) else None
    return (
        Played("code", _at(block.options, "at"), len(block.ranges)) if block.kind == "plain" and block.ranges else None
    )


def _formula(info: str) -> Played | None:
    match = MATH_INFO.match(info)
    stages = range_stages(match[1] or "") if match else ()
    return Played("formula", _at(match[2] or "" if match else "", "at"), len(stages)) if stages else None


def _block(info: str, code: str, fence: str, imported: SnippetImport | None, options: MarkdownOptions) -> CodeBlock:
    """The block as Slidev's transformers see it; what imported files hold does not matter here."""
    if is_magic_move(info, fence):
        code = inline_snippets(code, lambda wanted: "")
    return code_block(imported.info if imported else info, code, fence, 0, options.monaco)


def _at(options: str, name: str) -> Any:
    value = option(options, name) if options else None
    return "+1" if value is None else value
