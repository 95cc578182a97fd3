"""JSON that any terminal and any encoding bears."""

from __future__ import annotations

import json


def json_text(value: object, indent: int | None = 2) -> str:
    """The value as JSON, legible: text as it is, but for what is not printable, which is escaped.

    A deck may hold characters that drive a terminal (C1, bidirectional marks) and lone surrogates.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if text.isprintable():
        return text
    for char in sorted({char for char in text if not char.isprintable() and char != "\n"}):
        text = text.replace(char, json.dumps(char)[1:-1])
    return text
