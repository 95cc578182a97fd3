"""Slidev's range strings, as after the `#` of `src:` (format B.3)."""

from __future__ import annotations

import math
import re

from slidewright.parse.javascript import number

SEPARATOR = re.compile(r"[,;]")


def parse_range(total: int, text: str) -> list[float]:
    """Slide numbers of a range, unique and sorted; numbers above `total` are dropped, 0 and fractions are not."""
    if text in ("", "all", "*"):
        return list(range(1, total + 1))
    if text == "none":
        return []
    numbers: set[float] = set()
    for part in SEPARATOR.split(text):
        numbers |= _part(part, total)
    return sorted(found for found in numbers if found <= total)  # what is no number is not


def _part(part: str, total: int) -> set[float]:
    if "-" not in part:
        return {number(part)}
    first, last = part.split("-")[:2]
    start, end = number(first), number(last) if last else total
    if not math.isfinite(start) or math.isnan(end):
        return set()
    return {start + step for step in range(math.ceil(min(end, total) + 1 - start))}
