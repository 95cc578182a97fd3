"""Times as Slidev reads them in `duration:` (format B.2)."""

from __future__ import annotations

import math
import re

from slidewright.parse.javascript import number, trim

UNITS = frozenset("s sec secs m min mins h hr hrs hour hours day days week weeks month months year years".split())
RUN = re.compile(r"([\d.]+)([a-z]+)", re.I | re.A)
LETTER = re.compile(r"[a-z]", re.I | re.A)


def is_time(text: str) -> bool:
    """Can Slidev read a text as a time: `h:m:s`, `m:s`, seconds, or runs such as `1h30min`, after an optional `+`?"""
    text = text.removeprefix("+")
    if ":" in text:
        parts = [number(part) for part in text.split(":")]
        return len(parts) in (2, 3) and not any(map(math.isnan, parts))
    if not LETTER.search(text):
        return not math.isnan(number(text))
    runs = RUN.findall(text)
    return not trim(RUN.sub("", text)) and all(
        unit.lower() in UNITS and not math.isnan(number(value)) for value, unit in runs
    )
