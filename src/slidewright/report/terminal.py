"""What a terminal does with text: columns of double width, tabs, colours; and what it must never be sent."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import StrEnum

TAB = 4
JOINERS = "\u200c\u200d"
BLANKS = "\u00a0\u3000"


class Style(StrEnum):
    """ANSI styles by what they mark."""

    ERROR = "1;31"
    WARNING = "1;33"
    INFO = "1;36"
    FAINT = "2"
    HELP = "1;34"
    BOLD = "1"
    ADDED = "32"
    REMOVED = "31"
    HUNK = "36"


def wants_colour(choice: str, is_tty: bool, environment: Mapping[str, str]) -> bool:
    """Whether to colour: `always`, `never`, or `auto`, which asks NO_COLOR, FORCE_COLOR, TERM and the terminal in turn.

    A variable counts where it is not empty, whatever its value (no-color.org, force-color.org).
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return is_tty and environment.get("TERM") != "dumb"


def paint(text: str, style: Style, colour: bool) -> str:
    """Text in a style, where colour is wanted."""
    return f"\x1b[{style}m{text}\x1b[0m" if colour and text else text


def width(text: str) -> int:
    """Columns that a text takes: East-Asian wide characters two, marks on the character before none."""
    if text.isascii():
        return len(text)
    return sum(char_width(char) for char in text)


def char_width(char: str) -> int:
    """Columns of one character."""
    if unicodedata.category(char) in ("Mn", "Me") or char in JOINERS or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def printable(text: str) -> str:
    """Text with tabs as spaces and every control character spelled out: a hostile deck must not drive the terminal."""
    if text.isprintable():
        return text
    return "".join(_printable(char) for char in text)


def _printable(char: str) -> str:
    if char == "\t":
        return " " * TAB
    if char in JOINERS or char in BLANKS:
        return char
    is_no_character = ord(char) & 0xFFFE == 0xFFFE
    if is_no_character or unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"
    return char
