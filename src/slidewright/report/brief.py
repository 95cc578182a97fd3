"""What a build warns of, a line each: those of one cause in one line with their places, and each advice once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import pairwise
from textwrap import wrap

from slidewright.diagnostics import Diagnostic
from slidewright.report import Display, Placed
from slidewright.report.causes import Group, by_cause
from slidewright.report.concise import line
from slidewright.report.terminal import printable
from slidewright.report.wording import place, short_place

COLUMNS = 120
UNBROKEN = "\u00a0"
QUOTE = 30
"""Columns of what stands at a folded place; longer texts and addresses are left out."""


def brief(diagnostics: Iterable[Diagnostic], display: Display) -> Iterator[str]:
    """The lines by file and place, without colours; `display` words a path for the reader."""
    advised = set[str]()
    for group in by_cause([Placed(one, display(one.location.source.path)) for one in diagnostics], _cause):
        yield line(group[0], colour=False)
        yield from _others(group)
        advice = group[0].diagnostic.help
        if advice and advice not in advised:
            advised.add(advice)
            yield f"  help: {printable(advice)}{_likewise(group)}"


def _cause(item: Placed) -> Hashable:
    """In all files of the deck; what is worded alike has one cause, too."""
    found = item.diagnostic
    return found.rule, found.cause or found.message


def _others(group: Group) -> Iterator[str]:
    """The places of the others, with what stands there where that differs and is short."""
    if len(group) > 1:
        told = ", ".join(_told(item, before).replace(" ", UNBROKEN) for before, item in pairwise(group))
        text = f"  and {len(group) - 1} more of the same cause: {told}"
        lines = wrap(text, COLUMNS, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
        yield from (line.replace(UNBROKEN, " ") for line in lines)


def _told(item: Placed, before: Placed) -> str:
    location = item.diagnostic.location
    where = short_place(location) if item.path == before.path else place(item.path, location)
    text = printable(location.text)
    is_news = text != printable(before.diagnostic.location.text) and 0 < len(text) <= QUOTE and "://" not in text
    return f"{where} {text}" if is_news else where


def _likewise(group: Group) -> str:
    return " (and so for the others)" if len({item.diagnostic.help for item in group}) > 1 else ""
