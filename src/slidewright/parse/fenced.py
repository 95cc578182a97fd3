"""Content without its fenced code, as Slidev removes it before it looks for titles and images (format A.8)."""

from __future__ import annotations

import re

from slidewright.parse.javascript import LINE_ENDS, LINE_START

FENCED = re.compile(rf"{LINE_START}```.+?(?<=[{LINE_ENDS}])```", re.S)


def without_fences(content: str) -> str:
    """The content without what stands between three backticks at line starts; indented and tilde fences stay."""
    return FENCED.sub("", content) if "```" in content else content
