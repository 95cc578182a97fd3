"""Fixes, suppressions and baselines of `slidewright check`, as a user calls them."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from calling import PNG, run

DECK = "# 标题\r\n\r\n![a](a.png)\r\n\r\n---\r\n\r\n# B ![b](B.PNG)\r\n"


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A deck with CRLF line ends, a bare path and a path of the wrong case."""
    (tmp_path / "slides.md").write_bytes(DECK.encode())
    (tmp_path / "slides.md").chmod(0o640)
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(PNG)
    return tmp_path


RULES = ("--select", "bare-path,miscased-path")


def test_fix_writes_what_is_safe_and_keeps_everything_else(talk: Path) -> None:
    done = run("check", *RULES, "--fix", cwd=talk)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "no problems in 1 deck, 2 slides; 3 fixed\n"
    expected = DECK.replace("a.png", "./a.png").replace("B.PNG", "./b.png")
    assert (talk / "slides.md").read_bytes() == expected.encode()
    assert stat.S_IMODE((talk / "slides.md").stat().st_mode) == 0o640
    before = (talk / "slides.md").stat().st_mtime_ns
    assert run("check", *RULES, "--fix", cwd=talk).stderr == "no problems in 1 deck, 2 slides\n"
    assert (talk / "slides.md").stat().st_mtime_ns == before


def test_diff_shows_and_changes_nothing(talk: Path) -> None:
    done = run("check", *RULES, "--diff", cwd=talk)
    assert done.returncode == 1
    assert "-![a](a.png)" in done.stdout
    assert "+![a](./a.png)" in done.stdout
    assert (talk / "slides.md").read_bytes() == DECK.encode()


def test_unsafe_fixes_are_applied_only_when_asked_for(talk: Path) -> None:
    (talk / "slides.md").write_text("![a](./e.png)\n")
    (talk / "b.png").unlink()
    assert "1 fixable with `--unsafe-fixes`" in run("check", "--fix", "--select", "missing-image", cwd=talk).stderr
    assert (talk / "slides.md").read_text() == "![a](./e.png)\n"
    run("check", "--unsafe-fixes", "--select", "missing-image", cwd=talk)
    assert (talk / "slides.md").read_text() == "![a](./a.png)\n"


def test_a_page_that_two_decks_show_is_mended_once(talk: Path) -> None:
    (talk / "page.md").write_text("![a](a.png)\n")
    for name in ("one", "two"):
        (talk / f"{name}.md").write_text("---\nsrc: ./page.md\n---\n")
    done = run("check", *RULES, "--fix", "one.md", "two.md", cwd=talk)
    assert "1 fixed" in done.stderr
    assert (talk / "page.md").read_text() == "![a](./a.png)\n"


def test_standard_input_is_mended_onto_standard_output(talk: Path) -> None:
    done = run("check", *RULES, "--fix", "-", "--stdin-filename", "slides.md", cwd=talk, stdin=b"![x](a.png)\n")
    assert done.stdout == "![x](./a.png)\n"
    assert (talk / "slides.md").read_bytes() == DECK.encode()


def test_standard_input_is_checked_under_its_name(talk: Path) -> None:
    done = run("check", "-", "--stdin-filename", "deep/new.md", "--select", "missing-image", "--format", "concise",
               cwd=talk, stdin=b"![x](./gone.png)\n")  # fmt: skip
    assert done.returncode == 1
    assert done.stdout.startswith("deep/new.md:1:6: error: no file at `./gone.png`")


def test_a_file_that_cannot_be_written_is_intact(talk: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    talk.chmod(0o500)
    try:
        done = run("check", *RULES, "--fix", cwd=talk)
    finally:
        talk.chmod(0o700)
    assert done.returncode == 3
    assert (talk / "slides.md").read_bytes() == DECK.encode()


@pytest.mark.parametrize("arguments", [["--fix", "--add-suppressions"], ["--watch", "--fix"], ["--update-baseline"]])
def test_contradictions_are_usage_errors(talk: Path, arguments: list[str]) -> None:
    done = run("check", *arguments, cwd=talk)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("slidewright: --")


FAULTY = """\
---
background: /gone.jpg
---

# A

text ![](./gone.png)

- ![](./one.png)
- ![](./two.png)

| a |
|---|
| ![](./three.png) |

<div>
  <img src="./four.png">
</div>

<!-- the note -->

---
layout: image
image: /gone.png
---

---

# C ![](./five.png)
"""


def test_add_suppressions_allows_everything_and_keeps_the_slides(tmp_path: Path) -> None:
    deck = tmp_path / "slides.md"
    deck.write_text(FAULTY)
    before = json.loads(run("inspect", deck, cwd=tmp_path).stdout)
    assert run("check", "--select", "missing-image", cwd=tmp_path).returncode == 1
    done = run("check", "--select", "missing-image", "--add-suppressions", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout
    assert "8 suppressed" in done.stderr
    again = run("check", "--select", "missing-image,suppression", cwd=tmp_path)
    assert (again.returncode, again.stdout) == (0, "")
    after = json.loads(run("inspect", deck, cwd=tmp_path).stdout)
    assert [slide["note"] for slide in before["slides"]] == [slide["note"] for slide in after["slides"]]
    assert [slide["frontmatter"] for slide in before["slides"]] == [slide["frontmatter"] for slide in after["slides"]]
    assert "# slidewright: allow missing-image\nbackground: /gone.jpg\n" in deck.read_text()
    assert "<!-- slidewright: allow missing-image -->\n\n| a |\n" in deck.read_text()


BASE = ("--select", "missing-image", "--baseline", "known.json")


def test_a_baseline_lets_only_new_findings_fail(tmp_path: Path) -> None:
    deck = tmp_path / "slides.md"
    deck.write_text(FAULTY)
    done = run("check", *BASE, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--update-baseline" in done.stderr
    assert run("check", *BASE, "--update-baseline", cwd=tmp_path).returncode == 0
    assert len(json.loads((tmp_path / "known.json").read_text())["findings"]) == 8
    done = run("check", *BASE, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "8 in the baseline" in done.stderr
    deck.write_text("# New\n\nlines above\n\n![](./new.png)\n\n---\n\n" + FAULTY)
    done = run("check", *BASE, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.count("error[missing-image]") == 1
    assert "./new.png" in done.stdout


def test_mended_findings_leave_the_baseline_and_those_of_other_decks_stay(tmp_path: Path) -> None:
    for name in ("slides.md", "other.md"):
        (tmp_path / name).write_text(FAULTY)
    run("check", *BASE, "--update-baseline", "slides.md", "other.md", cwd=tmp_path)
    assert len(json.loads((tmp_path / "known.json").read_text())["findings"]) == 16
    (tmp_path / "slides.md").write_text("# A\n")
    done = run("check", *BASE, cwd=tmp_path)
    assert "8 entries of the baseline mended since" in done.stderr
    run("check", *BASE, "--update-baseline", cwd=tmp_path)
    findings = json.loads((tmp_path / "known.json").read_text())["findings"]
    assert {item["path"] for item in findings} == {"other.md"}


@pytest.mark.parametrize("text", ["{", "[]", '{"version": 99, "findings": []}', '{"version": 1, "findings": [{}]}'])
def test_a_file_that_is_no_baseline_is_said_to_be_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "slides.md").write_text("# A\n")
    (tmp_path / "known.json").write_text(text)
    done = run("check", *BASE, cwd=tmp_path)
    assert done.returncode == 2
    assert "known.json" in done.stderr
    assert "Traceback" not in done.stderr
