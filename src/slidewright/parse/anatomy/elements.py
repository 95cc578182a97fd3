"""Elements opening and closing in the order of a slide's Vue template, with the places of those that were written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from markdown_it.token import Token

from slidewright.parse.anatomy.markup import Tag, scan
from slidewright.parse.markdown.tokens import Tokens

INTERPOLATION = re.compile(r"\{\{.*?\}\}", re.S)


class Event(NamedTuple):
    """An element that opens or closes: a written tag, or one that Markdown makes (`tag` None; `at` tells where)."""

    name: str
    is_opening: bool
    at: int
    tag: Tag | None = None


def tags(content: str, tokens: Tokens) -> tuple[Tag, ...]:
    """Every tag of HTML blocks and inline HTML, in order."""
    masked = _masked(content)
    return tuple(chain.from_iterable(_written(content, placed.token, placed.span, masked) for placed in tokens.placed))


def _masked(content: str) -> list[tuple[int, int]]:
    """Vue's `{{ }}`: an expression, whatever tags its strings hold."""
    return [match.span() for match in INTERPOLATION.finditer(content)] if "{{" in content else []


def _written(content: str, token: Token, span: tuple[int, int], masked: list[tuple[int, int]]) -> Iterator[Tag]:
    if token.type in ("html_block", "html_inline"):
        for tag in scan(content, *span):
            if not any(start < tag.start < end for start, end in masked):
                yield tag


def events(content: str, tokens: Tokens) -> tuple[Event, ...]:
    """The events of a slide in the order of its template."""
    masked = _masked(content)
    inside: dict[int, list[tuple[Token, tuple[int, int]]]] = {}
    spans = {id(placed.token): placed.span for placed in tokens.placed}
    for token in tokens.blocks:
        if token.type == "inline":
            inside[id(token)] = [(child, spans.get(id(child), (-1, -1))) for child in token.children or ()]
    return tuple(chain.from_iterable(_events(content, token, spans, inside, tokens, masked) for token in tokens.blocks))


def _events(
    content: str,
    token: Token,
    spans: dict[int, tuple[int, int]],
    inside: dict[int, list[tuple[Token, tuple[int, int]]]],
    tokens: Tokens,
    masked: list[tuple[int, int]],
) -> Iterator[Event]:
    at = tokens.lines.span(*token.map)[0] if token.map else 0
    if token.type == "inline":
        for child, span in inside[id(token)]:
            yield from _one(content, child, span, at, masked)
    elif token.map is None and token.type == "html_block":
        yield from _slot(token, tokens)
    else:
        yield from _one(content, token, spans.get(id(token), (-1, -1)), at, masked)


def _one(content: str, token: Token, span: tuple[int, int], at: int, masked: list[tuple[int, int]]) -> Iterator[Event]:
    if token.type in ("html_block", "html_inline"):
        for tag in _written(content, token, span, masked) if span[0] >= 0 else ():
            yield Event(tag.name, tag.kind != "close", tag.start, tag)
    elif token.nesting and not token.hidden:
        yield Event(token.tag, token.nesting > 0, span[0] if span[0] >= 0 else at)


def _slot(token: Token, tokens: Tokens) -> Iterator[Event]:
    """The template that slot sugar makes."""
    if "slot" in token.meta:
        line = token.meta["line"]
        yield Event("template", True, tokens.lines.span(line, line + 1)[0])
    elif "</template>" in token.content:
        yield Event("template", False, len(tokens.lines.content))
