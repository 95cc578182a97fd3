"""Findings as Markdown, for the summary of a CI job or a comment: counts, and a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from slidewright.report import Look, Placed, Report
from slidewright.report.summary import summary
from slidewright.report.terminal import printable
from slidewright.report.wording import place

SHOWN = 50
"""Rows of the table that are seen at once; the others are folded up below it."""

HEADER = "| severity | where | slide | rule | message |\n|---|---|---:|---|---|\n"

CODE = re.compile(r"(`[^`]*`)")
PUNCTUATION = re.compile(r"[\\`*_\[\]<>&~$|]")


def formatted(report: Report, look: Look) -> str:
    """The summary and the table; a sentence where there is nothing to say."""
    if not report.placed:
        return f"**slidewright** looked and found nothing to mend: {summary(report)}.\n"
    rows = list(map(_row, report.placed))
    return "\n".join([f"**slidewright** found {summary(report)}.\n", *_tables(rows)])


def _tables(rows: Sequence[str]) -> Iterator[str]:
    yield HEADER + "".join(rows[:SHOWN])
    if more := rows[SHOWN:]:
        yield f"<details><summary>{len(more)} more</summary>\n\n{HEADER}{''.join(more)}\n</details>\n"


def _row(item: Placed) -> str:
    found = item.diagnostic
    cells = (
        found.severity.label,
        _code(place(item.path, found.location)),
        str(found.slide or ""),
        _code(found.rule),
        _prose(printable(found.message)),
    )
    return f"| {' | '.join(cells)} |\n"


def _prose(text: str) -> str:
    """Plain text that stays plain, with what stands between backticks as code."""
    parts = CODE.split(text)
    return "".join(_code(part[1:-1]) if part[:1] == "`" and len(part) > 2 else _plain(part) for part in parts)


def _code(text: str) -> str:
    """A code span; plain text where a span in a table could not hold it."""
    if "`" in text or "\\" in text or text != text.strip():
        return _plain(text)
    return f"`{text}`".replace("|", "\\|")


def _plain(text: str) -> str:
    """Text without a meaning in Markdown or HTML, and without the pipes that would end its cell."""
    return PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", text)
