"""Citations as text and as JSON, with what their addresses answered where those were asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from slidewright.model import Citation
from slidewright.report.terminal import printable, width
from slidewright.resolve.remote import LinkState

VERSION = 1


class Cited(NamedTuple):
    """A citation, the numbers of the slides that show it, its file as worded for the reader, and its address's state.

    `state` is None where the address was not asked, or is none that can be asked.
    """

    citation: Citation
    slides: tuple[int, ...]
    path: str
    state: LinkState | None = None


def text_sources(cited: Sequence[Cited], states: bool = False) -> Iterator[str]:
    """A line each: slide, place, label, its state if wanted, and the address or, where there is none, the words."""
    rows = [list(_cells(item, states)) for item in cited]
    sizes = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [_padded(cell, size) for cell, size in zip(row[1:-1], sizes[1:-1], strict=True)]
        yield "  ".join([f"{' ' * (sizes[0] - width(row[0]))}{row[0]}", *cells, row[-1]])


def _cells(item: Cited, states: bool) -> Iterator[str]:
    yield ", ".join(map(str, item.slides)) or "-"
    start = item.citation.location.start
    yield f"{printable(item.path)}:{start.line}:{start.column}"
    yield printable(item.citation.label)
    if states:
        yield _state(item.state)
    yield _what(item)


def _padded(cell: str, size: int) -> str:
    return f"{cell}{' ' * (size - width(cell))}"


def _state(state: LinkState | None) -> str:
    """`alive 200`, `dead 404`, …; a dash where nothing was asked."""
    return "-" if state is None else " ".join([state.status, *([str(state.code)] if state.code else [])])


def _what(item: Cited) -> str:
    """The address, and what is worth knowing of it; the words where there is none."""
    citation, state = item.citation, item.state
    if citation.url is None:
        return printable(f"{citation.text} (no address)".strip())
    more = ""
    if state is not None and state.status != "alive":
        more = f" → {state.moved_to}" if state.moved_to else f" ({state.reason})" if state.reason else ""
    return printable(f"{citation.url}{more}")


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
        "state": None if item.state is None else _json_state(item.state),
    }


def _json_state(state: LinkState) -> dict[str, Any]:
    return {"status": str(state.status), "code": state.code, "reason": state.reason, "moved_to": state.moved_to}
