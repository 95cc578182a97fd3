"""JavaScript values as attributes write them (`3`, `'+1'`, `[2, 4]`, `{at: 5}`), read and never run."""

from __future__ import annotations

import math
import re
from typing import Any, Final

from slidewright.parse.javascript import number

DEEPEST = 20
"""Lists and objects within each other beyond which a value is not read."""

PIECE = re.compile(
    r"""\s*(?:(?P<number>(?:0[xXoObB])?[0-9][\w.]*|\.[0-9]\w*)|(?P<text>'[^'\\\n]*'|"[^"\\\n]*"|`[^`\\$]*`)"""
    r"""|(?P<word>[A-Za-z_$][\w$]*)|(?P<mark>[-+\[\]{},:]))""",
    re.A,
)
WORDS = {"true": True, "false": False, "null": None, "undefined": None, "NaN": math.nan, "Infinity": math.inf}


class Unknown:
    """An expression that only the page can work out."""


UNKNOWN: Final = Unknown()


class _Unreadable(Exception):
    """What is written is more than a literal."""


def literal(text: str) -> Any:
    """The value of a literal, or UNKNOWN; `null` and `undefined` are None, which Slidev treats alike."""
    reader = _Reader(text)
    try:
        value = reader.value(0)
        return value if reader.is_done() else UNKNOWN
    except _Unreadable:
        return UNKNOWN


class _Reader:
    """One walk over an expression."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def is_done(self) -> bool:
        return not self.text[self.at :].strip()

    def take(self) -> tuple[str, str]:
        """Kind and text of the next piece."""
        match = PIECE.match(self.text, self.at)
        if match is None or match.lastgroup is None:
            raise _Unreadable
        self.at = match.end()
        return match.lastgroup, match[match.lastgroup]

    def meets(self, mark: str) -> bool:
        """Take a mark if it is next."""
        match = PIECE.match(self.text, self.at)
        if match is None or match["mark"] != mark:
            return False
        self.at = match.end()
        return True

    def value(self, depth: int) -> Any:
        if depth > DEEPEST:
            raise _Unreadable
        kind, text = self.take()
        if kind == "text":
            return text[1:-1]
        if kind == "number":
            return _number(text)
        if kind == "word":
            return self.word(text)
        if text in "+-":
            value = as_number(self.value(depth + 1))
            return -value if text == "-" else value
        return self.items(depth) if text == "[" else self.object(depth) if text == "{" else _refuse()

    def word(self, text: str) -> Any:
        return WORDS[text] if text in WORDS else _refuse()

    def items(self, depth: int) -> list[Any]:
        found: list[Any] = []
        while not self.meets("]"):
            found.append(self.value(depth + 1))
            if not self.meets(","):
                return found if self.meets("]") else _refuse()
        return found

    def object(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not self.meets("}"):
            kind, key = self.take()
            if kind == "mark" or not self.meets(":"):
                raise _Unreadable
            found[key[1:-1] if kind == "text" else key] = self.value(depth + 1)
            if not self.meets(","):
                return found if self.meets("}") else _refuse()
        return found


def _refuse() -> Any:
    raise _Unreadable


def _number(text: str) -> float:
    value = number(text)
    return _refuse() if math.isnan(value) else value


def as_number(value: Any) -> float:
    """JavaScript's `+value`."""
    if isinstance(value, (bool, int, float)):
        return value + 0
    if value is None:
        return 0
    if isinstance(value, str):
        return number(value)
    return as_number(value[0] if value else None) if isinstance(value, list) and len(value) < 2 else math.nan
