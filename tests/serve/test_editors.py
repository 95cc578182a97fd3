"""Which editor is meant, and how it is told a place."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from slidewright.errors import UsageError
from slidewright.serve.editors import TERMINAL, WINDOWED, Editor, address, chosen
from slidewright.serve.studio_protocol import Place

PLACE = Place(Path("/talks/a b.md"), 12, 3)


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which every editor is installed."""
    for name in (*WINDOWED, *TERMINAL, "own-editor"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)


def command(option: str | None, **environment: str) -> list[str] | None:
    editor = chosen(option, environment)
    return editor and editor.command(PLACE)


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("code", ["code", "--goto", "/talks/a b.md:12:3"]),
        ("code --wait -n", ["code", "-n", "--goto", "/talks/a b.md:12:3"]),
        ("subl", ["subl", "/talks/a b.md:12:3"]),
        ("zed", ["zed", "/talks/a b.md:12:3"]),
        ("pycharm", ["pycharm", "--line", "12", "--column", "3", "/talks/a b.md"]),
        ("kate", ["kate", "--line", "12", "--column", "3", "/talks/a b.md"]),
        ("gedit", ["gedit", "+12:3", "/talks/a b.md"]),
        ("gvim", ["gvim", "+call cursor(12,3)", "/talks/a b.md"]),
        ("emacsclient", ["emacsclient", "-n", "+12:3", "/talks/a b.md"]),
        ("notepad++", ["notepad++", "-n12", "-c3", "/talks/a b.md"]),
        ("own-editor", ["own-editor", "/talks/a b.md"]),
        ("own-editor --at {line},{column} '{file}'", ["own-editor", "--at", "12,3", "/talks/a b.md"]),
        ("vim {file}", ["vim", "/talks/a b.md"]),
    ],
)
def test_an_editor_is_told_a_place_in_its_own_words(option: str, expected: list[str]) -> None:
    assert command(option) == expected


def test_what_stands_in_a_name_is_no_field_and_no_shell_reads_it() -> None:
    hostile = Place(Path("/talks/{line}$(id) 'x\".md"), 1, 1)
    assert Editor(("e", "{file}")).command(hostile) == ["e", "/talks/{line}$(id) 'x\".md"]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, None),
        ({"EDITOR": "vim"}, None),
        ({"EDITOR": "emacs -nw"}, None),
        ({"EDITOR": "emacsclient -t"}, None),
        ({"EDITOR": "unknown-editor"}, None),
        ({"EDITOR": "'"}, None),
        ({"EDITOR": "code -w"}, "code"),
        ({"EDITOR": "nano", "VISUAL": "subl"}, "subl"),
        ({"EDITOR": "kate", "VISUAL": "nvim"}, "kate"),
    ],
)
def test_of_the_environment_only_editors_with_a_window_count(environment: dict[str, str], expected: str | None) -> None:
    found = command(None, **environment)
    assert (found and found[0]) == expected


@pytest.mark.parametrize("option", ["", "'", "no-such-editor", "vim", "emacs -nw", "emacsclient -nw", "{file}"])
def test_an_option_that_names_no_editor_is_refused(option: str) -> None:
    with pytest.raises(UsageError, match="--editor"):
        chosen(option, {})


def test_an_address_opens_a_place_where_no_command_does() -> None:
    assert address(PLACE) == "vscode://file/talks/a%20b.md:12:3"


def test_an_editor_leaves_no_dead_process_and_its_failure_is_told(tmp_path: Path) -> None:
    pid, said = tmp_path / "pid", list[str]()
    for name, lines in (("good", f'echo $$ > "{pid}"'), ("bad", "exit 3")):
        (tmp_path / name).write_text(f"#!/bin/sh\n{lines}\n")
        (tmp_path / name).chmod(0o755)
        Editor((str(tmp_path / name), "{file}")).open(PLACE, said.append)
    Editor((str(tmp_path / "absent"),)).open(PLACE, said.append)
    deadline = time.monotonic() + 10
    while (len(said) < 2 or not pid.exists() or not pid.read_text()) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert sorted("exit code 3" in line for line in said) == [False, True]
    while Path(f"/proc/{pid.read_text().strip()}").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not Path(f"/proc/{pid.read_text().strip()}").exists()
