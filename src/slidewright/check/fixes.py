"""Fixes put into a file's text: none over another, none that moves a slide it does not stand in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from slidewright.diagnostics import Diagnostic, Edit, Fix
from slidewright.parse.slides import parse
from slidewright.text import Source, Span

ROUNDS = 10
"""How often a mended file is looked at again: a fix may make another possible."""


class Fixed(NamedTuple):
    """A file's own text (with its line ends) after fixes, and how many findings they mended."""

    text: str
    mended: int


def applicable(diagnostics: Iterable[Diagnostic], unsafe: bool) -> list[Diagnostic]:
    """The findings that have a fix which may be applied."""
    return [found for found in diagnostics if found.fix is not None and (unsafe or found.fix.is_safe)]


def fixed(source: Source, fixes: Iterable[Fix]) -> Fixed:
    """Apply the fixes of one file; those that overlap an earlier one wait for the next round.

    A fix after which a slide that it does not touch would be cut or read otherwise is left out.
    """
    chosen = _without_overlaps(fixes)
    if not _keeps_other_slides(source, chosen):
        kept: list[Fix] = []
        for fix in chosen:
            kept += [fix] if _keeps_other_slides(source, [*kept, fix]) else []
        chosen = kept
    return Fixed(_original(source, chosen), len(chosen))


def _without_overlaps(fixes: Iterable[Fix]) -> list[Fix]:
    """Fixes in order of their places, each edit once, none that touches what an earlier one changes."""
    chosen: list[Fix] = []
    end = -1
    seen: set[tuple[Edit, ...]] = set()
    for fix in sorted(fixes, key=lambda fix: fix.edits):
        edits = sorted(fix.edits)
        if tuple(edits) in seen or edits[0].span.start < end:
            continue
        seen.add(tuple(edits))
        chosen.append(fix)
        end = max(edits[-1].span.end, edits[-1].span.start + 1)
    return chosen


def _edited(text: str, edits: Iterable[Edit]) -> str:
    parts, at = [], 0
    for edit in sorted(edits):
        parts += [text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def _original(source: Source, fixes: Iterable[Fix]) -> str:
    """The file's own text with the fixes; in a file of CRLF line ends, those that they bring are CRLF, too."""
    end = "\r\n" if source.carriage_returns else "\n"

    def place(edit: Edit) -> Edit:
        span = Span(source.original_offset(edit.span.start), source.original_offset(edit.span.end))
        return Edit(span, edit.replacement.replace("\n", end))

    return _edited(source.original_text(), [place(edit) for fix in fixes for edit in fix.edits])


def _keeps_other_slides(source: Source, fixes: Iterable[Fix]) -> bool:
    """Do the slides without an edit stand in the new text as they did, in their order?"""
    edits = [edit for fix in fixes for edit in fix.edits]
    new = iter([slide.raw for slide in parse(Source(source.path, _edited(source.text, edits))).slides])
    spans = [edit.span for edit in edits]
    return all(slide.raw in new for slide in parse(source).slides if not _touches(slide.span, spans))


def _touches(slide: Span, edits: Iterable[Span]) -> bool:
    return any(span.start <= slide.end and span.end >= slide.start for span in edits)
