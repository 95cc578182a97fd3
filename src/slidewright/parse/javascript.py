"""What JavaScript means by white space and line ends, where Python means something else (format appendix 1)."""

from __future__ import annotations

import math
import re
from typing import Any

SPACE = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""The characters of JavaScript's `trim` and `\\s`: U+FEFF belongs, U+0085 and U+001C to U+001F do not."""

SPACE_CLASS = r"\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""`SPACE` for use inside a character class."""

LINE_ENDS = r"\n\r\u2028\u2029"
"""What `.` excludes and `^ $` stop at in JavaScript, for use inside a character class."""

LINE_START = rf"(?:\A|(?<=[{LINE_ENDS}]))"
"""`^` of a multi-line JavaScript pattern."""


def trim(text: str) -> str:
    """JavaScript's `trim`."""
    return text.strip(SPACE)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of `text[start:end]` without the white space around it; an empty rest ends where it began."""
    part = text[start:end]
    left = len(part) - len(part.lstrip(SPACE))
    if left == len(part):
        return start, start
    return start + left, start + len(part.rstrip(SPACE))


def falsy(value: object) -> bool:
    """JavaScript's falsiness: an empty list or map is truthy, NaN is not."""
    if isinstance(value, (list, dict)):
        return False
    return not value or value != value


def spread(value: object) -> dict[str, Any]:
    """JavaScript's `{...value}`: a text or list spreads into its items by index, a number into nothing."""
    if isinstance(value, dict):
        return dict(value)
    if isinstance(value, (str, list)):
        return {str(index): item for index, item in enumerate(value)}
    return {}


def string(value: object) -> str:
    """JavaScript's `String(value)` for what YAML can hold."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, float):
        return str(value)
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return str(int(value)) if value.is_integer() and abs(value) < 1e21 else str(value)


DECIMAL = r"[-+]?(?:Infinity|[0-9]+\.?[0-9]*(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?)"
NUMBER = re.compile(rf"{DECIMAL}\Z")
LEADING_NUMBER = re.compile(DECIMAL)
RADIX = re.compile(r"0(?:[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)\Z")


def number(text: str) -> float:
    """JavaScript's `+text`: blank is 0, what is no number is NaN."""
    text = trim(text)
    if not text:
        return 0
    if RADIX.match(text):
        return _narrow(float.fromhex(text) if text[1] in "xX" else float(int(text, 0)))
    return _narrow(float(text.replace("Infinity", "inf"))) if NUMBER.match(text) else math.nan


def leading_number(text: str) -> float:
    """JavaScript's `parseFloat(text)`: the number that the text begins with, else NaN."""
    match = LEADING_NUMBER.match(trim(text))
    return number(match[0]) if match else math.nan


def _narrow(value: float) -> float:
    return int(value) if value.is_integer() and abs(value) < 2**53 else value
