"""A deck as data, with the names that Slidev's own parser uses, so that anyone can hold it against Slidev."""

from __future__ import annotations

import json
import math
from typing import Any

from slidewright.model import Deck, Document, Features, Slide, SourceSlide
from slidewright.parse.stringify import stringify


def inspection(deck: Deck) -> str:
    """The deck as JSON, keys sorted at every level; lines are 0-based, as Slidev counts them."""
    document = {
        "file": str(deck.entry),
        "slides": source_slides(deck.document),
        "stringify": stringify(deck.document),
        "load": loaded(deck),
    }
    return json.dumps(plain(document), ensure_ascii=False, indent=2, sort_keys=True)


def source_slides(document: Document) -> list[dict[str, Any]]:
    """The source slides of one file."""
    return [_source_slide(slide) for slide in document.slides]


def _source_slide(slide: SourceSlide) -> dict[str, Any]:
    values = slide.frontmatter.values
    return {
        "index": slide.index,
        "file": str(slide.source.path),
        "start": slide.start,
        "contentStart": slide.content_start,
        "end": slide.end,
        "frontmatter": values,
        "frontmatterRaw": slide.frontmatter.raw,
        "frontmatterStyle": slide.frontmatter.style,
        "frontmatterKeys": list(values) if isinstance(values, dict) else None,
        "content": slide.content,
        "note": slide.note,
        "title": slide.title,
        "level": slide.level,
        "revision": slide.revision,
        "images": list(slide.images),
    }


def loaded(deck: Deck) -> dict[str, Any]:
    """The show: its slides after imports, headmatter, configuration, features, files and faults."""
    return {
        "slides": [_slide(slide) for slide in deck.slides],
        "headmatter": deck.headmatter,
        "config": deck.config,
        "features": _features(deck.features),
        "files": sorted(str(path) for path in deck.documents),
        "errors": _errors(deck),
    }


def _slide(slide: Slide) -> dict[str, Any]:
    source = slide.source_slide
    return {
        "no": slide.no,
        "index": slide.no - 1,
        "frontmatter": slide.frontmatter,
        "effectiveFrontmatter": slide.effective_frontmatter,
        "content": source.content,
        "note": source.note,
        "title": source.title,
        "level": source.level,
        "revision": source.revision,
        "source": {
            "file": str(source.source.path),
            "index": source.index,
            "start": source.start,
            "end": source.end,
        },
        "importChain": [
            {"file": str(part.source.path), "index": part.index, "start": part.start} for part in slide.import_chain
        ],
    }


def _features(features: Features) -> dict[str, Any]:
    return {name: getattr(features, name) for name in ("katex", "mermaid", "monaco", "tweet", "bluesky")}


def _errors(deck: Deck) -> dict[str, list[dict[str, Any]]]:
    """Faults by file; `row` is the slide's 0-based first line, `rule` the rule of `check` that reports it."""
    errors: dict[str, list[dict[str, Any]]] = {}
    for problem in deck.problems:
        path = problem.location.source.path
        row = deck.documents[path].slides[problem.slide_index or 0].start
        entry = {"message": problem.message, "row": row, "rule": problem.kind}
        errors.setdefault(str(path), []).append(entry)
    return errors


def plain(value: Any) -> Any:
    """A value that JSON can hold: what is no number becomes `{"$number": …}`, as the measured results have it."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, float):
        return _number(value)
    return value


def _number(value: float) -> Any:
    if not math.isfinite(value):
        return {"$number": "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"}
    return int(value) if value.is_integer() and abs(value) < 1e21 else value
