"""Slot sugar: a line `::name::` opens a slot of the layout (C.8)."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

MARKER = re.compile(r"::\s*([\w.\-:]+)\s*::\s*\Z", re.A)


def slots(md: MarkdownIt) -> None:
    """Add the marker rule and the step that turns markers into templates."""
    alternatives = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("fence", "slot_marker", slot_marker, alternatives)  # type: ignore[arg-type]
    md.core.ruler.push("slot_templates", slot_templates)


def slot_marker(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The block rule."""
    if state.sCount[start_line] - state.blkIndent > 0:
        return False
    match = MARKER.match(state.src[state.bMarks[start_line] + state.tShift[start_line] : state.eMarks[start_line]])
    if match is None:
        return False
    if not silent:
        token = state.push("slot_marker", "", 0)
        token.meta["slot"] = match[1]
        token.map = [start_line, start_line + 1]
        state.line = start_line + 1
    return True


def slot_templates(state: StateCore) -> None:
    """Everything from a marker to the next one, or to the end, goes into the slot's template."""
    if not any(token.type == "slot_marker" for token in state.tokens):
        return
    tokens: list[Token] = []
    is_open = False
    for token in state.tokens:
        if token.type != "slot_marker":
            tokens.append(token)
            continue
        if is_open:
            tokens.append(_html("\n</template>\n"))
        opening = _html(f'\n<template v-slot:{token.meta["slot"]}="slotProps">\n')
        opening.meta = {"slot": token.meta["slot"], "line": token.map[0] if token.map else 0}
        tokens.append(opening)
        is_open = True
    tokens.append(_html("\n</template>\n"))
    state.tokens = tokens


def _html(content: str) -> Token:
    return Token("html_block", "", 0, content=content)
