"""What the real Slidev 53.0.0 made of the decks beside this file, and ours in the same shape."""

from __future__ import annotations

import json
import math
from pathlib import Path, PurePosixPath
from typing import Any

from slidewright.model import Deck, SourceSlide

HERE = Path(__file__).parent
DECKS = HERE / "decks"
FAMILIES = ("edge", "imports", "clicks", "html")
DEFAULT_CONFIG = json.loads((HERE / "default-config.json").read_text(encoding="utf-8"))

SOURCE_FIELDS = (
    "start", "contentStart", "end", "frontmatter", "frontmatterRaw", "frontmatterStyle", "content", "note", "title",
    "level", "revision", "images",
)  # fmt: skip


def manifest(family: str) -> dict[str, Any]:
    return json.loads((HERE / f"{family}.json").read_text(encoding="utf-8"))


def html_manifest(family: str) -> dict[str, Any]:
    return json.loads((HERE / f"{family}.html.json").read_text(encoding="utf-8"))


def plain(value: Any) -> Any:
    """Values as the measured results write them."""
    if isinstance(value, dict):
        if set(value) == {"$number"}:
            return str(value["$number"])
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def source_slide(slide: SourceSlide) -> list[Any]:
    """The fields of `SOURCE_FIELDS`."""
    frontmatter = slide.frontmatter
    return plain(
        [
            slide.start, slide.content_start, slide.end, frontmatter.values, frontmatter.raw, frontmatter.style,
            slide.content, slide.note, slide.title, slide.level, slide.revision, list(slide.images),
        ]
    )  # fmt: skip


def show(deck: Deck) -> dict[str, Any]:
    """What loading gives: shown slides, headmatter, what of the configuration is not the default, features, faults."""
    rows = {(str(problem.location.source.path), problem.slide_index): problem for problem in deck.problems}
    errors = [
        [path, deck.documents[PurePosixPath(path)].slides[index or 0].start, problem.kind]
        for (path, index), problem in rows.items()
    ]
    return plain(
        {
            "shown": [
                [
                    dict(slide.frontmatter),
                    dict(slide.effective_frontmatter),
                    str(slide.source.path),
                    slide.source_slide.index,
                    [[str(part.source.path), part.index] for part in slide.import_chain],
                ]
                for slide in deck.slides
            ],
            "headmatter": dict(deck.headmatter),
            "config": {
                key: value for key, value in deck.config.items() if DEFAULT_CONFIG.get(key, "\0") != plain(value)
            },
            "features": {
                name: getattr(deck.features, name)
                for name in ("katex", "mermaid", "tweet", "bluesky", "monaco")
                if getattr(deck.features, name)
            },
            "files": sorted(str(path) for path in deck.documents),
            "errors": sorted(errors),
        }
    )
