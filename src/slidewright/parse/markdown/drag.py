"""`v-drag`: Slidev notes for its editor where a draggable element stands in the Markdown (C.10)."""

from __future__ import annotations

import re

from markdown_it.token import Token

COMPONENT = re.compile(r"<(v-?drag-?\w*)([\s>])", re.I | re.A)
DIRECTIVE = re.compile(r"(?<![</\[\w])v-drag(=\".*?\")?", re.I | re.A)


def mark_drags(tokens: list[Token]) -> list[Token]:
    """Add the note to the first component and the first directive of each token."""
    for token in tokens:
        if token.type in ("html_block", "html_inline", "inline") and "drag" in token.content.lower():
            _mark(token)
    return tokens


def _mark(token: Token) -> None:
    line = token.map[0] if token.map else 0

    def note(offset: int) -> str:
        return f':markdownSource="[{line},{line + 1},{offset}]"'

    for pattern in (COMPONENT, DIRECTIVE):
        match = pattern.search(token.content)
        if match is None:
            continue
        if pattern is COMPONENT:
            replacement = f"<{match[1]} {note(match.start())}{match[2]}"
        else:
            replacement = f"v-drag{match[1] or ''} {note(match.start())}"
        token.content = token.content[: match.start()] + replacement + token.content[match.end() :]
        _mark_children(token, pattern, replacement)


def _mark_children(token: Token, pattern: re.Pattern[str], replacement: str) -> None:
    for child in token.children or ():
        if child.type in ("html_block", "html_inline"):
            child.content = pattern.sub(lambda match: replacement, child.content, count=1)
        _mark_children(child, pattern, replacement)
