"""How keys, values and paths are spelled: as TOML would have them, and safe for a terminal."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
"""Characters of a key that needs no quotes."""

LONGEST = 60
"""Characters of a user's text that a message repeats."""

ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quoted(text: str) -> str:
    """Text as a TOML basic string, whatever does not print spelled out."""
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in ESCAPES:
        return ESCAPES[char]
    if char.isprintable():
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def dotted(address: Iterable[str]) -> str:
    """A key's address as one dotted TOML key."""
    return ".".join(part if part and BARE.issuperset(part) else quoted(part) for part in address)


def toml(value: object) -> str:
    """A value as TOML: text, a number, true or false, or a list of these."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, int):
        return f"{value:_}" if abs(value) >= 10_000 else str(value)
    return quoted(value) if isinstance(value, str) else repr(value)


def told(value: object) -> str:
    """What somebody wrote, for a message that says what is wrong with it: short, and of one line."""
    if isinstance(value, str):
        short = value if len(value) <= LONGEST else f"{value[:LONGEST]}…"
        return f"`{short if short.isprintable() else ''.join(map(_escaped, short))}`"
    if isinstance(value, int) and abs(value) >= 1 << 63:
        return "a number of more than 64 bits"
    return f"`{toml(value)}`" if isinstance(value, (int, float)) else type_told(value)


def type_told(value: object) -> str:
    """What sort of value it is, without the value: that may be a secret."""
    for types, words in TYPES:
        if isinstance(value, types):
            return words
    return "a date or a time"


TYPES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (str, "this text"),
    (bool, "true or false"),
    ((int, float), "a number"),
    ((list, tuple), "a list"),
    (dict, "a table"),
)


def near(word: str, known: Iterable[str]) -> str:
    """`: did you mean …?` where one of the known words is close to the written one, else nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word[:LONGEST], list(known), n=1)
    return f": did you mean `{close[0]}`?" if close else ""


def listed(words: Iterable[str]) -> str:
    """Choices as a sentence has them: `a`, `b` or `c`."""
    *most, last = [f"`{word}`" for word in words]
    return f"{', '.join(most)} or {last}" if most else last


def displayed(path: Path) -> str:
    """A path as it is written from the current folder, where that is near."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return str(path) if relative.startswith(f"..{os.sep}..{os.sep}..") else relative
