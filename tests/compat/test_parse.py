"""Parsing and loading, field by field, against the real Slidev 53.0.0."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from measured import DECKS, FAMILIES, SOURCE_FIELDS, manifest, plain, show, source_slide

from slidewright.load import load
from slidewright.parse.slides import parse
from slidewright.parse.stringify import stringify
from slidewright.workspace import DiskWorkspace

CASES = [(family, path) for family in FAMILIES for path in manifest(family)]

STOPS_SLIDEV = {
    "config-aspect-bad.md": "Slidev throws for what is no aspect ratio; a diagnostic says so and the default stands",
    "config-prism.md": "Slidev throws for the highlighter `prism`; a diagnostic says so and shiki stands in",
}
"""Decks whose configuration Slidev never resolves: there is nothing to compare it with."""


@pytest.mark.parametrize(("family", "path"), CASES, ids=lambda value: str(value))
def test_source_slides_are_slidevs(family: str, path: str) -> None:
    expected = manifest(family)[path]
    document = parse(DiskWorkspace(DECKS / family).read(PurePosixPath(path)))
    for slide, fields in zip(document.slides, expected["slides"], strict=True):
        assert dict(zip(SOURCE_FIELDS, source_slide(slide), strict=True)) == dict(
            zip(SOURCE_FIELDS, plain(fields), strict=True)
        )
        assert document.source.slice(slide.content_span) == slide.content
        assert slide.note_span is None or document.source.slice(slide.note_span) == slide.note
    assert stringify(document) == expected["stringify"]


@pytest.mark.parametrize(("family", "path"), CASES, ids=lambda value: str(value))
def test_shows_are_slidevs(family: str, path: str) -> None:
    expected = manifest(family)[path]
    folder = DECKS / family
    # measured from the deck's own folder, as one starts Slidev
    entry = folder / path
    deck = load(DiskWorkspace(entry.parent), PurePosixPath(entry.name))
    actual = show(deck)
    wanted = plain({key: expected[key] for key in actual})
    if Path(path).name in STOPS_SLIDEV:
        assert wanted.pop("config") is None
        actual.pop("config")
        assert any(problem.kind == "invalid-frontmatter" for problem in deck.problems)
        actual["errors"] = [error for error in actual["errors"] if error[2] != "invalid-frontmatter"]
    kinds = {"path-outside-project": "missing-import"}
    actual["errors"] = sorted([file, row, kinds.get(kind, kind)] for file, row, kind in actual["errors"])
    faults, measured = actual.pop("errors"), wanted.pop("errors")
    assert actual == wanted
    # Slidev says nothing where a range selects no slide at all, and blames row 0 of the imported file where it speaks
    assert [fault for fault in faults if fault[2] != "empty-import-range"] == [
        fault for fault in measured if fault[2] != "empty-import-range"
    ]
    if any(kind == "empty-import-range" for _, _, kind in measured):
        assert any(kind == "empty-import-range" for _, _, kind in faults)


def shared_cases(shared: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for result in sorted((shared / "slidev/fixtures").rglob("*.md.json")):
        yield result.with_suffix(""), json.loads(result.read_text(encoding="utf-8"))
    for result in sorted((shared / "corpus/oracle").rglob("*.md.json")):
        deck = shared / "corpus" / result.relative_to(shared / "corpus/oracle").with_suffix("")
        yield deck, json.loads(result.read_text(encoding="utf-8"))


def test_all_shared_decks_parse_as_in_slidev(shared: Path) -> None:
    compared = 0
    for deck, result in shared_cases(shared):
        document = parse(DiskWorkspace(deck.parent).read(PurePosixPath(deck.name)))
        for slide, expected in zip(document.slides, result["slides"], strict=True):
            fields = dict(zip(SOURCE_FIELDS, source_slide(slide), strict=True))
            assert fields == plain({name: expected.get(name) for name in SOURCE_FIELDS}), f"{deck} slide {slide.index}"
            compared += 1
    assert compared > 4000
