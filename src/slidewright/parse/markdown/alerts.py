"""GitHub alerts: a quote that begins with `[!NOTE]` (C.4)."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

ALERT = re.compile(r"\\?\[!(TIP|NOTE|IMPORTANT|WARNING|CAUTION)\]([^\n\r]*)", re.I)


def alerts(md: MarkdownIt) -> None:
    """Turn such quotes into alert boxes."""
    md.core.ruler.after("block", "github_alerts", github_alerts)


def github_alerts(state: StateCore) -> None:
    """The core rule; like Slidev's, it pairs a quote with the first end that follows, nested or not."""
    tokens, index = state.tokens, 0
    while index < len(tokens):
        if tokens[index].type == "blockquote_open":
            start = index
            while tokens[index].type != "blockquote_close":
                index += 1
            _mark(tokens, start, index)
        index += 1


def _mark(tokens: list[Token], start: int, end: int) -> None:
    first = next((token for token in tokens[start : end + 1] if token.type == "inline"), None)
    match = ALERT.match(first.content) if first else None
    if first is None or match is None:
        return
    kind = match[1].lower()
    first.content = first.content[match.end() :].lstrip()
    tokens[start].type, tokens[start].tag = "alert_open", "div"
    tokens[start].meta.update(kind=kind, title=match[2].strip() or kind.capitalize())
    tokens[end].type, tokens[end].tag = "alert_close", "div"
