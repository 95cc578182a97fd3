"""HTML blocks and tags as Slidev sees them: every tag that is not inline HTML may be a component (C.2)."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

ATTRIBUTE = r"(?:\s+[a-zA-Z_:@][a-zA-Z0-9:._-]*(?:\s*=\s*(?:[^\"'=<>`\x00-\x20]+|'[^']*'|\"[^\"]*\"))?)"
NAME = r"[A-Za-z][A-Za-z0-9\-]*"
OPEN = rf"<{NAME}{ATTRIBUTE}*\s*/?>"
CLOSE = rf"</{NAME}\s*>"
OPEN_OR_CLOSE = rf"(?:{OPEN}|{CLOSE})"
TAG = re.compile(
    rf"{OPEN}|{CLOSE}|<!---->|<!--(?:-?[^>-])(?:-?[^-])*-->|<[?][\s\S]*?[?]>|<![A-Z]+\s+[^>]*>|<!\[CDATA\[[\s\S]*?\]\]>"
)
SELF_CLOSING = re.compile(rf"<{NAME}{ATTRIBUTE}*\s*/>")
SAME_LINE = re.compile(rf"<({NAME}){ATTRIBUTE}*\s*>.*</\1\s*>")

BLOCK_TAGS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|"
    "fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li|link|"
    "main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|"
    "title|tr|track|ul"
)
INLINE_TAGS = (
    "a|abbr|acronym|audio|b|bdi|bdo|big|br|button|canvas|cite|code|data|datalist|del|dfn|em|embed|i|iframe|img|input|"
    "ins|kbd|label|map|mark|meter|noscript|object|output|picture|progress|q|ruby|s|samp|script|select|small|span|"
    "strong|sub|sup|svg|textarea|time|u|tt|var|video|wbr"
)

COMPONENT = 6

SEQUENCES = (
    (re.compile(r"<(?:script|pre|style)(?=\s|>|\Z)", re.I), re.compile(r"</(?:script|pre|style)>", re.I), True),
    (re.compile(r"<!--"), re.compile(r"-->"), True),
    (re.compile(r"<\?"), re.compile(r"\?>"), True),
    (re.compile(r"<![A-Z]"), re.compile(r">"), True),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>"), True),
    (re.compile(rf"</?(?:{BLOCK_TAGS})(?=\s|/?>|\Z)", re.I), None, True),
    (re.compile(rf"</?(?!(?:{INLINE_TAGS})(?![\w-]))[A-Za-z][A-Za-z0-9\-]*(?=\s|/?>|\Z)", re.A), None, True),
    (re.compile(rf"{OPEN_OR_CLOSE}\s*\Z"), None, False),
)
"""Start, end (None: a blank line) and whether it may interrupt a paragraph; tried in this order."""


def components(md: MarkdownIt) -> None:
    """Replace the HTML rules by those that know Vue components."""
    md.block.ruler.at("html_block", html_block, {"alt": ["paragraph", "reference", "blockquote"]})
    md.inline.ruler.at("html_inline", html_inline)


def html_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The block rule."""
    if state.is_code_block(start_line):
        return False
    text = _line(state, start_line)
    if not text.startswith("<"):
        return False
    kind = next((index for index, (start, _, _) in enumerate(SEQUENCES) if start.match(text)), None)
    if kind is None:
        return False
    if silent:
        return SEQUENCES[kind][2]
    if kind == COMPONENT and _component_line(state, start_line, text):
        return True
    last = _block_end(state, start_line, end_line, text, SEQUENCES[kind][1])
    state.line = last
    token = state.push("html_block", "", 0)
    token.map = [start_line, last]
    token.content = state.getLines(start_line, last, state.blkIndent, True)
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _component_line(state: StateBlock, line: int, text: str) -> bool:
    """A component that is complete on its line: raw HTML, then the rest of the line as inline Markdown."""
    match = SELF_CLOSING.match(text) or SAME_LINE.match(text)
    if match is None:
        return False
    state.line = line + 1
    token = state.push("html_inline", "", 0)
    token.content = match[0]
    token.map = [line, line + 1]
    token = state.push("inline", "", 0)
    token.content = text[match.end() :]
    token.map = [line, line + 1]
    token.children = []
    return True


def _block_end(state: StateBlock, line: int, end_line: int, text: str, end: re.Pattern[str] | None) -> int:
    """The line after the block: after its end mark, or at the blank line that ends it."""
    if end is not None and end.search(text):
        return line + 1
    for following in range(line + 1, end_line):
        if state.sCount[following] < state.blkIndent:
            return following
        text = _line(state, following)
        if end is None and not text:
            return following
        if end is not None and end.search(text):
            return following + 1 if text else following
    return end_line


def html_inline(state: StateInline, silent: bool) -> bool:
    """The inline rule: CommonMark's, with `@` allowed in attribute names."""
    src, pos = state.src, state.pos
    if src[pos] != "<" or pos + 2 >= state.posMax:
        return False
    following = src[pos + 1]
    if following not in "!?/" and not (following.isascii() and following.isalpha()):
        return False
    match = TAG.match(src, pos)
    if match is None:
        return False
    if not silent:
        token = state.push("html_inline", "", 0)
        token.content = match[0]
    state.pos = match.end()
    return True
