"""Which of Slidev's features the page has: the table holds, and a row claimed to work names a test that exists."""

from __future__ import annotations

import ast
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from slidewright.check.rules import FAMILY

REPOSITORY = Path(__file__).parents[1]
TABLE = REPOSITORY / "docs/compatibility.tsv"
PAGE = REPOSITORY / "docs/compatibility.md"

STATUS = {
    "works": "does in the page, or in the live preview, what it does in Slidev",
    "told": "cannot be in a page of one file; `check` and `build` say so, with its place",
    "elsewhere": "is a command or a server of Slidev, not a part of a deck",
}
AREAS = {
    "syntax": "Syntax",
    "code": "Code",
    "diagram": "Diagrams",
    "icons": "Icons",
    "animation": "Animation",
    "layout": "Layouts",
    "component": "Components",
    "style": "Styles",
    "theme": "Themes",
    "asset": "Files",
    "present": "Presenting",
    "export": "Export",
    "build": "Building",
    "tool": "Tools",
}
INTRODUCTION = """\
# What of Slidev the page has

Slidev 53 has {total} features that a user sees. Of these {works} work in the page that `slidewright build` makes, or in
the preview of `slidewright serve`, as they do in Slidev; {told} cannot be in a file that needs neither a server nor the
network, and `check` and `build` say so, each with its place; {elsewhere} are commands or servers of Slidev rather than
parts of a deck. This page is made from [compatibility.tsv](compatibility.tsv), whose every row but the last kind names
a test.
"""


class Row(NamedTuple):
    id: str
    area: str
    feature: str
    status: str
    test: str
    note: str


def rows() -> list[Row]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == list(Row._fields)
    return [Row(*line.split("\t")) for line in lines[1:]]


@cache
def functions(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_a_row_keeps_its_word(row: Row) -> None:
    assert row.status in STATUS
    assert row.area in AREAS
    for test in row.test.split():
        path, _, function = test.partition("::")
        assert function in functions(REPOSITORY / path), test
    if row.status == "elsewhere":
        assert row.note
    else:
        assert row.test
    if row.status == "told":
        assert any(f"`{rule}`" in row.note for rule in FAMILY), "the note names the rule that tells"


def test_every_feature_has_one_row(shared: Path) -> None:
    lines = (shared / "slidev/features.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert [row.id for row in rows()] == [line.split("\t")[0] for line in lines]


def test_the_page_is_current(update_goldens: bool) -> None:
    counts = Counter(row.status for row in rows())
    text = INTRODUCTION.format(total=counts.total(), **{status: counts[status] for status in STATUS})
    for area, title in AREAS.items():
        text += f"\n## {title}\n\n| feature | in the page | |\n|---|---|---|\n"
        for row in (row for row in rows() if row.area == area):
            feature = row.feature.replace("|", "\\|")
            text += f"| {feature} | {row.status} | {row.note} |\n".replace("|  |", "| |")
    text += "\n" + "".join(f"- **{status}**: {meaning}\n" for status, meaning in STATUS.items())
    if update_goldens:
        PAGE.write_text(text, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == text
