"""What Slidev detects in the text of the shown slides and switches on for the whole deck (format B.7).

Most decks have none of it: the patterns are compiled where a search for plain text says that they may match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from slidewright.model import Features
from slidewright.parse.javascript import LINE_ENDS, LINE_START, SPACE_CLASS

KATEX = rf"\$[^{LINE_ENDS}]*?\$|\$\$"
MERMAID = rf"{LINE_START}```mermaid"
TWEET = r"(?a)<Tweet\b"
BLUESKY = r"(?a)<BlueSky\b"
MONACO = rf"\{{monaco[^{LINE_ENDS}]*"
MONACO_CODE = (
    rf"(?sa){LINE_START}```(\w+)[{SPACE_CLASS}]*\{{monaco([^}}]*)\}}[{SPACE_CLASS}]*"
    rf"([^{SPACE_CLASS}].*?){LINE_START}```"
)
SCRIPT_LANGUAGES = ("js", "javascript", "ts", "typescript")
FROM = rf"(?a)(?<=[{SPACE_CLASS}])from[{SPACE_CLASS}]+([\"'])([/.\w@-]+)\1"


def detect(raws: Iterable[str]) -> Features:
    """Features of the shown slides' raw texts; Slidev joins them without a newline, so we do."""
    text = "".join(raws)
    return Features(
        katex="$" in text and re.search(KATEX, text) is not None,
        mermaid="```mermaid" in text and re.search(MERMAID, text) is not None,
        tweet="<Tweet" in text and re.search(TWEET, text) is not None,
        bluesky="<BlueSky" in text and re.search(BLUESKY, text) is not None,
        monaco=_monaco(text) if "{monaco" in text else False,
    )


def _monaco(text: str) -> Any:
    """False, or the modules that editable code imports: their types, and what running it needs."""
    if not any("}" in opening for opening in re.findall(MONACO, text)):
        return False
    types: dict[str, None] = {}
    deps: dict[str, None] = {}
    for language, kind, code in re.findall(MONACO_CODE, text):
        modules = [name for _, name in re.findall(FROM, code)] if language in SCRIPT_LANGUAGES else []
        types.update(dict.fromkeys(name for name in modules if name not in "./"))
        deps.update(dict.fromkeys(modules if kind == "-run" else ()))
    return {"types": list(types), "deps": list(deps)}
