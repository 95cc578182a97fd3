"""What Slidev's client draws by hand, as SVG inside its root: nothing else in it is kept, and no script can be."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SHAPES = "path|line|polyline|polygon|ellipse|circle|rect|g|defs|marker"
_SIZES = "x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|width|height|refX|refY|markerWidth|markerHeight|orient|viewBox|points|d"
_LOOKS = "fill|fill-opacity|fill-rule|opacity|stroke|stroke-[a-z]+|transform|vector-effect|id|data-drauu_index"
_MARKERS = "marker-start|marker-mid|marker-end"
_PLAIN = rf'(?:{_SIZES}|{_LOOKS})="[\w#.,%() +-]*"'
_MARKED = rf'(?:{_MARKERS})="url\(#[\w-]+\)"'
_TOKEN = re.compile(rf"\s+|</(?:{_SHAPES})>|<(?:{_SHAPES})(?:\s+(?:{_PLAIN}|{_MARKED}))*\s*/?>", re.ASCII)


def clean(strokes: str) -> str:
    """The strokes as they are where there is nothing else; an element of another kind, or with more to it, is left out.

    What stays is written in one way only, which no reader of SVG or HTML can take for something else.
    """
    return "".join(_tokens(strokes))


def _tokens(strokes: str) -> Iterator[str]:
    at = 0
    while at < len(strokes):
        found = _TOKEN.match(strokes, at)
        if found:
            yield found[0]
        following = strokes.find("<", at + 1)
        at = found.end() if found else following if following >= 0 else len(strokes)
