"""Magic moves: four fence characters around blocks that turn into one another (C.5)."""

from __future__ import annotations

import re

MAGIC_MOVE = re.compile(r"(?:md|markdown) magic-move\s*(?:\[([^\]]*)\])?\s*(\{[^}]*\})?")


def is_magic_move(info: str, markup: str) -> bool:
    """Four fence characters, and the info string of a magic move."""
    return len(markup) == 4 and MAGIC_MOVE.match(info.strip()) is not None
