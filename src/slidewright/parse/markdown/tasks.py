"""Task lists, as Slidev's plugin marks them up (C.4)."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

TODO = re.compile(r"\[[ xX]\] ")


def tasks(md: MarkdownIt) -> None:
    """Turn list items that begin with `[ ] ` or `[x] ` into check boxes."""
    md.core.ruler.after("inline", "task_lists", task_lists)


def task_lists(state: StateCore) -> None:
    """The core rule."""
    tokens = state.tokens
    latest: dict[int, Token] = {}  # the last token of each level before the item: above the item it is its list
    for index in range(2, len(tokens)):
        if _is_task(tokens, index):
            _mark(tokens, index, latest[tokens[index - 2].level - 1])
        latest[tokens[index - 2].level] = tokens[index - 2]


def _is_task(tokens: list[Token], index: int) -> bool:
    return (
        tokens[index].type == "inline"
        and tokens[index - 1].type == "paragraph_open"
        and tokens[index - 2].type == "list_item_open"
        and TODO.match(tokens[index].content) is not None
    )


def _mark(tokens: list[Token], index: int, parent: Token) -> None:
    inline = tokens[index]
    if not inline.children:
        return
    line = (tokens[index - 2].map or [0])[0]
    checked = ' checked=""' if inline.content[1] in "xX" else ""
    identity = f"task-item-{line}"
    box = (
        f'<input class="task-list-item-checkbox" type="checkbox"{checked} data-line="{line}" id="{identity}" />'
        f'<label for="{identity}">'
    )
    inline.children[0].content = inline.children[0].content[4:]
    inline.content = inline.content[4:]
    for child in inline.children:
        _shift(child, -4)
    inline.children.insert(0, _html(box))
    inline.children.append(_html("</label>"))
    tokens[index - 2].attrSet("class", "task-list-item  enabled")
    parent.attrSet("class", "contains-task-list")


def _shift(token: Token, by: int) -> None:
    """Move the places that a token notes of itself with the text they are counted in."""
    for key in ("inline", "target"):
        place = token.meta.get(key)
        if place is not None:
            token.meta[key] = (place[0] + by, place[1] + by)


def _html(content: str) -> Token:
    return Token("html_inline", "", 0, content=content)
