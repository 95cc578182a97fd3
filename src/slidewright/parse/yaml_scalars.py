"""What a scalar means under YAML's 1.2 core schema, as JavaScript would hold it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

CORE = "tag:yaml.org,2002:"

INTEGER = re.compile(r"[-+]?[0-9]+\Z")
OCTAL = re.compile(r"0o[0-7]+\Z")
HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+\Z")
FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?\Z")
INFINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z")

WORDS: Mapping[str, Any] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    ".nan": float("nan"), ".NaN": float("nan"), ".NAN": float("nan"),
}  # fmt: skip

WORDS_1_1 = {
    word: value
    for words, value in (("y yes on", True), ("n no off", False))
    for base in words.split()
    for word in (base, base.capitalize(), base.upper())
}
"""What `%YAML 1.1` adds to `WORDS`."""


def plain(text: str, words: Mapping[str, Any] = WORDS) -> Any:
    """Value of a plain scalar under the core schema."""
    if text in words:
        return words[text]
    if text[0] not in "-+.0123456789":
        return text
    if INTEGER.match(text):
        return _integer(int(text)) if len(text) < 400 else float(text)
    if FLOAT.match(text):
        return float(text)
    if OCTAL.match(text):
        return _integer(int(text[2:], 8))
    if HEXADECIMAL.match(text):
        return _integer(int(text, 16))
    if INFINITE.match(text):
        return float("-inf") if text[0] == "-" else float("inf")
    return text


def _integer(number: int) -> int | float:
    if abs(number) <= 2**53:
        return number
    try:
        return float(number)
    except OverflowError:
        return float("inf") if number > 0 else float("-inf")


TYPED: Mapping[str, Callable[[str], object]] = {
    CORE + "int": lambda text: isinstance(plain(text), int),
    CORE + "float": lambda text: isinstance(plain(text), (int, float)),
    CORE + "bool": lambda text: isinstance(plain(text), bool),
    CORE + "null": lambda text: plain(text) is None,
}
