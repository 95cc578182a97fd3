"""What Slidev detects in the text of the shown slides and switches on for the whole deck (format B.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from slidewright.model import Features
from slidewright.parse.javascript import LINE_ENDS, LINE_START, SPACE_CLASS

KATEX = re.compile(rf"\$[^{LINE_ENDS}]*?\$|\$\$")
MERMAID = re.compile(rf"{LINE_START}```mermaid")
TWEET = re.compile(r"<Tweet\b", re.A)
BLUESKY = re.compile(r"<BlueSky\b", re.A)
MONACO = re.compile(rf"\{{monaco[^{LINE_ENDS}]*")
MONACO_CODE = re.compile(
    rf"{LINE_START}```(\w+)[{SPACE_CLASS}]*\{{monaco([^}}]*)\}}[{SPACE_CLASS}]*([^{SPACE_CLASS}].*?){LINE_START}```",
    re.S | re.A,
)
SCRIPT_LANGUAGES = ("js", "javascript", "ts", "typescript")
FROM = re.compile(rf"(?<=[{SPACE_CLASS}])from[{SPACE_CLASS}]+([\"'])([/.\w@-]+)\1", re.A)


def detect(raws: Iterable[str]) -> Features:
    """Features of the shown slides' raw texts; Slidev joins them without a newline, so we do."""
    text = "".join(raws)
    return Features(
        katex="$" in text and KATEX.search(text) is not None,
        mermaid="```mermaid" in text and MERMAID.search(text) is not None,
        tweet="<Tweet" in text and TWEET.search(text) is not None,
        bluesky="<BlueSky" in text and BLUESKY.search(text) is not None,
        monaco=_monaco(text) if "{monaco" in text else False,
    )


def _monaco(text: str) -> Any:
    """False, or the modules that editable code imports: their types, and what running it needs."""
    if not any("}" in opening for opening in MONACO.findall(text)):
        return False
    types: dict[str, None] = {}
    deps: dict[str, None] = {}
    for language, kind, code in MONACO_CODE.findall(text):
        modules = [name for _, name in FROM.findall(code)] if language in SCRIPT_LANGUAGES else []
        types.update(dict.fromkeys(name for name in modules if name not in "./"))
        deps.update(dict.fromkeys(modules if kind == "-run" else ()))
    return {"types": list(types), "deps": list(deps)}
