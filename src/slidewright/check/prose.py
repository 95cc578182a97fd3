"""What a slide says: its text without markup, how many words that is, and how many columns it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from slidewright.resolve.outcomes import Part

MARKUP = re.compile(
    r"!\[[^\[\]]*\]\([^()]*\)"  # a picture
    r"|\]\([^()]*\)"  # where a link leads
    r"|\{\{[^{}]*\}\}"  # what Vue puts in
    r"|\{[.#][^{}]*\}"  # attributes
    r"|\[\^[^\[\]]*\]"  # a footnote's mark
    r"|https?://[^\s<>()（）]+"
    r"|\\(?=[!-/:-@\[-`{-~])|&#?\w+;|[*~`\[\]|#]+|(?<!\w)_+|_+(?!\w)"
)
MARKS = frozenset("[]*~`_|#&\\{<:")
"""Without any of these a text has no markup."""

IDEOGRAPHS = (
    ("\u3041", "\u30ff"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\uff66", "\uff9f"),
    ("\U00020000", "\U0003ffff"),
)
WORD = r"[^\W_]+(?:['’._-]+[^\W_]+)*"
PER_WORD = 2
"""How many Chinese or Japanese characters take as long as a word."""


class Passage(NamedTuple):
    """A line of what a slide says: the offset in the content where it begins, and its text, markup blanked."""

    start: int
    text: str


def prose(part: Part) -> Iterator[Passage]:
    """The lines of a slide's text in the order of the source; offsets stay true."""
    tags, number = part.anatomy.tags, 0
    for line in part.anatomy.text:
        pieces, at = [], line.start
        while number < len(tags) and tags[number].start < line.end:
            if tags[number].end > at:
                first, last = max(tags[number].start, at), min(tags[number].end, line.end)
                pieces += [line.text[at - line.start : first - line.start], " " * (last - first)]
                at = last
            if tags[number].end > line.end:
                break
            number += 1
        yield Passage(line.start, readable("".join([*pieces, line.text[at - line.start :]])))


def shown(part: Part) -> str:
    """A slide's content with all blanked that is not its text; as long as the content."""
    pieces, at = [], 0
    for start, text in prose(part):
        if start >= at:
            pieces += [" " * (start - at), text]
            at = start + len(text)
    return "".join([*pieces, " " * (len(part.slide.content) - at)])


def readable(text: str) -> str:
    """A piece of Markdown with its markup blanked, as long as before."""
    return text if MARKS.isdisjoint(text) else MARKUP.sub(lambda match: " " * len(match[0]), text)


def words(text: str) -> float:
    """How many words a text without markup has; two Chinese or Japanese characters count as one."""
    if text.isascii():
        return len(re.findall(WORD, text))
    rest = "".join(" " if _is_ideograph(char) else char for char in text)
    return len(re.findall(WORD, rest)) + sum(map(_is_ideograph, text)) / PER_WORD


def _is_ideograph(char: str) -> bool:
    """Is it of a script that puts no blanks between words: Chinese, or Japanese kana?"""
    return any(first <= char <= last for first, last in IDEOGRAPHS)


def said(part: Part) -> float:
    """How many words a slide shows."""
    return sum(words(passage.text) for passage in prose(part))


def columns(text: str) -> int:
    """How many columns of a fixed-width font a text takes: East Asian wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(char) in "WF" else not combining(char) for char in text)
