"""A slide or its note still says that something is to be done.

## Why it matters

`TODO`, `FIXME` and `lorem ipsum` are for the author; the audience should not read them, and a note that says `TBD` does
not help on stage. To-do lists as a subject, code, addresses and comments that are no notes are left alone.

## Example

```md
# Results

TODO: add the chart
```

Use instead:

```md
# Results

The new index answers ten times faster. My todo list was long.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from slidewright.check.finding import Finding
from slidewright.check.prose import Passage, prose, readable
from slidewright.check.show import Show, in_content, in_source
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Part
from slidewright.text import Span
from slidewright.vocabulary.unfinished import ALONE, ALWAYS, ANNOUNCING, CAPITALS, FILLER, NAMING

SEVERITY = Severity.WARNING

MARKS = frozenset(mark.lower() for mark in (*ALWAYS, *CAPITALS, *ANNOUNCING, *ALONE))
REACH = 80
"""How many characters around a mark tell what it means."""
QUOTES = tuple("\"“‘'「『")
COLON = re.compile(r"\s*[:：]")
CODE = re.compile(r"`[^`\n]*`")


def find(show: Show) -> Iterator[Finding]:
    """Marks of what is still to be written, in text and notes."""
    for part in show.own_parts:
        slide = part.slide
        if _may_hold(slide.content):
            for start, end, mark in _marks(prose(part)):
                if mark.lower() != FILLER or not _demonstrates(part):
                    yield in_content(part, start, end, *_words(mark, "on the slide"))
        if slide.note and slide.note_span and _may_hold(slide.note):
            for start, end, mark in _marks(_note(slide.note)):
                place = Span(start, end).shift(slide.note_span.start)
                yield in_source(part, place, *_words(mark, "in the note"))


def _may_hold(text: str) -> bool:
    folded = text.lower()
    return any(mark in folded for mark in MARKS)


def _demonstrates(part: Part) -> bool:
    """Does a slide show how code or a style sheet works? Its filler is meant, then."""
    return bool(part.anatomy.codes) or "<style" in part.slide.content


def _words(mark: str, where: str) -> tuple[str, str]:
    return f"`{mark}` is left {where}", "write what is missing, or take the mark out"


def _note(note: str) -> Iterator[Passage]:
    """The lines of a note, its code blanked."""
    start = 0
    for line in CODE.sub(lambda match: " " * len(match[0]), note).split("\n"):
        yield Passage(start, readable(line))
        start += len(line) + 1


def _marks(passages: Iterator[Passage]) -> Iterator[tuple[int, int, str]]:
    """The first mark of each line: its offsets and its text."""
    for start, text in passages:
        match = _mark().search(text)
        while match and not _is_meant(text, match):
            match = _mark().search(text, match.end())
        if match:
            yield start + match.start(), start + match.end(), match[0]


@cache
def _mark() -> re.Pattern[str]:
    """Every mark, as a whole word; which of them count where is told by what is around them."""
    names = "|".join(
        re.escape(name) for name in sorted({*ALWAYS, *CAPITALS, *ANNOUNCING, *ALONE}, key=len, reverse=True)
    )
    return re.compile(rf"(?<![A-Za-z0-9_@#/.-])(?:{names})(?![A-Za-z0-9_/-]|\.[A-Za-z])", re.I)


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"[\s-]*(?:{'|'.join(NAMING)})(?![a-z])|['’]?s\b|[\"”’'」』]", re.I)


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Does a mark say that something is missing, where it stands?"""
    before, after = text[max(match.start() - REACH, 0) : match.start()], text[match.end() : match.end() + REACH]
    mark, folded = match[0], match[0].lower()
    if any(folded == name.lower() for name in ALWAYS):
        return True
    if _named().match(after) or before.endswith(QUOTES):
        return False
    if mark in CAPITALS:
        return True
    if folded in ANNOUNCING and not any(char.isalnum() for char in before) and COLON.match(after):
        return True
    return folded in ALONE and _stands_alone(before, after)


def _stands_alone(before: str, after: str) -> bool:
    """Is a mark all that its line or its brackets hold?"""
    is_line = not any(char.isalnum() for char in before + after)
    return is_line or (before.rstrip().endswith(tuple("([（【")) and after.lstrip().startswith(tuple(")]）】")))
