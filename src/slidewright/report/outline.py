"""What a talk consists of, slide by slide: as a tree for people, as documented JSON for programs (docs/outline.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from slidewright.clicks import Doubt, SlideClicks, Target
from slidewright.report.json_text import json_text
from slidewright.report.terminal import printable, width
from slidewright.text import Location

VERSION = 1
UNTITLED = "(no title)"


class Place(NamedTuple):
    """A file as worded for the reader, and a 1-based line."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{printable(self.path)}:{self.line}"


class Outlined(NamedTuple):
    """A slide: `number` and `clicks` are None for one that is hidden.

    `importers` are the slides whose `src:` brings it, outermost first.
    `level` is that of its heading or its frontmatter's, None without either.
    """

    number: int | None
    title: str
    level: int | None
    layout: str
    place: Place
    importers: tuple[Place, ...] = ()
    has_note: bool = False
    clicks: SlideClicks | None = None


class Outline(NamedTuple):
    """A deck: its path as worded for the reader, its title, and its slides in order."""

    deck: str
    title: str
    slides: tuple[Outlined, ...]


def text_outline(outline: Outline) -> Iterator[str]:
    """A line for each slide: number, title (further in for each level), layout, clicks, note, place."""
    rows = [_cells(slide, depth) for slide, depth in zip(outline.slides, _depths(outline.slides), strict=True)]
    sizes = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for number, *cells in rows:
        padded = [f"{cell}{' ' * (size - width(cell))}" for cell, size in zip(cells, sizes[1:], strict=True)]
        yield "  ".join([f"{' ' * (sizes[0] - width(number))}{number}", *padded]).rstrip()


def summary(outline: Outline) -> str:
    """`12 slides, 30 clicks, 2 hidden` in words."""
    shown = [slide.clicks for slide in outline.slides if slide.clicks is not None]
    hidden = len(outline.slides) - len(shown)
    parts = [_many(len(shown), "slide"), _many(_sum(shown), "click")]
    parts += [f"{hidden} hidden"] if hidden else []
    unsure = sum(not clicks.is_certain for clicks in shown)
    return ", ".join([*parts, *([f"{_many(unsure, 'slide')} with uncertain clicks (?)"] if unsure else [])])


def _depths(slides: Sequence[Outlined]) -> Iterator[int]:
    """How far in each slide stands: below the last one of a higher level; one without a level beside the last."""
    above: list[int] = []
    for slide in slides:
        if slide.level is None:
            yield max(len(above) - 1, 0)
            continue
        while above and above[-1] >= slide.level:
            above.pop()
        yield len(above)
        above.append(slide.level)


def _cells(slide: Outlined, depth: int) -> list[str]:
    number = "-" if slide.number is None else str(slide.number)
    title = f"{'  ' * depth}{printable(slide.title) or UNTITLED}"
    note = "note" if slide.has_note else ""
    place = f"{slide.place} (hidden)" if slide.number is None else str(slide.place)
    return [number, title, printable(slide.layout), _clicks(slide.clicks), note, place]


def _clicks(clicks: SlideClicks | None) -> str:
    if clicks is None or not (clicks.total or clicks.doubts):
        return ""
    start = f" from {clicks.first:g}" if clicks.first else ""
    return f"{_many(clicks.total, 'click')}{start}{'' if clicks.is_certain or clicks.is_given else '?'}"


def _many(number: float, word: str) -> str:
    return f"{number:g} {word}{'' if number == 1 else 's'}"


def _sum(shown: Sequence[SlideClicks]) -> float:
    return sum(max(clicks.total - clicks.first, 0) for clicks in shown)


def json_outline(outline: Outline) -> str:
    """Documented, versioned JSON (docs/outline.md)."""
    shown = [slide.clicks for slide in outline.slides if slide.clicks is not None]
    return json_text(
        {
            "version": VERSION,
            "deck": outline.deck,
            "title": outline.title,
            "slides": list(map(_slide, outline.slides)),
            "summary": {
                "slides": len(shown),
                "hidden": len(outline.slides) - len(shown),
                "clicks": _sum(shown),
                "notes": sum(slide.has_note for slide in outline.slides if slide.number is not None),
            },
        }
    )


def _slide(slide: Outlined) -> dict[str, Any]:
    return {
        "number": slide.number,
        "title": slide.title,
        "level": slide.level,
        "layout": slide.layout,
        "hidden": slide.number is None,
        **slide.place._asdict(),
        "imported_by": [place._asdict() for place in slide.importers],
        "note": slide.has_note,
        "clicks": None if slide.clicks is None else _json_clicks(slide.clicks),
    }


def _json_clicks(clicks: SlideClicks) -> dict[str, Any]:
    return {
        "total": clicks.total,
        "first": clicks.first,
        "counted": clicks.counted,
        "given": clicks.is_given,
        "certain": clicks.is_certain,
        "doubts": list(map(_doubt, clicks.doubts)),
        "targets": list(map(_target, clicks.targets)),
        "notes": [{"click": mark.click, **_region(mark.location)} for mark in clicks.notes],
    }


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {"reason": doubt.reason, **_region(doubt.location)}


def _target(target: Target) -> dict[str, Any]:
    return {
        "kind": target.kind,
        "start": target.start,
        "end": target.end,
        "hides": target.hides,
        "stages": target.stages,
        "text": target.text,
        **_region(target.location),
    }


def _region(location: Location) -> dict[str, int]:
    start, end = location.start, location.end
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}
