"""What the rules about code share: every listing of a slide that Slidev highlights, steps of magic moves as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from slidewright.parse.anatomy.blocks import Code
from slidewright.parse.markdown.fences import BLOCK_INFO, STEP, code_block, range_stages
from slidewright.parse.markdown.snippets import SNIPPET
from slidewright.resolve.outcomes import Part

MARKS = ("```", "~~~", "<<<")
LANGUAGE = re.compile(r"[^\s{\[]*")
STEP_FENCE = re.compile(r"^```([^\n`]*)$", re.M)

Range = tuple[int, int]


class Listing(NamedTuple):
    """A listing: its info string at `info_start`, its language as Slidev reads it, and the word that stands there.

    `code` is None where it stands in another file. `is_step`: a block of a magic move, dropped (`is_dropped`) where
    Slidev does not read its info string. `path` is a snippet's file.
    """

    info: str
    info_start: int
    language: str
    written: str
    written_start: int
    ranges: tuple[str, ...]
    options: str
    code: str | None
    is_step: bool = False
    is_dropped: bool = False
    snippet: Code | None = None

    @property
    def language_place(self) -> Range:
        """Offsets of the language as written, or of the fence's end where none is."""
        return self.written_start, self.written_start + len(self.written)


def has_code(part: Part) -> bool:
    """Can a slide hold code at all?"""
    return any(mark in part.slide.content for mark in MARKS)


def listings(part: Part) -> Iterator[Listing]:
    """The listings that Shiki highlights: neither diagrams nor editors."""
    for code in part.anatomy.codes if has_code(part) else ():
        if code.snippet is not None:
            yield from _snippet(part, code)
        elif code.block.kind == "plain":
            yield _plain(code.info, code.info_start, code.block.code)
        elif code.block.kind == "magic-move":
            yield from _steps(part, code)


def _plain(info: str, start: int, code: str) -> Listing:
    match = BLOCK_INFO.match(info)
    language, _, ranges, options, _ = match.groups(default="") if match else ("", "", "", "", "")
    written = LANGUAGE.match(info)
    word = written[0] if written else ""
    return Listing(info, start, language, word, start, range_stages(ranges), options, code)


def _snippet(part: Part, code: Code) -> Iterator[Listing]:
    """The listing that a `<<<` line becomes; its language stands after the path, or is the file's ending."""
    assert code.snippet is not None
    start, end = code.span
    line_end = part.slide.content.find("\n", start, end)
    match = SNIPPET.match(part.slide.content[start : line_end if line_end >= 0 else end])
    block = code_block(code.snippet.info, "", "```", 0)
    if match and block.kind == "plain" and "{monaco" not in code.snippet.meta:
        place = start + (match.start(3) if match[3] else match.start(1))
        yield Listing(
            code.snippet.info,
            place,
            block.language,
            match[3] or match[1],
            place,
            block.ranges,
            block.options,
            None,
            snippet=code,
        )


def _steps(part: Part, code: Code) -> Iterator[Listing]:
    """The blocks of a magic move that Slidev reads, and those that it drops."""
    text = part.slide.content[code.inner[0] : code.inner[1]]
    read = {match.start() for match in STEP.finditer(text)}
    is_open = False
    for fence in STEP_FENCE.finditer(text):
        is_open = not is_open or bool(fence[1].strip())
        if is_open:
            step = STEP.match(text, fence.start()) if fence.start() in read else None
            info = fence[1].strip()
            start = code.inner[0] + fence.start(1) + len(fence[1]) - len(fence[1].lstrip())
            listing = _plain(info, start, step[6] if step else "")
            yield listing._replace(is_step=True, is_dropped=step is None)
