"""Rewriting a source: non-overlapping edits of its own text, everything else byte for byte."""

from __future__ import annotations

from collections.abc import Iterable

from slidewright.diagnostics import Edit
from slidewright.text import Source


def rewritten(source: Source, edits: Iterable[Edit]) -> str:
    """The file's own text (CRLF included) with the edits made; of edits at one place the first counts."""
    original, parts, at = source.original_text(), [], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        start, end = source.original_offset(edit.span.start), source.original_offset(edit.span.end)
        if start >= at:
            parts += [original[at:start], edit.replacement]
            at = end
    return "".join([*parts, original[at:]])
