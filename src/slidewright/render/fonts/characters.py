"""The characters that a page may show: all that stand in its code and style sheets, and ASCII always."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

ALWAYS = frozenset([*map(chr, range(0x20, 0x7F)), *"\u00a0·×–—‘’“”•…←→"])
"""What talks are made of, and what the client itself writes: so most decks share their fonts' kept subsets."""

_ESCAPE = re.compile(r"\\u\{?([0-9A-Fa-f]{4,6})\}?|\\([0-9A-Fa-f]{2,6})(?![0-9A-Fa-f])")
_ENTITY = re.compile(r"&#?\w{2,31};")
_LAST = 0x10FFFF
_CODE = re.compile(r"""["'<](?:code|pre|kbd|samp)\b|slidev-code|ShikiMagicMove|mono\b""")


def shown_characters(texts: Iterable[str]) -> frozenset[int]:
    """Code points in the texts, in either case, with those that are escaped there."""
    found = set(ALWAYS)
    for text in texts:
        if not text.isascii():
            found |= set(text)
        found |= _escaped(text)
    cased = {variant for char in found for variant in (*char.upper(), *char.lower())}
    return frozenset(ord(char) for char in found | cased if not "\ud800" <= char <= "\udfff")


def _escaped(text: str) -> set[str]:
    """Characters that JavaScript (`\\u2192`), CSS (`\\2192`) or HTML (`&rarr;`) spell out."""
    points = {int(match[1] or match[2], 16) for match in _ESCAPE.finditer(text)} if "\\" in text else set()
    entities = "".join(set(_ENTITY.findall(text))) if "&" in text else ""
    return {chr(point) for point in points if 0x20 <= point <= _LAST} | set(html.unescape(entities))


def has_code(scripts: Iterable[str]) -> bool:
    """Whether a deck's scripts draw anything in the family for code: listings, code in a line, keys, `font-mono`."""
    return any(_CODE.search(script) for script in scripts)
