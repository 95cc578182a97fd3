"""Drawings kept as files: which are taken, from where, and as what."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from slidewright.render.kept_drawings import drawing_file, drawings_folder, drawings_script, kept_drawings
from slidewright.workspace import DiskWorkspace, MemoryWorkspace

STROKE = '<svg width="1" xmlns="http://www.w3.org/2000/svg">\n<path d="M0,0"/>\n</svg>'
FOLDER = "talk/.slidev/drawings/slides"


def kept(files: dict[str, str], persist: Any = ".slidev/drawings/slides") -> dict[str, str]:
    config = {"drawings": {"persist": persist}}
    return kept_drawings(MemoryWorkspace(files), drawings_folder(PurePosixPath("talk"), config))


def test_strokes_are_taken_out_of_their_root() -> None:
    assert kept({f"{FOLDER}/2.svg": STROKE, f"{FOLDER}/10.svg": "no drawing"}) == {"2": '<path d="M0,0"/>', "10": ""}


@pytest.mark.parametrize("name", ["cover.svg", "0.svg", "2.png", "-1.svg", "2.svg.bak", "2e1.svg"])
def test_other_files_of_the_folder_are_no_drawings(name: str) -> None:
    assert kept({f"{FOLDER}/{name}": STROKE}) == {}


@pytest.mark.parametrize("persist", [False, "../../outside", "elsewhere"])
def test_nothing_is_taken_from_elsewhere_or_where_drawings_do_not_persist(persist: Any) -> None:
    assert kept({f"{FOLDER}/2.svg": STROKE}, persist) == {}


def test_a_file_that_cannot_be_read_is_no_drawing(tmp_path: Path) -> None:
    (tmp_path / "talk/drawn").mkdir(parents=True)
    (tmp_path / "secret.svg").write_text(STROKE)
    (tmp_path / "talk/drawn/1.svg").symlink_to(tmp_path / "secret.svg")
    (tmp_path / "talk/drawn/2.svg").mkdir()
    (tmp_path / "talk/drawn/3.svg").write_text(STROKE)
    assert kept_drawings(DiskWorkspace(tmp_path / "talk"), PurePosixPath("drawn")) == {"3": '<path d="M0,0"/>'}


def test_a_drawing_is_written_as_it_is_read() -> None:
    text = drawing_file('<path d="M0,0"/>', {"canvasWidth": 980, "aspectRatio": 16 / 9})
    assert text.split("\n")[1:-1] == ['<path d="M0,0"/>']  # as Slidev reads it
    assert text.startswith('<svg width="980" height="551" ')
    assert kept({f"{FOLDER}/3.svg": text}) == {"3": '<path d="M0,0"/>'}


def test_strokes_do_not_end_the_script_they_stand_in() -> None:
    assert "</script>" not in drawings_script({"1": "</script><script>alert(1)</script>"})
    assert drawings_script({}) == ""
