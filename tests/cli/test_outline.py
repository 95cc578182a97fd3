"""`slidewright outline`: a tree for people, and the documented JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from slidewright.cli import slidewright

DOCUMENT = Path(__file__).parents[2] / "docs/outline.md"

DECK = """\
# A talk

---
layout: two-cols
clicks: 3
---

## Part

<div v-click>a</div>

<!-- say [click] it -->

---
hide: true
---

## Not today

---

no heading

<Ring />

---
src: ./pages/more.md
---
"""
FILES = {
    "slides.md": DECK,
    "pages/more.md": "### Deep\n\n```js {1|2}\na\nb\n```\n\n---\n\n# Last\n",
    "components/Ring.vue": "<template><div v-click>ring</div></template>",
}


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def outlined(*arguments: str) -> Any:
    result = CliRunner().invoke(slidewright, ["outline", *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result


def test_slides_stand_in_a_tree_with_what_they_have(deck: Path) -> None:
    result = outlined("slides.md")
    assert result.stdout.splitlines() == [
        "1  A talk        cover                      slides.md:1",
        "2    Part        two-cols  3 clicks   note  slides.md:8",
        "-    Not today   default                    slides.md:18 (hidden)",
        "3    (no title)  default   0 clicks?        slides.md:22",
        "4      Deep      default   1 click          pages/more.md:1",
        "5  Last          default                    pages/more.md:10",
    ]
    assert result.stderr == "5 slides, 4 clicks, 1 hidden, 1 slide with uncertain clicks (?)\n"


def test_the_json_tells_every_click_with_its_place(deck: Path) -> None:
    document = json.loads(outlined("slides.md", "--json").stdout)
    assert document["version"] == 1
    assert document["summary"] == {"slides": 5, "hidden": 1, "clicks": 4, "notes": 1}
    cover, part, hidden, ring, deep, _ = document["slides"]
    assert (cover["number"], cover["title"], cover["level"], cover["layout"]) == (1, "A talk", 1, "cover")
    assert (part["clicks"]["total"], part["clicks"]["counted"], part["clicks"]["given"]) == (3, 1, True)
    assert part["clicks"]["notes"] == [{"click": 1, "line": 12, "column": 10, "end_line": 12, "end_column": 17}]
    assert (hidden["number"], hidden["hidden"], hidden["clicks"]) == (None, True, None)
    assert ring["clicks"]["certain"] is False
    assert ring["clicks"]["doubts"][0]["reason"] == "`<Ring>` decides what it shows"
    assert deep["imported_by"] == [{"path": "slides.md", "line": 26}]
    assert deep["clicks"]["targets"][0] | {"text": ""} == {
        "kind": "code", "start": 1, "end": None, "hides": False, "stages": 2, "text": "",
        "line": 3, "column": 1, "end_line": 6, "end_column": 4,
    }  # fmt: skip


def test_a_deck_that_is_not_there_is_a_fault_of_usage(tmp_path: Path) -> None:
    result = CliRunner().invoke(slidewright, ["outline", str(tmp_path / "none.md")])
    assert result.exit_code != 0


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "slides.md").write_text("# a\x1b[31mb\u202e\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for arguments in (["slides.md"], ["slides.md", "--json"]):
        assert re.search("[\x1b\u202e]", outlined(*arguments).stdout) is None


def test_the_documented_example_is_what_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    source, printed = re.findall(r"^(?:````md|```json)\n(.*?)^(?:````|```(?=\n\n\|))$", text, re.M | re.S)
    (tmp_path / "slides.md").write_text(source, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert outlined("slides.md", "--json").stdout == printed


def test_every_field_is_documented(deck: Path) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    document = json.loads(outlined("slides.md", "--json").stdout)
    slides = document["slides"]
    clicks = [slide["clicks"] for slide in slides if slide["clicks"]]
    targets = [target for found in clicks for target in found["targets"]]
    named = {name for fields in (document, document["summary"], *slides, *clicks, *targets) for name in fields}
    places = {"line", "column", "end_line", "end_column", "version", "summary"}
    assert {name for name in named - places if f"`{name}`" not in text and f".{name}`" not in text} == set()
