"""KaTeX rules (C.7), in force only where a deck is detected to use maths."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

BLOCK_INFO = re.compile(r"\s*(?:\{([\w,|\-*]+)\})?\s*(\{[^}]*\})?", re.A)


def maths(md: MarkdownIt) -> None:
    """Add `$…$` and `$$…$$`."""
    alternatives = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.inline.ruler.after("escape", "math_inline", math_inline)
    md.block.ruler.after("blockquote", "math_block", math_block, alternatives)  # type: ignore[arg-type]


def math_inline(state: StateInline, silent: bool) -> bool:
    """`$tex$`: no blank inside the dollars, no digit after the closing one."""
    src, start = state.src, state.pos
    if src[start] != "$":
        return False
    if not _can_open(state, start):
        return _text(state, "$", silent)
    end = _closing(src, start + 1)
    if end < 0:
        return _text(state, "$", silent)
    if end == start + 1:
        return _text(state, "$$", silent)
    if not _can_close(state, end):
        return _text(state, "$", silent)
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.markup = "$"
        token.content = src[start + 1 : end]
    state.pos = end + 1
    return True


def _text(state: StateInline, text: str, silent: bool) -> bool:
    if not silent:
        state.pending += text
    state.pos += len(text)
    return True


def _closing(src: str, start: int) -> int:
    """Offset of the next dollar that no odd number of backslashes escapes, or -1."""
    end = src.find("$", start)
    while end >= 0:
        slashes = end - len(src[:end].rstrip("\\")) if src[end - 1] == "\\" else 0
        if slashes % 2 == 0:
            return end
        end = src.find("$", end + 1)
    return -1


def _can_open(state: StateInline, pos: int) -> bool:
    return state.src[pos + 1 : pos + 2] not in (" ", "\t")


def _can_close(state: StateInline, pos: int) -> bool:
    following = state.src[pos + 1 : pos + 2] if pos + 1 < state.posMax else ""
    return state.src[pos - 1] not in " \t" and not (following.isascii() and following.isdigit())


def math_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """`$$` at the start of a line, to a line that ends in `$$`, or to the end."""
    pos = state.bMarks[start_line] + state.tShift[start_line]
    first = state.src[pos : state.eMarks[start_line]]
    if not first.startswith("$$"):
        return False
    if silent:
        return True
    first = first[2:]
    info, lines, line = "", [], start_line
    if first.strip().endswith("$$"):
        lines.append(first.strip()[:-2])
    else:
        info = first
        line, lines = _body(state, start_line, end_line)
    state.line = line + 1
    token = state.push("math_block", "math", 0)
    token.block = True
    token.content = "\n".join(lines)
    token.info = info
    token.map = [start_line, state.line]
    token.markup = "$$"
    return True


def _body(state: StateBlock, start_line: int, end_line: int) -> tuple[int, list[str]]:
    """The last line of a block whose formula begins on the next line, and the formula's lines."""
    lines: list[str] = []
    line = start_line
    while True:
        line += 1
        if line >= end_line:
            return line - 1, [*lines, ""]
        pos = state.bMarks[line] + state.tShift[line]
        if pos < state.eMarks[line] and state.tShift[line] < state.blkIndent:
            return line, [*lines, ""]
        text = state.src[pos : state.eMarks[line]].strip()
        if text.endswith("$$"):
            last = state.src[pos : state.eMarks[line]].rstrip()[:-2]
            return line, [*lines, last] if last.strip() else [*lines, ""]
        lines.append(state.getLines(line, line + 1, state.tShift[start_line], False))
