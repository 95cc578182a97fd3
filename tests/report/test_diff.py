"""Diffs, given back to a program that applies them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from slidewright.report.diff import diff

LONG = "".join(f"line {number}\n" for number in range(40))


def test_a_diff_shows_what_changes_and_where() -> None:
    assert diff("# A\n\n![](a.png)\n", "# A\n\n![](./a.png)\n", "talk/slides.md") == (
        "--- talk/slides.md\n+++ talk/slides.md\n@@ -1,3 +1,3 @@\n # A\n \n-![](a.png)\n+![](./a.png)\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nb\nc\n", "a\nB\nc\n"),
        ("a\nb", "a\nc"),
        ("a\nb", "a\nb\n"),
        ("a\nb\n", "a\nb"),
        ("a\n", "a\n\n"),
        ("-- a\n++ b\n@ c\n", "-- a\n@ c\n"),
        ("\tx\n标题 🎉\n", "\ty\n标题 🎉\n"),
        ("a\u2028b\nc\n", "a\u2028b\nd\n"),
        (LONG, LONG.replace("line 3\n", "3\n").replace("line 30\n", "")),
    ],
)
def test_a_diff_can_be_applied(tmp_path: Path, before: str, after: str) -> None:
    (tmp_path / "slides.md").write_bytes(before.encode())
    shown = diff(before, after, "slides.md").replace("\\u2028", "\u2028")
    subprocess.run(["git", "apply", "-p0"], input=shown.encode(), cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "slides.md").read_bytes().decode() == after


def test_equal_texts_have_no_diff() -> None:
    assert diff(LONG, LONG, "slides.md") == ""


def test_a_hostile_file_does_not_drive_the_terminal() -> None:
    text = diff("\x1b[31m\n", "\x9b\u202e\t\r\n", "\x07.md")
    assert text == "--- \\x07.md\n+++ \\x07.md\n@@ -1 +1 @@\n-\\x1b[31m\n+\\x9b\\u202e\t\\x0d\n"


def test_colours_mark_lines_by_what_happens_to_them() -> None:
    coloured = diff("--- a\n\nb", "--- A\n\nb", "slides.md", colour=True)
    assert re.sub(r"\x1b\[\d*m", "", coloured) == diff("--- a\n\nb", "--- A\n\nb", "slides.md")
    styles = [re.findall(r"\x1b\[([1-9]\d*)m", line) for line in coloured.splitlines()]
    assert styles == [["1"], ["1"], ["36"], ["31"], ["32"], [], [], []]
