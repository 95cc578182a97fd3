"""A Markdown formatter took the deck for a plain document and rewrote its dashes.

## Why it matters

Prettier, mdformat, rumdl and others read `---` below a line as an underline, and keys above it as a paragraph: then
frontmatter becomes a heading or one long line, and separators become other rulers, at which Slidev does not cut. The
slides run into each other, and the keys are shown.

## Example

```md
# One

______________________________________________________________________

## layout: center class: text-white

# Two
```

Use instead, and keep the formatter off decks (`.prettierignore`, `exclude`):

```md
# One

---
layout: center
class: text-white
---

# Two
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from slidewright.check.finding import Finding
from slidewright.check.rules.formatted import MDFORMAT, Block, blocks_of, keys_of
from slidewright.check.rules.key_lines import as_block, is_sound
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Edit, Fix, Severity
from slidewright.resolve.outcomes import Part
from slidewright.text import Span

SEVERITY = Severity.ERROR
FIX = "safe"

MARK = re.compile(
    r"^(?:#{1,6} [a-zA-Z]+: |_{70}$|\\---|(?:[_*]{3,5}|[-*_] [-*_] [-*_])\n{1,3}[a-zA-Z]+: )"
    r"|\A[a-zA-Z]+: .*[ \n][a-zA-Z]+: ",
    re.M,
)
"""What a slide must hold for a closer look."""
RULER = re.compile(r"^(?:[_*]{3,5}|[-*_] [-*_] [-*_])$", re.M)
ESCAPED = "\\---"
HELP = "put `---`, the keys and `---` on lines of their own, and keep the formatter off this file"
LONGEST = 60
LONG_RULER = 10
"""Characters of a message, and of a ruler in it."""


def find(show: Show) -> Iterator[Finding]:
    """Keys that became a heading or a line of text, and separators that became other rulers."""
    for part in show.own_parts:
        if _may_be_damaged(show, part):
            blocks = list(blocks_of(part))
            is_whole = _is_whole_deck(show, part, blocks)
            for number in range(len(blocks)):
                yield from _damage(show, part, blocks, number, is_whole)


def _may_be_damaged(show: Show, part: Part) -> bool:
    """Is a slide worth being parsed? Rulers alone are, where the file is all one slide."""
    if MARK.search(part.slide.content):
        return True
    is_only = len(show.deck.documents[part.slide.source.path].slides) == 1
    return is_only and RULER.search(part.slide.content) is not None


def _is_whole_deck(show: Show, part: Part, blocks: Sequence[Block]) -> bool:
    """Is all of a file one slide, in which rulers stand where separators would: above headings, again and again?"""
    slides = show.deck.documents[part.slide.source.path].slides
    above = [below.kind == "heading_open" for block, below in pairwise(blocks) if block.is_ruler]
    return len(slides) == 1 and len(above) > 1 and all(above)


def _damage(show: Show, part: Part, blocks: Sequence[Block], number: int, is_whole: bool) -> Iterator[Finding]:
    block = blocks[number]
    if keys_of(blocks, number):
        yield _of_keys(show, part, blocks, number)
    elif _is_separator(part, block, is_whole) and not keys_of(blocks, number + 1) and not _closes(blocks, number):
        yield _of_ruler(part, block)


def _closes(blocks: Sequence[Block], number: int) -> bool:
    """Is a ruler what was below the keys? A heading has their closing dashes in it, a paragraph has not."""
    above = blocks[number - 1] if number > 0 else None
    return above is not None and above.kind == "paragraph_open" and bool(keys_of(blocks, number - 1))


def _is_separator(part: Part, block: Block, is_whole: bool) -> bool:
    """Was a block `---` before a formatter came: mdformat's ruler, any ruler of a deck without `---`, or `\\---`?"""
    if block.is_ruler:
        return is_whole or block.text == MDFORMAT
    is_line = block.kind == "paragraph_open" and block.last == block.first + 1
    return is_line and part.slide.source.lines[block.first].strip() == ESCAPED


def _of_keys(show: Show, part: Part, blocks: Sequence[Block], number: int) -> Finding:
    source, block = part.slide.source, blocks[number]
    span = Span(source.line_starts[block.first], source.line_span(block.last - 1).end)
    shown = " ".join(source.slice(span).split())
    shown = shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
    message = f"a formatter made text of frontmatter: `{shown}`"
    found = in_source(part, span, message, HELP, _keys_fix(show, part, blocks, number))
    return found._replace(cause="a formatter made text of frontmatter")


def _keys_fix(show: Show, part: Part, blocks: Sequence[Block], number: int) -> Fix | None:
    """The block back, from the ruler above it to the keys, or to the closing dashes where they are left below it."""
    slide, source, pairs = part.slide, part.slide.source, keys_of(blocks, number)
    text = as_block(pairs)
    if not is_sound(text.removeprefix("---").removesuffix("---"), pairs):
        return None
    first, last = blocks[number].first, blocks[number].last
    if number > 0:
        first = blocks[number - 1].first
    elif slide.index > 0:
        first = slide.start - 1
        if source.lines[first].rstrip() != "---":
            return None
    following = show.deck.documents[source.path].slides[slide.index + 1 : slide.index + 2]
    is_paragraph = blocks[number].kind == "paragraph_open"
    if is_paragraph and number + 1 < len(blocks) and blocks[number + 1].is_ruler:
        last = blocks[number + 1].last
    elif is_paragraph and number + 1 == len(blocks) and following and slide.note is None:
        if following[0].frontmatter.style is not None or source.lines[slide.end].rstrip() != "---":
            return None
        last = slide.end + 1
    end = source.line_starts[last] if last < len(source.line_starts) else len(source.text)
    edit = Edit(Span(source.line_starts[first], end), f"{text}\n")
    return Fix("put the frontmatter back", (edit,))


def _of_ruler(part: Part, block: Block) -> Finding:
    source = part.slide.source
    span = source.line_span(block.first)
    written = source.slice(span).strip()
    shown = written if len(written) < LONG_RULER else f"{written[:4]}…"
    message = f"a formatter wrote `{shown}` for the separator `---`: the slides above and below are one"
    fix = Fix("write `---`", (Edit(span, "---"),))
    return in_source(part, span, message, "write `---`", fix)._replace(cause="a formatter rewrote separators")
