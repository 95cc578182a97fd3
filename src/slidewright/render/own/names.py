"""What the page calls a file of the workspace."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

PREFIX = "own/"
_UNSAFE = re.compile("[\\\\'\"`<%\x00-\x1f\u2028\u2029\ud800-\udfff]")


def module_name(path: PurePosixPath, query: str = "") -> str:
    """The page's name of a file, by its path from the project's root; `query` is `raw`, `url` or `inline`."""
    safe = _UNSAFE.sub(lambda match: f"%{ord(match[0]):02x}", str(path))
    return f"{PREFIX}{safe}{'?' if query else ''}{query}"
