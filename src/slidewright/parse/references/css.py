"""Addresses in CSS: `url()` and `@import`."""

from __future__ import annotations

import re
from collections.abc import Iterator

COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
URL = re.compile(r"\burl\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"')]+))\s*\)", re.I)
IMPORT = re.compile(r"@import\s+(?:\"([^\"]*)\"|'([^']*)')", re.I)


def css_addresses(text: str) -> Iterator[tuple[str, int]]:
    """Each address and the offset where it begins; comments are passed over."""
    masked = COMMENT.sub(lambda match: " " * len(match[0]), text) if "/*" in text else text
    found = [match for pattern in (URL, IMPORT) for match in pattern.finditer(masked)]
    for match in sorted(found, key=lambda match: match.start()):
        group = next(number for number in range(1, match.re.groups + 1) if match[number] is not None)
        yield match[group], match.start(group)
