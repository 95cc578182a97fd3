"""Findings for people: a frame each, and those of one cause folded into one frame and a list."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from slidewright.diagnostics import Diagnostic
from slidewright.report import Look, Placed, Report
from slidewright.report.causes import Group, by_cause
from slidewright.report.frame import frame, head
from slidewright.report.terminal import Style, paint, printable, width
from slidewright.report.wording import STYLES, mark, marked, place, promise, short_place
from slidewright.text import Location

QUOTE = 60
"""Columns of what stands at a folded place."""


def formatted(report: Report, look: Look) -> str:
    """The frames, an empty line between them."""
    return "\n".join(frames(report.placed, look))


def frames(placed: Iterable[Placed], look: Look) -> Iterator[str]:
    """The text of a finding, or of those of one cause, one after the other; each ends in a newline."""
    for group in by_cause(placed, _cause):
        yield "\n".join(_group(group, look)) + "\n"


def _cause(item: Placed) -> Hashable | None:
    """Within a file: frames show where a cause has its first place."""
    found = item.diagnostic
    return (found.rule, item.path, found.cause) if found.cause else None


def _group(group: Group, look: Look) -> Iterator[str]:
    item, found, colour = group[0], group[0].diagnostic, look.colour
    style = STYLES[found.severity]
    title = marked(paint(f"{found.severity.label}[{found.rule}]", style, colour), found.fix)
    yield f"{title}: {paint(printable(found.message), Style.BOLD, colour)}"
    yield f"  {paint('-->', Style.FAINT, colour)} {place(item.path, found.location)}{_where(found)}"
    yield from frame(found.location, style, look)
    if len(group) > 1:
        yield from _others([item.diagnostic for item in group[1:]], style, colour)
    yield from (f"  {paint('help:', Style.HELP, colour)} {printable(text)}" for text in _help(group))
    for related in found.related:
        where = place(item.path_of(related.location), related.location)
        yield f"  {paint('note:', Style.HELP, colour)} {printable(related.message)} ({where})"


def _help(group: Group) -> Iterator[str]:
    """What to do, and what a fix would do; at the other places of a group both may differ in a name only."""
    found = group[0].diagnostic
    if found.help:
        yield found.help + _likewise({item.diagnostic.help for item in group})
    if found.fix:
        yield promise(found.fix) + _likewise({item.diagnostic.fix and item.diagnostic.fix.title for item in group})


def _likewise(texts: set[str | None]) -> str:
    return "" if len(texts) == 1 else " (and so for the others)"


def _where(found: Diagnostic) -> str:
    slide = f"slide {found.slide}" if found.slide else ""
    targets = f"breaks in {', '.join(found.targets)}" if 0 < len(found.targets) < 3 else ""
    where = "; ".join(part for part in (slide, targets) if part)
    return f"  ({where})" if where else ""


def _others(folded: list[Diagnostic], style: Style, colour: bool) -> Iterator[str]:
    """The folded findings, a line each: place, what stands there, slide, mark."""
    yield f"  {paint(f'and {len(folded)} more of the same cause:', Style.BOLD, colour)}"
    rows = [(short_place(found.location), _quoted(found.location), found) for found in folded]
    place_width = max(len(where) for where, _, _ in rows)
    text_width = max(width(text) for _, text, _ in rows)
    for where, text, found in rows:
        padding = " " * (text_width - width(text))
        slide = f"slide {found.slide}" if found.slide else ""
        rest = "  ".join(part for part in (slide, mark(found.fix)) if part)
        yield f"    {where:>{place_width}}  {paint(text, style, colour)}{f'{padding}  {rest}' if rest else ''}"


def _quoted(location: Location) -> str:
    return head(printable(location.text.split("\n", 1)[0][:QUOTE]), QUOTE - 1)
