"""Markdown links and images that Markdown does not take for any: their address has a blank or an odd bracket in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from slidewright.resolve.outcomes import Part

TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')\s*\Z")
TAKEN = ("image", "link_open", "html_block", "html_inline", "code_inline", "math_inline")
"""What no text of Markdown stands in."""
BRACKET = re.compile(r"[()]")
ODD = re.compile(r"\]\((?:[^()\n]{0,300}[ \t(]|file:)")
"""Without it a content holds no address that Markdown may stumble over."""
LONGEST, MOST = 500, 16
"""Characters of an address and brackets in it: what has more is none."""


class Unlinked(NamedTuple):
    """An address as written in `](…)`, its place in the content, and whether a `!` makes it a picture's."""

    target: str
    start: int
    end: int
    is_image: bool

    @property
    def name(self) -> str:
        """The last name of its path."""
        return self.target.rstrip("/").rpartition("/")[2]


def unlinked(part: Part) -> Iterator[Unlinked]:
    """What reads `[…](…)` in a slide's text and is no link, in order; none in code, comments and formulas."""
    if ODD.search(part.slide.content) is None:
        return
    spans = sorted(placed.span for placed in part.anatomy.placed if placed.token.type in TAKEN)
    starts, ends = [start for start, _ in spans], _furthest([end for _, end in spans])
    for line in part.anatomy.text:
        at = line.text.find("](")
        while at >= 0:
            number = bisect_right(starts, line.start + at) - 1
            if number < 0 or ends[number] <= line.start + at:
                found = _at(line.text, at)
                if found is not None:
                    yield found._replace(start=found.start + line.start, end=found.end + line.start)
            at = line.text.find("](", at + 2)


def _furthest(ends: list[int]) -> list[int]:
    """The furthest end of each span and those before it: a picture may stand inside a link."""
    for number in range(1, len(ends)):
        ends[number] = max(ends[number], ends[number - 1])
    return ends


def _at(text: str, at: int) -> Unlinked | None:
    """What stands in the brackets after a `](`, its title left out."""
    opening = text.rfind("[", max(0, at - LONGEST), at)
    end = _end(text, at + 2)
    if opening < 0 or end is None:
        return None
    inner = text[at + 2 : end]
    title = TITLE.search(inner)
    target = (inner[: title.start()] if title else inner).strip()
    start = at + 2 + len(inner) - len(inner.lstrip())
    return Unlinked(target, start, start + len(target), text[opening - 1 : opening] == "!") if target else None


def _end(text: str, start: int) -> int | None:
    """Where the bracket closes that was open before `start`: at the one that pairs with it, else at the next."""
    depth, first = 1, None
    for match in islice(BRACKET.finditer(text, start, start + LONGEST), MOST):
        if match[0] == "(":
            depth += 1
            continue
        first = match.start() if first is None else first
        depth -= 1
        if depth == 0:
            return match.start()
    return first
