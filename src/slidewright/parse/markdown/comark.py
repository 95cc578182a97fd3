"""Comark (once MDC): components and attributes in Markdown, for decks with `comark: true` or `mdc: true` (C.9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from slidewright.parse.markdown.props import Props, put_props, read_props

NAME = re.compile(r"[a-z$][$\w.-]*", re.I | re.A)
SHORTHAND = re.compile(r":\w", re.A)
BEFORE_COMPONENT = " \t\n*_["
CASE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9$]+|[A-Z]|\d+", re.A)
ATTRIBUTED = ("heading_open", "paragraph_open", "list_item_open")


class Params(NamedTuple):
    """What follows the colons of a component: name, `[content]`, `{props}`, and what is none of these."""

    name: str
    content: str | None
    props: Props
    rest: str


def comark(md: MarkdownIt) -> None:
    """Add the rules, in Comark's order."""
    blocks = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("fence", "comark_shorthand", shorthand)
    md.block.ruler.before("fence", "comark_block", block, blocks)  # type: ignore[arg-type]
    md.block.ruler.after("code", "comark_slot", slot)
    md.inline.ruler.after("entity", "comark_props", inline_props)
    md.inline.ruler.before("link", "comark_span", inline_span)
    md.inline.ruler.after("entity", "comark_component", inline_component)
    md.core.ruler.push("comark_attributes", attributes)


def params(text: str) -> Params | None:
    """Read a component's name, content and props; None where no name begins."""
    text = text.strip()
    if not text:
        return Params("", None, [], "")
    match = NAME.match(text)
    if match is None:
        return None
    rest, content, props = text[match.end() :].strip(), None, []
    bracket = bracket_end(rest, 0) if rest.startswith("[") else None
    if bracket is not None:
        content, rest = rest[1:bracket], rest[bracket + 1 :].strip()
    found = read_props(rest) if rest.startswith("{") else None
    if found:
        props, rest = found[0], rest[found[1] :].strip()
    return Params(kebab(match[0]), content, props, rest)


def kebab(name: str) -> str:
    """`MyBlock` as `my-block`."""
    return "-".join(part.lower() for part in CASE.findall(name)) if not name.islower() else re.sub(r"[_/.]", "-", name)


def bracket_end(text: str, start: int) -> int | None:
    """Offset of the first unescaped `]` after `start`."""
    at = start + 1
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == "]":
            return at
        at += 1
    return None


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def shorthand(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """`:name[content]{props}` alone on a line."""
    text = _line(state, start_line)
    found = params(text[1:]) if SHORTHAND.match(text) else None
    if found is None or found.rest:
        return False
    if silent:
        return True
    token = state.push("comark_block", found.name, 0 if found.content is None else 1)
    token.map = [start_line, start_line + 1]
    put_props(token, found.props)
    if found.content is not None:
        _inline(state, found.content, start_line)
        state.push("comark_block", found.name, -1)
    state.line = start_line + 1
    return True


def _inline(state: StateBlock, content: str, line: int) -> None:
    inline = state.push("inline", "", 0)
    inline.content, inline.children, inline.map = content, [], [line, line + 1]


def block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """`::name{props}` … `::`; more colons nest."""
    text = _line(state, start_line)
    colons = len(text) - len(text.lstrip(":"))
    found = params(text[colons:]) if colons >= 2 else None
    if found is None or not found.name:
        return False
    if silent:
        return True
    last, closed = _block_end(state, start_line, end_line, colons)
    opening = state.push("comark_block_open", found.name, 1)
    opening.block, opening.map, opening.markup = True, [start_line, last], ":" * colons
    put_props(opening, found.props)
    first = len(state.tokens)
    if found.content is not None:
        state.push("paragraph_open", "p", 1)
        _inline(state, found.content, start_line)
        state.push("paragraph_close", "p", -1)
    _inside(state, start_line + 1, last)
    _hide_lone_paragraph(state.tokens[first:], opening.level + 1)
    closing = state.push("comark_block_close", found.name, -1)
    closing.block = True
    state.line = last + closed
    return True


def _inside(state: StateBlock, first: int, last: int) -> None:
    parent, line_max, indent = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax, state.blkIndent = "comark_block", last, state.sCount[first - 1]
    state.env["comark_depth"] = state.env.get("comark_depth", 0) + 1
    state.md.block.tokenize(state, first, last)
    state.env["comark_depth"] -= 1
    state.parentType, state.lineMax, state.blkIndent = parent, line_max, indent


def _block_end(state: StateBlock, start_line: int, end_line: int, colons: int) -> tuple[int, bool]:
    """The line of the closing colons, or where the container ends; fences inside are passed over."""
    depth, fence = 0, ""
    for line in range(start_line + 1, end_line):
        text = _line(state, line)
        if text and state.sCount[line] < state.blkIndent:
            return line, False
        if fence:
            if text.startswith(fence) and not text.strip(fence[0] + " "):
                fence = ""
            continue
        if text.startswith(("```", "~~~")):
            fence = text[: len(text) - len(text.lstrip(text[0]))]
        if not text.startswith(":") or len(text) - len(text.lstrip(":")) != colons:
            continue
        if text[colons:].strip():
            depth += 1
        elif depth:
            depth -= 1
        else:
            return line, True
    return end_line, False


def _hide_lone_paragraph(tokens: Sequence[Token], level: int) -> None:
    """A block of one paragraph shows its text without the paragraph."""
    children = [token for token in tokens if token.level == level]
    if len(children) <= 2:
        for token in children:
            token.hidden = token.hidden or token.tag == "p"


def slot(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """`#name` inside a block opens one of the component's slots."""
    text = _line(state, start_line)
    if not state.env.get("comark_depth") or not text.startswith("#") or text[1:2] in ("", " ", "#"):
        return False
    found = params(text[1:])
    if found is None:
        return False
    last = start_line + 1
    while last < end_line and not re.match(r"#\w+|::", _line(state, last)):
        last += 1
    if silent:
        return True
    token = state.push("comark_slot", "template", 1)
    token.attrSet(f"#{found.name}", "")
    put_props(token, found.props)
    _inside(state, start_line + 1, last)
    state.push("comark_slot", "template", -1)
    state.line = last
    return True


def inline_props(state: StateInline, silent: bool) -> bool:
    """`{…}` after inline content: attributes of what stands before it."""
    src, start = state.src, state.pos
    if src[start] != "{" or src[start + 1 : start + 2] == "{" or (start and src[start - 1] in "{$"):
        return False
    found = read_props(src, start)
    if found is None:
        return False
    state.pos = min(found[1], state.posMax) if found[1] > state.posMax else found[1]
    if not silent:
        token = state.push("comark_props", "span", 0)
        token.meta["props"] = found[0]
        token.hidden = True
    return True


def inline_span(state: StateInline, silent: bool) -> bool:
    """`[text]` that is no link."""
    src, start = state.src, state.pos
    if src[start] != "[":
        return False
    at, depth = start + 1, 0
    while at < len(src):
        if src[at] == "\\":
            at += 1
        elif src[at] == "[":
            depth += 1
        elif src[at] == "]":
            if not depth:
                break
            depth -= 1
        at += 1
    if src[at + 1 : at + 2] in ("(", "["):
        return False
    if not silent:
        _nested(state, "comark_span", "span", start + 1, min(at, len(src)))
    state.pos = at + 1
    return True


def _nested(state: StateInline, kind: str, tag: str, start: int, end: int) -> None:
    state.push(kind, tag, 1)
    pos, pos_max = state.pos, state.posMax
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.pos, state.posMax = pos, pos_max
    state.push(kind, tag, -1)


def inline_component(state: StateInline, silent: bool) -> bool:
    """`:name` and `:name[content]` in running text."""
    src, start = state.src, state.pos
    if src[start] != ":" or (start and src[start - 1] not in BEFORE_COMPONENT):
        return False
    end = start + 1
    while end < len(src) and (src[end] in "_$-" or (src[end].isascii() and src[end].isalnum())):
        end += 1
    if end == start + 1:
        return False
    name = src[start + 1 : end]
    close = bracket_end(src, end) if src[end : end + 1] == "[" else None
    if not silent:
        if close is None:
            state.push("comark_component", name, 0)
        else:
            _nested(state, "comark_component", name, end + 1, close)
    state.pos = end if close is None else close + 1
    return True


def attributes(state: StateCore) -> None:
    """Hand props to what they stand behind: the whole block where they end its text, else the inline element."""
    for index, token in enumerate(state.tokens):
        if token.type != "inline" or not token.children:
            continue
        children = token.children
        before = state.tokens[index - 1] if index else None
        if before is not None and before.hidden and index > 1:
            before = state.tokens[index - 2]
        if before is not None and before.type in ATTRIBUTED and _ends_in_props(children):
            put_props(before, children.pop().meta["props"])
        token.children = _inline_attributes(children)


def _ends_in_props(children: list[Token]) -> bool:
    return len(children) == 2 and children[0].type == "text" and children[1].type == "comark_props"


def _inline_attributes(children: list[Token]) -> list[Token]:
    result: list[Token] = []
    for child in children:
        if child.type != "comark_props":
            result.append(child)
            continue
        at = len(result) - 1
        while at >= 0 and result[at].type == "text" and not result[at].content.strip():
            at -= 1
        if at >= 0:
            _give(result, at, child.meta["props"])
    return result


def _give(tokens: list[Token], at: int, props: Props) -> None:
    owner = tokens[at]
    if owner.type == "text":
        opening = Token("comark_span", "span", 1)
        put_props(opening, props)
        tokens[at : at + 1] = [opening, owner, Token("comark_span", "span", -1)]
        return
    if owner.nesting == -1:
        pairs = (t for t in reversed(tokens[:at]) if t.nesting == 1 and t.tag == owner.tag and t.level == owner.level)
        owner = next(pairs, owner)
    put_props(owner, props)
