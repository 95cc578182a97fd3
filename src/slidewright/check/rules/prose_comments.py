"""Comments on a slide, and whether they read like notes for the speaker rather than like content taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from slidewright.check.rules.code_ranges import code_ranges
from slidewright.parse.visible import COMMENT
from slidewright.resolve.outcomes import Part

MARKUP = re.compile(r"</?\w|!\[|\]\(|^\s{0,3}(?:#{1,6}\s|```|~~~|::|---|\|)|\{\{|^\s*[\w-]+\s*:\s*$", re.M)
SPEAKING_TO_TOOLS = re.compile(
    r"\s*(?:[\w-]*lint[\w-]*|prettier|slidewright|eslint|cspell|spell|vale|todo|fixme|xxx|hack|toc|more|copyright|"
    r"source|prompt|midjourney|note to self|image|img)\b",
    re.I,
)
WORDS = re.compile(r"[^\W\d_]{2,}")
WIDE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")


class Comment(NamedTuple):
    """A comment of a slide's content: its text and its span."""

    text: str
    start: int
    end: int


def comments(part: Part) -> Iterator[Comment]:
    """The comments of a slide that stand in no code, in order."""
    content = part.slide.content
    if "<!--" not in content:
        return
    is_code = code_ranges(part)
    for match in COMMENT.finditer(content):
        if not is_code(match.start()):
            yield Comment(match[0][4:].removesuffix("-->").strip(), *match.span())


def is_prose(text: str) -> bool:
    """Is it what somebody would say: some words, and no markup?"""
    if MARKUP.search(text) or SPEAKING_TO_TOOLS.match(text):
        return False
    return len(WORDS.findall(text)) >= 5 or len(WIDE.findall(text)) >= 10
