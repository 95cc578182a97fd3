"""Parsing the same file again while it is written: slides whose text has not changed are moved, not read anew."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.model import Document, Frontmatter, KeySpan, Problem, SourceSlide
from slidewright.parse.slides import Cut, cuts, slide_of
from slidewright.text import Location, Source, Span

_Key = tuple[str, bool, int, int]  # text, whether it is the first, lines to its content and to its end


class _Read(NamedTuple):
    slide: SourceSlide
    problems: tuple[Problem, ...]


class RememberedSlides:
    """A parser that remembers the slides of each file's last text; `parse` is `slides.parse` in all else."""

    def __init__(self) -> None:
        self._known: dict[PurePosixPath, dict[_Key, _Read]] = {}

    def parse(self, source: Source) -> Document:
        """Parse one file."""
        before, now = self._known.get(source.path, {}), dict[_Key, _Read]()
        found = []
        for index, cut in enumerate(cuts(source.lines)):
            key = _key(source, index, cut)
            known = now.get(key) or before.get(key)
            read = _moved(known, source, index, cut) if known else _Read(*slide_of(source, index, cut))
            now[key] = read
            found.append(read)
        self._known[source.path] = now
        problems = tuple(problem for read in found for problem in read.problems)
        return Document(source, tuple(read.slide for read in found), problems)


def _key(source: Source, index: int, cut: Cut) -> _Key:
    text = source.text[source.line_starts[cut.start] : source.line_span(cut.end - 1).end]
    return text, index == 0, cut.content_start - cut.start, cut.end - cut.start


def _moved(read: _Read, source: Source, index: int, cut: Cut) -> _Read:
    """The same slide at another place of a newer text."""
    slide = read.slide
    way = source.line_starts[cut.start] - slide.span.start
    moved = SourceSlide(
        source=source,
        index=index,
        span=slide.span.shift(way),
        start=cut.start,
        content_start=cut.content_start,
        end=cut.end,
        frontmatter=_moved_frontmatter(slide.frontmatter, way) if way else slide.frontmatter,
        content=slide.content,
        content_span=slide.content_span.shift(way),
        note=slide.note,
        note_span=None if slide.note_span is None else slide.note_span.shift(way),
        title=slide.title,
        level=slide.level,
        revision=slide.revision,
        images=slide.images,
    )
    return _Read(moved, tuple(_moved_problem(problem, source, index, way) for problem in read.problems))


def _moved_frontmatter(frontmatter: Frontmatter, way: int) -> Frontmatter:
    if frontmatter.span is None:
        return frontmatter
    keys = {name: KeySpan(key.shift(way), value.shift(way)) for name, (key, value) in frontmatter.keys.items()}
    return frontmatter._replace(span=frontmatter.span.shift(way), keys=keys)


def _moved_problem(problem: Problem, source: Source, index: int, way: int) -> Problem:
    def place(location: Location) -> Location:
        return Location(source, Span(*location.span).shift(way))

    related = None if problem.related is None else place(problem.related)
    return problem._replace(location=place(problem.location), slide_index=index, related=related)
