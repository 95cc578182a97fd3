"""What JavaScript means by white space and line ends, where Python means something else (format appendix 1)."""

from __future__ import annotations

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
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e21:
        return str(int(value))
    return str(value)
