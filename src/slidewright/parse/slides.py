"""Cut a file into source slides, exactly as Slidev's parser does (format A.1 to A.5). The one splitter there is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from slidewright.model import Document, Problem, SourceSlide
from slidewright.parse.blocks import block_problems
from slidewright.parse.content import content_and_note, revision, title_and_level
from slidewright.parse.frontmatter import read_frontmatter
from slidewright.parse.images import images
from slidewright.parse.javascript import SPACE
from slidewright.text import Source, Span

RULER = "---"


class Cut(NamedTuple):
    """The lines of one slide: `[start, end)`, its content from `content_start`; `opens` if a block was looked for."""

    start: int
    content_start: int
    end: int


def parse(source: Source) -> Document:
    """Parse one file. Nothing that stands in it raises; faults become problems."""
    slides = []
    problems: list[Problem] = []
    for index, cut in enumerate(cuts(source.lines)):
        slide, faults = slide_of(source, index, cut)
        slides.append(slide)
        problems += faults
    return Document(source, tuple(slides), tuple(problems))


def cuts(lines: list[str]) -> Iterator[Cut]:
    """Yield where the slides are."""
    count = len(lines)
    start = content_start = index = 0
    in_comment = False
    fences = _Fences(lines)
    while index < count:
        line = lines[index]
        if in_comment:
            in_comment = _comment_after(line, True)
        elif line.startswith(RULER):
            if start != index:
                yield Cut(start, content_start, index)
                start = content_start = index + 1
            if _opens_block(lines, index):
                start = index
                index = _block_end(lines, index + 1)
                content_start = index + 1
        elif line.lstrip(SPACE).startswith("```"):
            index = fences.end(index)
        elif "<!--" in line:
            in_comment = _comment_after(line, False)
        index += 1
    if start < count:
        yield Cut(start, content_start, count)


def _opens_block(lines: list[str], index: int) -> bool:
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else ""
    return line[3:4] != "-" and bool(following.strip(SPACE))


def _block_end(lines: list[str], index: int) -> int:
    """Index of the line that closes a frontmatter block, or the number of lines."""
    while index < len(lines) and lines[index].rstrip(SPACE) != RULER:
        index += 1
    return index


class _Fences:
    """Finds the line that closes a fence: it begins with the fence's own indentation and at least its backticks."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._openings: dict[str, list[tuple[int, int]]] = {}
        self._unclosed: dict[str, int] = {}

    def end(self, index: int) -> int:
        """Index of the line that closes the fence opened at `index`, or `index` itself."""
        if not self._openings:
            self._collect(index)
        indent, ticks = _fence(self._lines[index])
        if ticks >= self._unclosed.get(indent, ticks + 1):
            return index
        openings = self._openings[indent]
        for at in range(bisect_right(openings, (index, ticks)), len(openings)):
            if openings[at][1] >= ticks:
                return openings[at][0]
        self._unclosed[indent] = ticks
        return index

    def _collect(self, first: int) -> None:
        for index in range(first, len(self._lines)):
            line = self._lines[index]
            if "```" in line and line.lstrip(SPACE).startswith("```"):
                indent, ticks = _fence(line)
                self._openings.setdefault(indent, []).append((index, ticks))


def _fence(line: str) -> tuple[str, int]:
    """White space and number of backticks that a fence line begins with."""
    body = line.lstrip(SPACE)
    return line[: len(line) - len(body)], len(body) - len(body.lstrip("`"))


def _comment_after(line: str, inside: bool) -> bool:
    """Is an HTML comment open after this line?"""
    at = 0
    while True:
        if not inside:
            at = line.find("<!--", at)
            if at < 0:
                return False
            at += 4
        at = line.find("-->", at)
        if at < 0:
            return True
        at += 3
        inside = False


def slide_of(source: Source, index: int, cut: Cut) -> tuple[SourceSlide, tuple[Problem, ...]]:
    """The slide that stands in these lines of a file, and what is wrong with its block."""
    span = Span(source.line_starts[cut.start], source.line_span(cut.end - 1).end)
    frontmatter, rest, faults = read_frontmatter(source, span)
    content_span, note_span = content_and_note(source.text, rest, span.end)
    content = source.slice(content_span)
    title, level = title_and_level(content, frontmatter.mapping)
    slide = SourceSlide(
        source=source,
        index=index,
        span=span,
        start=cut.start,
        content_start=cut.content_start,
        end=cut.end,
        frontmatter=frontmatter,
        content=content,
        content_span=content_span,
        note=None if note_span is None else source.slice(note_span),
        note_span=note_span,
        title=title,
        level=level,
        revision=revision(source.slice(span)),
        images=images(content, frontmatter.mapping),
    )
    return slide, tuple(block_problems(slide, faults))
