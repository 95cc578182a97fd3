"""Addresses in CSS: `url()` and `@import`."""

from __future__ import annotations

import re
from collections.abc import Iterator

TOKEN = re.compile(
    r"/\*.*?(?:\*/|\Z)"
    r"|@import\s+(?:\"([^\"\n]*)\"|'([^'\n]*)')"
    r"|\b(?:url|URL)\(\s*(?:\"([^\"\n]*)\"|'([^'\n]*)'|([^\s\"'()]+))\s*\)"
    r"|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'",
    re.S,
)
"""Comments and strings are tokens of their own: what they hold is no address."""
LINE_COMMENT = re.compile(r"(?<![:(\"'])//[^\n]*")
COMPUTED = ("$", "#{", "@{", "{{")
"""What a preprocessor or Vue puts in place of an address."""


def css_addresses(text: str, line_comments: bool = False) -> Iterator[tuple[str, int]]:
    """Each address and the offset where it begins; `line_comments` as Sass and Less have them."""
    if line_comments:
        text = LINE_COMMENT.sub(lambda match: " " * len(match[0]), text)
    for match in TOKEN.finditer(text):
        group = match.lastindex
        address = match[group].strip() if group else ""
        if group and address and not any(mark in address for mark in COMPUTED):
            yield address, match.start(group) + match[group].index(address)
