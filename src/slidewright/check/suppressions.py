"""Suppressions: comments that allow a rule's findings in the next block, in a slide, or in a file.

`<!-- slidewright: allow missing-image -- reason -->` stands before a block, `allow-slide` anywhere in a slide,
`allow-file` anywhere in a file. In frontmatter the same words follow a `#`: before a key, or behind it on its line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from slidewright.check.rules import FAMILIES, FAMILY
from slidewright.check.show import Show
from slidewright.diagnostics import Diagnostic
from slidewright.resolve.outcomes import Part
from slidewright.text import Location, Span

MARK = "slidewright:"
COMMENT = re.compile(r"<!--\s*slidewright:\s*(?P<words>[^<>]*?)\s*-->")
YAML_COMMENT = re.compile(r"(?:^|(?<=\s))#+[ \t]*slidewright:[ \t]*(?P<words>[^\n]*)", re.M)
SCOPE = re.compile(r"(allow(?:-slide|-file)?)(?![\w-])")
REASON = re.compile(r"(?:\A|\s)--(?:\s|\Z)")
NAME = re.compile(r"[^\s,]+")


class Suppression(NamedTuple):
    """A comment that allows rules. `scope` is the word written, empty where it is none that is known.

    `rules` are the names as written with their places; `reach` is the span of the file in which they are allowed.
    `is_note`: it is the slide's closing comment, which Slidev shows to the presenter.
    """

    scope: str
    rules: tuple[tuple[str, Location], ...]
    reason: str
    location: Location
    reach: Span
    slide: int | None
    is_note: bool = False

    def covering(self, found: Diagnostic) -> str | None:
        """The name by which a finding is allowed here, or None."""
        place = found.location
        if place.source.path != self.location.source.path or not self.reach.start <= place.span.start <= self.reach.end:
            return None
        names = (found.rule, FAMILY.get(found.rule), "all")
        return next((name for name, _ in self.rules if name in names), None)


class Used(NamedTuple):
    """A suppression, and the names in it that allowed nothing though their rules were run."""

    suppression: Suppression
    unused: frozenset[str]


class Applied(NamedTuple):
    """The findings that are left, those that were allowed, and what became of each suppression."""

    kept: tuple[Diagnostic, ...]
    allowed: tuple[Diagnostic, ...]
    used: tuple[Used, ...]


def apply(found: Iterable[Diagnostic], items: Iterable[Suppression], run: Collection[str]) -> Applied:
    """Part findings by suppressions; `run` are the names of the rules that were run."""
    kept: list[Diagnostic] = []
    allowed: list[Diagnostic] = []
    names: dict[Suppression, set[str]] = {item: set() for item in items}
    for diagnostic in found:
        by = [(item, name) for item in names if (name := item.covering(diagnostic))]
        (allowed if by else kept).append(diagnostic)
        for item, name in by:
            names[item].add(name)
    used = tuple(Used(item, _unused(item, allowing, run)) for item, allowing in names.items())
    return Applied(tuple(kept), tuple(allowed), used)


def not_allowed(show: Show, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Of findings that no rule made, those that no suppression allows."""
    items = suppressions(show)
    yield from (one for one in found if not any(item.covering(one) for item in items))


def _unused(item: Suppression, allowing: set[str], run: Collection[str]) -> frozenset[str]:
    """Names that allowed nothing; of a family, only where some of its rules were run."""
    return frozenset(
        name
        for name, _ in item.rules
        if name not in allowing
        and (name == "all" or name in run or any(rule in run for rule in FAMILIES.get(name, ())))
    )


def suppressions(show: Show) -> tuple[Suppression, ...]:
    """The suppressions of the slides that a deck shows, in order."""
    return tuple(item for part in show.parts if MARK in part.slide.raw for item in _of_part(part))


def _of_part(part: Part) -> Iterator[Suppression]:
    slide, text = part.slide, part.slide.source.text
    frontmatter = slide.frontmatter.span
    if frontmatter is not None:
        for match in YAML_COMMENT.finditer(text, *frontmatter):
            yield _suppression(part, match, _key_reach(part, match))
    for match in COMMENT.finditer(slide.content):
        if _is_comment(part, match.start()):
            yield _suppression(part, match, _block_reach(part, match), slide.content_span.start)
    for match in COMMENT.finditer(text, slide.content_span.end, slide.span.end):
        yield _suppression(part, match, slide.span, is_note=True)


def _is_comment(part: Part, at: int) -> bool:
    """Does a comment's beginning stand in HTML, rather than in code?"""
    return any(
        start <= at < end and token.type in ("html_block", "html_inline")
        for token, (start, end), _ in part.anatomy.placed
    )


def _suppression(part: Part, match: re.Match[str], reach: Span, offset: int = 0, is_note: bool = False) -> Suppression:
    source, words = part.slide.source, match["words"]
    verb = SCOPE.match(words)
    names, reason = _split(words[verb.end() :]) if verb else ("", "")
    first = match.start("words") + offset + (verb.end() if verb else 0)
    rules = tuple((name[0], Location(source, Span(*name.span()).shift(first))) for name in NAME.finditer(names))
    scope = verb[1] if verb else ""
    if scope:
        reach = {"allow": reach, "allow-slide": part.slide.span}.get(scope, Span(0, len(source.text)))
    location = Location(source, Span(match.start() + offset, match.end() + offset))
    return Suppression(scope, rules, reason, location, reach, part.numbers[0] if part.numbers else None, is_note)


def _split(words: str) -> tuple[str, str]:
    """The names, and the reason behind two dashes."""
    match = REASON.search(words)
    return (words, "") if match is None else (words[: match.start()], words[match.end() :].strip())


def _key_reach(part: Part, match: re.Match[str]) -> Span:
    """The key on whose line a comment stands, else the next one, up to the key after it."""
    slide = part.slide
    span = slide.frontmatter.span or slide.span
    line = slide.source.text.rfind("\n", 0, match.start()) + 1
    starts = sorted(place.key.start for place in slide.frontmatter.keys.values())
    behind = [start for start in starts if line <= start < match.start()]
    first = behind[-1] if behind else next((start for start in starts if start > match.end()), span.end)
    return Span(first, next((start - 1 for start in starts if start > first), span.end))


def _block_reach(part: Part, match: re.Match[str]) -> Span:
    """What a comment stands before: the next block; inside a block, its own line or the next that holds something."""
    content, lines = part.slide.content, part.anatomy.tokens.lines
    start = part.slide.content_span.start
    line_end = content.find("\n", match.end())
    line_end = len(content) if line_end < 0 else line_end
    line_start = content.rfind("\n", 0, match.start()) + 1
    if (content[line_start : match.start()] + content[match.end() : line_end]).strip():
        return Span(line_start, line_end).shift(start)
    own = next((token for token, span, _ in part.anatomy.placed if span[0] <= match.start() < span[1]), None)
    number = content.count("\n", 0, match.end())
    if own is not None and own.map and own.map[1] > number + 1 and content[line_end : lines.span(*own.map)[1]].strip():
        after = len(content[line_end:]) - len(content[line_end:].lstrip())
        first = line_end + after
        last = content.find("\n", first)
        return Span(first, len(content) if last < 0 else last).shift(start)
    block = next((token for token in part.anatomy.tokens.blocks if token.map and token.map[0] > number), None)
    if block is None or block.map is None:
        return Span(match.end(), line_end).shift(start)
    return Span(*lines.span(*block.map)).shift(start)
