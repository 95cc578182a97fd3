"""A slide's tokens with the places where they stand in its content: what references and citations are read from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from slidewright.parse.markdown.engine import reference_engine
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.markdown.positions import Base, Lines, to_content

MASKED = ("code_inline", "math_inline")


class Placed(NamedTuple):
    """A token, the offsets it spans in the content, and those of its address where it has one."""

    token: Token
    span: tuple[int, int]
    target: tuple[int, int] | None = None


class Tokens(NamedTuple):
    """A slide's block tokens in order, and the blocks and inline elements that have a place.

    Placed blocks: `html_block`, `fence` (a `<<<` line has `meta["snippet"]`), `code_block`, `math_block`, `inline` (a
    run of text). Inline: `image`, `link_open`, `html_inline`, `code_inline`, `math_inline`. A reference-style link has
    its definition's address as target. `definitions` are the line ranges of link definitions.
    """

    blocks: list[Token]
    placed: list[Placed]
    lines: Lines
    definitions: tuple[tuple[int, int], ...] = ()


_engine = lru_cache(maxsize=8)(reference_engine)


def tokens(content: str, options: MarkdownOptions) -> Tokens:
    """Parse a slide's content."""
    env: dict[str, Any] = {}
    md = _engine(options)
    lines = Lines(content)
    placed: list[Placed] = []
    blocks = md.parse(content, env)
    for token in blocks:
        if token.map is None:
            continue
        if token.type == "inline":
            placed += _inline(token, lines, md, env)
        elif token.type in ("html_block", "html_inline", "fence", "code_block", "math_block"):
            placed.append(Placed(token, _block_span(token, lines)))
    return Tokens(blocks, placed, lines, tuple(env.get("definition_lines", {}).values()))


def _block_span(token: Token, lines: Lines) -> tuple[int, int]:
    assert token.map is not None
    start, end = lines.span(*token.map)
    if token.type != "html_inline":
        return start, end
    tag = token.content.strip()  # a component that is complete on its line
    at = lines.content.find(tag, start, end)
    return (at, at + len(tag)) if at >= 0 else (start, end)


def _inline(token: Token, lines: Lines, md: MarkdownIt, env: dict[str, Any]) -> Iterator[Placed]:
    assert token.map is not None
    bases = lines.bases(token)
    token.meta["bases"] = bases
    yield Placed(token, (bases[0].start, bases[-1].start + bases[-1].length))
    cursor = 0
    children = token.children or []
    for number, child in enumerate(children):
        place = child.meta.get("inline")
        if child.type == "link_open" and child.markup == "linkify":
            place = _linkified(token.content, children[number + 1].content, cursor)
        if place is None:
            continue
        is_open = child.nesting > 0 and child.markup != "linkify"
        cursor = place[0] if is_open else place[1]
        if child.type in ("image", "link_open", "html_inline", *MASKED):
            span = to_content(bases, place[0]), to_content(bases, place[1])
            yield Placed(child, span, _target(child, place, bases, lines, md, env))


def _linkified(content: str, address: str, cursor: int) -> tuple[int, int] | None:
    """Where a bare URL stands: the next place after what came before it."""
    at = content.find(address, cursor)
    return (at, at + len(address)) if at >= 0 else None


def _target(
    child: Token,
    place: tuple[int, int],
    bases: list[Base],
    lines: Lines,
    md: MarkdownIt,
    env: dict[str, Any],
) -> tuple[int, int] | None:
    if child.markup == "linkify":
        return to_content(bases, place[0]), to_content(bases, place[1])
    inside = child.meta.get("target")
    if inside is not None:
        return to_content(bases, inside[0]), to_content(bases, inside[1])
    if child.type in ("image", "link_open"):
        return _definition_target(child, lines, md, env)
    return None


def _definition_target(child: Token, lines: Lines, md: MarkdownIt, env: dict[str, Any]) -> tuple[int, int] | None:
    """Where the address of the definition stands that a reference-style link or image uses."""
    if "definition_lines" not in env:
        return None
    if "definition_targets" not in env:
        env["definition_targets"] = _definition_targets(lines, md, env)
    place: tuple[int, int] | None = env["definition_targets"].get(
        child.attrGet("src" if child.type == "image" else "href")
    )
    return place


def _definition_targets(lines: Lines, md: MarkdownIt, env: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Where the address of each definition stands, by the address."""
    targets: dict[str, tuple[int, int]] = {}
    for label, (first, last) in env["definition_lines"].items():
        start, end = lines.span(first, last)
        at = lines.content.find("]:", start, end) + 2
        while at < end and lines.content[at] in " \t\n":
            at += 1
        found = md.helpers.parseLinkDestination(lines.content, at, end)
        angle = lines.content[at : at + 1] == "<"
        targets.setdefault(env["references"][label]["href"], (at + 1, found.pos - 1) if angle else (at, found.pos))
    return targets
