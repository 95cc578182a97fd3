"""Slidev's typography in px on the canvas: what its themes default and seriph share (measured: Chromium)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Type(NamedTuple):
    """Type of an element: its size, line height, and the margins above and below."""

    size: float
    line: float
    above: float = 0.0
    below: float = 0.0


BASE = Type(17.6, 26.4)
"""Text that stands in no paragraph."""
PARAGRAPH = Type(17.6, 24.0, 16.0, 16.0)
LIST_LINE = 1.8
"""Line height of list items, in sizes."""
LIST_INDENT = 23.0
CELL_PADDING = 24.5
CELL_SIDES = 16.0
CODE = Type(12.0, 18.0, 4.0, 4.0)
CODE_PADDING = 16.0
CODE_TITLE = 30.0
QUOTE = Type(14.0, 24.0)
QUOTE_PADDING = 8.0

HEADINGS: Mapping[str, Type] = {
    "h1": Type(36.0, 40.0, 0.0, 16.0),
    "h2": Type(30.0, 36.0),
    "h3": Type(24.0, 32.0),
    "h4": Type(20.0, 28.0),
    "h5": Type(16.0, 24.0),
    "h6": Type(14.0, 24.0),
}
LARGE_H1: Mapping[str, Type] = {
    "cover": Type(60.0, 80.0, 0.0, 16.0),
    "intro": Type(60.0, 80.0, 0.0, 16.0),
    "section": Type(60.0, 80.0, 0.0, 16.0),
    "statement": Type(60.0, 60.0, 0.0, 16.0),
    "fact": Type(96.0, 96.0, 0.0, 16.0),
}
"""First headings of layouts that set them larger."""
UNDER_HEADING = -8.0
"""What a paragraph directly below an `h1` moves up."""
BEFORE_H2 = 40.0
"""The space above an `h2` that follows a paragraph, a list or a table."""

LINES: Mapping[str, float] = {
    "text-xs": 16.0, "text-sm": 20.0, "text-base": 24.0, "text-lg": 28.0, "text-xl": 28.0, "text-2xl": 32.0,
    "text-3xl": 36.0, "text-4xl": 40.0, "text-5xl": 48.0, "text-6xl": 60.0, "text-7xl": 72.0, "text-8xl": 96.0,
    "text-9xl": 128.0,
}  # fmt: skip
"""Line heights that go with UnoCSS's sizes of type."""

PADDING_TOP, PADDING_SIDES = 40.0, 56.0
"""Of every layout but `none` and `full`."""

WIDE, NARROW, LATIN, CAPITAL, MONOSPACED = 1.0, 0.27, 0.5, 0.66, 0.6
"""Widths of characters in sizes: East Asian, blanks and points, small letters, capitals and digits, code."""
