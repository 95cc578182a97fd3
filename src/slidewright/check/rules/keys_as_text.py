"""Frontmatter that is shown as text, since its dashes are not directly above and below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.key_lines import Pair, are_frontmatter, are_joined, is_key, is_sound, pairs_of
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Edit, Fix
from slidewright.model import SourceSlide
from slidewright.parse.blocks import is_unclosed
from slidewright.resolve.outcomes import Part
from slidewright.text import Span

BOM = "\ufeff"
FIRST_KEY = re.compile(r"(?:---[ \t]*\s*)?[A-Za-z][\w-]*:(?:[ \t]|\n|\Z)")


def keys_as_text(show: Show, part: Part) -> Iterator[Finding]:
    """A finding for the keys with which a slide's text begins, followed by nothing or by a blank line."""
    slide, source = part.slide, part.slide.source
    if is_unclosed(slide) or not FIRST_KEY.match(slide.content.removeprefix(BOM)):
        return
    first, has_dashes = _opening(slide)
    last = first
    while last < slide.end and source.lines[last].strip():
        last += 1
    lines = source.lines[first:last]
    pairs = pairs_of(lines)
    is_alone = not "".join(source.lines[last : slide.end]).strip()
    is_bom = slide.index == 0 and source.text.startswith(BOM)
    if are_joined(lines) or not _are_meant(slide, pairs, has_dashes):
        return
    key = Span(source.line_starts[first], source.line_span(first).end)
    reason = _reason(is_alone, has_dashes, is_bom)
    message = f"`{source.slice(key).rstrip()}` is shown as text: {reason[0]}"
    yield in_source(part, key, message, reason[1], _fix(show, part, lines, (first, last), is_alone))


def _are_meant(slide: SourceSlide, pairs: list[Pair], has_dashes: bool) -> bool:
    """Are lines frontmatter? At the top of a file a single key between dashes is, and without dashes it takes two."""
    if slide.index == 0 and has_dashes:
        return bool(pairs) and all(is_key(pair) for pair in pairs)
    return are_frontmatter(pairs) and (slide.index > 0 or len(pairs) > 1)


def _opening(slide: SourceSlide) -> tuple[int, bool]:
    """The line at which a slide's text begins, and whether a line `---` stands above it."""
    lines = slide.source.lines
    line = slide.start
    is_own = lines[line].removeprefix(BOM).startswith("---")
    if is_own:
        line += 1
    while line < slide.end - 1 and not lines[line].strip():
        line += 1
    return line, is_own or slide.index > 0


def _reason(is_alone: bool, has_dashes: bool, is_bom: bool) -> tuple[str, str]:
    if is_bom:
        return "a byte order mark hides the `---` above it", "save the file without it (UTF-8, no BOM)"
    if not has_dashes:
        return "no `---` stands above the keys", "put `---` above the first key"
    if is_alone:
        return "a blank line after `---` ends the frontmatter", "remove the blank line"
    return "keys need `---` directly above and below them", "put `---` below the keys, and no blank line above"


def _fix(show: Show, part: Part, lines: list[str], place: tuple[int, int], is_alone: bool) -> Fix | None:
    """The keys between their dashes. The slide below gets them, so that the edit reaches down to it."""
    slide, source = part.slide, part.slide.source
    above = slide.start if slide.index == 0 else slide.start - 1
    if slide.index > 0 and source.lines[above].rstrip() != "---":
        return None
    following = show.deck.documents[source.path].slides[slide.index + 1 : slide.index + 2]
    closes = is_alone and bool(following) and source.lines[slide.end].rstrip() == "---"
    if closes and following[0].frontmatter.style is not None:
        return None
    last = slide.end + 1 if closes else place[1]
    end = source.line_starts[last] if last < len(source.line_starts) else len(source.text)
    text = "\n".join(["---", *lines, "---", ""])
    is_safe = closes and is_sound("\n".join(lines), pairs_of(lines)) and not FIRST_KEY.match(following[0].content)
    return Fix("put the keys between two lines `---`", (Edit(Span(source.line_starts[above], end), text),), is_safe)
