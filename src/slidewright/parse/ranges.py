"""Slidev's range strings, as after the `#` of `src:` (format B.3)."""

from __future__ import annotations

import math
import re

SEPARATOR = re.compile(r"[,;]")


def parse_range(total: int, text: str) -> list[float]:
    """Slide numbers of a range, unique and sorted; numbers above `total` are dropped, 0 and fractions are not."""
    text = text.strip()
    if text in ("", "all", "*"):
        return list(range(1, total + 1))
    if text == "none":
        return []
    numbers: set[float] = set()
    for part in SEPARATOR.split(text):
        numbers |= _part(part, total)
    return sorted(number for number in numbers if number <= total)


def _part(part: str, total: int) -> set[float]:
    if "-" not in part:
        number = _number(part)
        return set() if math.isnan(number) else {number}
    first, last = part.split("-")[:2]
    start, end = _number(first), _number(last) if last.strip() else total
    if math.isnan(start) or math.isnan(end):
        return set()
    return {start + step for step in range(int(min(end, total) - start) + 1)}


def _number(text: str) -> float:
    """JavaScript's `+text`: blank is 0, what is no number is NaN."""
    text = text.strip()
    try:
        number = float(text) if text else 0.0
    except ValueError:
        return math.nan
    return int(number) if number.is_integer() else number
