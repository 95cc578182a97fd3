"""Where inline tokens stand: offsets into a slide's content, which markdown-it does not keep."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from operator import itemgetter
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

RECORDED = ("image", "link", "html_inline", "autolink", "backticks", "math_inline")

BAR = re.compile(r"\|")

InlineRule = Callable[[StateInline, bool], bool]


def positions(md: MarkdownIt) -> None:
    """Make inline rules note where their tokens stand (`meta["inline"]`), and their address (`meta["target"]`)."""
    for rule in md.inline.ruler.__rules__:
        if rule.name in RECORDED:
            md.inline.ruler.at(rule.name, _recording(rule.fn, rule.name))


def _recording(rule: InlineRule, name: str) -> InlineRule:
    def recorded(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent:
            target = _target(state, start, state.pos, name)
            for token in state.tokens[before:]:
                if "inline" not in token.meta:
                    token.meta["inline"] = (start, state.pos)
                    token.meta["target"] = target
        return matched

    return recorded


def _target(state: StateInline, start: int, end: int, name: str) -> tuple[int, int] | None:
    """Where the address of an inline link or image stands; None for reference-style ones."""
    if name == "autolink":
        return start + 1, end - 1
    if name not in ("image", "link"):
        return None
    label = state.md.helpers.parseLinkLabel(state, start + (name == "image"), name == "link")
    at = label + 1
    if label < 0 or state.src[at : at + 1] != "(":
        return None
    at += 1
    while at < end and state.src[at] in " \t\n":
        at += 1
    found = state.md.helpers.parseLinkDestination(state.src, at, state.posMax)
    if not found.ok:
        return None
    return (at + 1, found.pos - 1) if state.src[at : at + 1] == "<" else (at, found.pos)


def definitions(md: MarkdownIt) -> None:
    """Make the reference rule note in the environment on which line each definition stands."""
    rule = next(rule for rule in md.block.ruler.__rules__ if rule.name == "reference")

    original = rule.fn

    def reference(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        known = len(state.env.get("references", ()))
        matched = original(state, start_line, end_line, silent)
        if matched and not silent and len(state.env["references"]) > known:
            lines = state.env.setdefault("definition_lines", {})
            lines[next(reversed(state.env["references"]))] = (start_line, state.line)
        return matched

    md.block.ruler.at("reference", reference, {"alt": rule.alt})


class Base(NamedTuple):
    """A line of an inline token's text: its offset there, its place in the content, and its escaped bars."""

    at: int
    start: int
    length: int
    bars: tuple[int, ...]


class Lines:
    """The lines of a slide's content, and where the text of inline tokens stands in them."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.starts = [0]
        at = content.find("\n")
        while at >= 0:
            self.starts.append(at + 1)
            at = content.find("\n", at + 1)
        self._cursor: dict[int, int] = {}

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the lines `[first, last)`, without the last line's end."""
        end = self.starts[last] - 1 if last < len(self.starts) else len(self.content)
        return self.starts[min(first, len(self.starts) - 1)], max(end, 0)

    def bases(self, token: Token) -> list[Base]:
        """Where each line of an inline token's text stands.

        A cell whose `\\|` was unescaped, and a cell equal to an earlier one in its row, are found from where the row's
        previous cell ended.
        """
        assert token.map is not None
        line, last = token.map
        bases, at = [], 0
        for text in token.content.split("\n"):
            place = self._find(text, line, last)
            while place is None and line < last - 1:
                line += 1
                place = self._find(text, line, last)
            start, bars = place if place is not None else (self.starts[min(line, len(self.starts) - 1)], ())
            bases.append(Base(at, start, len(text) + len(bars), bars))
            at += len(text) + 1
            line += 1
        return bases

    def _find(self, text: str, line: int, last: int) -> tuple[int, tuple[int, ...]] | None:
        if line >= len(self.starts):
            return None
        start, end = self.span(line, line + 1)
        begin = max(start, self._cursor.get(line, start)) if text.strip() else start
        for raw in (text, text.replace("|", "\\|")) if "|" in text else (text,):
            at = self.content.find(raw, begin, end)
            if at >= 0:
                if text:
                    self._cursor[line] = at + len(raw)
                return at, () if raw == text else tuple(match.start() for match in BAR.finditer(text))
        return None


def to_content(bases: list[Base], offset: int) -> int:
    """Offset in the content of an offset into an inline token's text."""
    base = bases[bisect_right(bases, offset, key=itemgetter(0)) - 1]
    column = offset - base.at
    return base.start + column + bisect_left(base.bars, column)
