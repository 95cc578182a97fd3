"""Fixes put into a file's text: none over another, none that moves a slide it does not stand in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from slidewright.diagnostics import Diagnostic, Edit, Fix
from slidewright.parse.slides import parse
from slidewright.text import Source, Span


class Fixed(NamedTuple):
    """A file's text after fixes (LF line ends, like its source), and how many findings they mended."""

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
    text = _edited(source.text, chosen)
    if _keeps_other_slides(source, text, chosen):
        return Fixed(text, len(chosen))
    kept: list[Fix] = []
    for fix in chosen:
        trial = [*kept, fix]
        if _keeps_other_slides(source, _edited(source.text, trial), trial):
            kept = trial
    return Fixed(_edited(source.text, kept), len(kept))


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


def _edited(text: str, fixes: Iterable[Fix]) -> str:
    parts, at = [], 0
    for edit in sorted(edit for fix in fixes for edit in fix.edits):
        parts += [text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def _keeps_other_slides(source: Source, text: str, fixes: Iterable[Fix]) -> bool:
    """Do the slides without an edit stand in the new text as they did, in their order?"""
    edits = [edit.span for fix in fixes for edit in fix.edits]
    new = iter([slide.raw for slide in parse(Source(source.path, text)).slides])
    return all(slide.raw in new for slide in parse(source).slides if not _touches(slide.span, edits))


def _touches(slide: Span, edits: Iterable[Span]) -> bool:
    return any(span.start <= slide.end and span.end >= slide.start for span in edits)
