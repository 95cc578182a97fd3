"""Citations as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from slidewright.model import Citation
from slidewright.report.terminal import printable, width

VERSION = 1


class Cited(NamedTuple):
    """A citation, the numbers of the slides that show it, and its file as worded for the reader."""

    citation: Citation
    slides: tuple[int, ...]
    path: str


def text_sources(cited: Sequence[Cited]) -> Iterator[str]:
    """A line each: slide, place, label, and the address or, where there is none, the words."""
    rows = [
        (", ".join(map(str, item.slides)) or "-", _place(item), printable(item.citation.label), _what(item.citation))
        for item in cited
    ]
    widths = [max((width(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        cells = [f"{' ' * (widths[0] - width(row[0]))}{row[0]}"]
        cells += [f"{cell}{' ' * (size - width(cell))}" for cell, size in zip(row[1:3], widths[1:], strict=True)]
        yield "  ".join([*cells, row[3]])


def _place(item: Cited) -> str:
    start = item.citation.location.start
    return f"{printable(item.path)}:{start.line}:{start.column}"


def _what(citation: Citation) -> str:
    return printable(citation.url or f"{citation.text} (no address)".strip())


def json_sources(cited: Sequence[Cited]) -> str:
    """Documented, versioned JSON (docs/json.md)."""
    import json

    return json.dumps({"version": VERSION, "sources": list(map(_source, cited))}, ensure_ascii=False, indent=2)


def _source(item: Cited) -> dict[str, Any]:
    start = item.citation.location.start
    return {
        "slides": list(item.slides),
        "path": item.path,
        "line": start.line,
        "column": start.column,
        "label": item.citation.label,
        "text": item.citation.text,
        "url": item.citation.url,
    }
