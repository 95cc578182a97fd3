"""Where the code of a slide stands: what looks like something there is only shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from slidewright.resolve.outcomes import Part

CODE = ("code_inline", "fence", "code_block")


def code_ranges(part: Part, kinds: tuple[str, ...] = CODE) -> Callable[[int], bool]:
    """A function that tells whether an offset into a slide's content stands in a token of these kinds."""
    spans = sorted(item.span for item in part.anatomy.placed if item.token.type in kinds)
    starts = [start for start, _ in spans]

    def is_within(at: int) -> bool:
        number = bisect_right(starts, at) - 1
        return number >= 0 and at < spans[number][1]

    return is_within
