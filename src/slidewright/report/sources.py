"""Citations as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

from slidewright.model import Citation
from slidewright.report.terminal import printable, width

Cited = tuple[Citation, tuple[int, ...]]
Display = Callable[[PurePosixPath], str]


def text_sources(cited: Sequence[Cited], display: Display) -> Iterator[str]:
    """A line each: slide, place, label, and the address or, where there is none, the words."""
    rows = [
        (", ".join(map(str, slides)) or "-", _place(citation, display), printable(citation.label), _what(citation))
        for citation, slides in cited
    ]
    widths = [max((width(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        cells = [f"{' ' * (widths[0] - width(row[0]))}{row[0]}"]
        cells += [f"{cell}{' ' * (size - width(cell))}" for cell, size in zip(row[1:3], widths[1:], strict=True)]
        yield "  ".join([*cells, row[3]])


def _place(citation: Citation, display: Display) -> str:
    start = citation.location.start
    return f"{printable(display(citation.location.source.path))}:{start.line}:{start.column}"


def _what(citation: Citation) -> str:
    return printable(citation.url or f"{citation.text} (no address)".strip())


def json_sources(cited: Sequence[Cited], display: Display) -> str:
    """`{"version": 1, "sources": [{slides, path, line, column, label, text, url}]}`."""
    sources = []
    for citation, slides in cited:
        start = citation.location.start
        sources.append(
            {
                "slides": list(slides),
                "path": display(citation.location.source.path),
                "line": start.line,
                "column": start.column,
                "label": citation.label,
                "text": citation.text,
                "url": citation.url,
            }
        )
    return json.dumps({"version": 1, "sources": sources}, ensure_ascii=False, indent=2)
