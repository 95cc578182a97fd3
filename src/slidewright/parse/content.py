"""What Slidev takes from a slide's text: content, note, title, level, revision (format A.7 to A.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from operator import mul
from typing import Any

from slidewright.parse.fenced import without_fences
from slidewright.parse.javascript import LINE_ENDS, LINE_START, falsy, trim, trimmed
from slidewright.text import Span

HEADING = re.compile(rf"{LINE_START}(#+) ([^{LINE_ENDS}]*)")
BLOCK = 256
FACTORS = tuple(pow(31, BLOCK - 1 - place, 1 << 32) for place in range(BLOCK))
"""What each unit of a block counts in the hash."""


def content_and_note(text: str, start: int, end: int) -> tuple[Span, Span | None]:
    """Spans of a slide's content and of its note: the trimmed inside of a comment that ends the slide (A.7)."""
    start, end = trimmed(text, start, end)
    comment = _last_comment(text, start, end)
    if comment is None or comment.end != end:
        return Span(start, end), None
    note = Span(*trimmed(text, comment.start + 4, comment.end - 3))
    return Span(*trimmed(text, start, comment.start)), note


def _last_comment(text: str, start: int, end: int) -> Span | None:
    last, at = None, text.find("<!--", start, end)
    while at >= 0:
        close = text.find("-->", at + 4, end)
        if close < 0:
            break
        last = Span(at, close + 3)
        at = text.find("<!--", close + 3, end)
    return last


def title_and_level(content: str, frontmatter: Mapping[str, Any]) -> tuple[Any, Any]:
    """Title and level of a slide: frontmatter first, else its first ATX heading outside fenced code (A.8)."""
    own_level = frontmatter.get("level")
    level = None if falsy(own_level) else own_level
    for key in ("title", "name"):
        if not falsy(frontmatter.get(key)):
            return frontmatter[key], level
    match = HEADING.search(without_fences(content))
    if match is None:
        return None, level
    return trim(match[2]), len(match[1]) if level is None else level


def revision(raw: str) -> str:
    """Slidev's 32-bit hash of the trimmed slide text, in base 36 (A.9)."""
    code = 0
    units = memoryview(trim(raw).encode("utf-16-le", "surrogatepass")).cast("H")
    for start in range(0, len(units), BLOCK):
        block = units[start : start + BLOCK]
        added = sum(map(mul, block, FACTORS[BLOCK - len(block) :]))
        code = (code * pow(31, len(block), 1 << 32) + added) & 0xFFFFFFFF
    if code >= 0x80000000:
        return "-" + _base36(0x100000000 - code)[:11]
    return _base36(code)[:12]


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if not number:
            return digits
