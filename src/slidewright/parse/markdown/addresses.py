"""Bare addresses in running text, for finding references: what linkify-it links, without its start-up time."""

from __future__ import annotations

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from slidewright.parse.addresses import trimmed

ADDRESS = re.compile(r"(?<![\w/])(?i:https?|ftp)://[^\s<>\"|`]+|(?<!\w)(?i:mailto):[^\s<>\"|`]+")


def bare_addresses(state: StateCore) -> None:
    """The core rule in linkify's place: addresses in text become links; inside links they stay text."""
    for token in state.tokens:
        if token.type == "inline" and ("://" in token.content or "mailto:" in token.content):
            token.children = _linked(token.children or [])


def _linked(children: list[Token]) -> list[Token]:
    result: list[Token] = []
    depth = 0
    for child in children:
        depth += child.nesting if child.type in ("link_open", "link_close") else 0
        if child.type == "text" and not depth:
            result += _split(child)
        else:
            result.append(child)
    return result


def _split(text: Token) -> list[Token]:
    tokens, at = [], 0
    for match in ADDRESS.finditer(text.content):
        address = trimmed(match[0])
        if match.start() < at or address.endswith(("://", ":")):
            continue
        tokens += [
            Token("text", "", 0, content=text.content[at : match.start()]),
            Token("link_open", "a", 1, attrs={"href": address}, markup="linkify"),
            Token("text", "", 0, content=address),
            Token("link_close", "a", -1, markup="linkify"),
        ]
        at = match.start() + len(address)
    return [*tokens, Token("text", "", 0, content=text.content[at:])] if tokens else [text]
