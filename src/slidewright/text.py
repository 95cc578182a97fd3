"""Source text: offsets inside, lines and columns for people."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import PurePosixPath
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of character offsets `[start, end)` into a source's text."""

    start: int
    end: int

    def shift(self, offset: int) -> Span:
        """The same range, `offset` characters further on."""
        return Span(self.start + offset, self.end + offset)


class Position(NamedTuple):
    """A place as people count it: 1-based line, 1-based column in code points."""

    line: int
    column: int


@dataclass(frozen=True, eq=False, repr=False)  # a file is read once: one source, one file
class Source:
    """One text and the path it is known by, relative to the project root.

    `text` has LF line ends: Slidev's parser cuts at LF and CRLF alike and joins with LF. `carriage_returns` are the
    offsets in `text` before whose LF the file had a CR, so that `original_offset` finds the place in the file itself.
    """

    path: PurePosixPath
    text: str
    carriage_returns: tuple[int, ...] = ()

    @classmethod
    def from_original(cls, path: PurePosixPath, original: str) -> Source:
        """Make a source of a file's own text, noting where CRLF became LF."""
        if "\r\n" not in original:
            return cls(path, original)
        parts = original.split("\r\n")
        offsets, at = [], 0
        for part in parts[:-1]:
            at += len(part)
            offsets.append(at)
            at += 1
        return cls(path, "\n".join(parts), tuple(offsets))

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of each line (lines end at LF)."""
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return tuple(starts)

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; a final newline yields a last, empty line."""
        return self.text.split("\n")

    def position(self, offset: int) -> Position:
        """Line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def slice(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def line_span(self, line: int) -> Span:
        """Span of a 0-based line, without its end."""
        start = self.line_starts[line]
        end = self.line_starts[line + 1] - 1 if line + 1 < len(self.line_starts) else len(self.text)
        return Span(start, end)

    def original_offset(self, offset: int) -> int:
        """Offset in the file's own text (with its CRs) of an offset in `text`."""
        return offset + bisect_left(self.carriage_returns, offset)

    def original_text(self) -> str:
        """The file's own text, CRLF included."""
        if not self.carriage_returns:
            return self.text
        cuts = (0, *self.carriage_returns, len(self.text))
        return "\r".join(self.text[a:b] for a, b in pairwise(cuts))


class Location(NamedTuple):
    """What a diagnostic points at: a span of a source."""

    source: Source
    span: Span

    @property
    def start(self) -> Position:
        """Where the span begins."""
        return self.source.position(self.span.start)

    @property
    def end(self) -> Position:
        """Where the span ends (exclusive)."""
        return self.source.position(self.span.end)

    @property
    def text(self) -> str:
        """The text pointed at."""
        return self.source.slice(self.span)
