"""What every command has in common: exit codes, help, and no traceback."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

import pytest
from calling import COMMAND

from slidewright.cli import COMMANDS, main


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    return int(stopped.value.code or 0)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], *([command, "-h"] for command in COMMANDS)])
def test_help_and_version_succeed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 0
    assert capsys.readouterr().out


def test_a_command_has_the_same_help_under_its_other_name(capsys: pytest.CaptureFixture[str]) -> None:
    texts = []
    for name in ("serve", "preview"):
        assert run(name, "--help") == 0
        texts.append(capsys.readouterr().out.replace(f"slidewright {name}", "slidewright"))
    assert texts[0] == texts[1]


@pytest.mark.parametrize("arguments", [["nonsense"], ["check", "--nonsense"], ["build"], ["check", "--format", "xml"]])
def test_usage_errors_exit_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err


def test_a_fault_is_one_message_and_exit_code_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("slidewright.cli.checking.chosen", lambda settings: 1 / 0)
    monkeypatch.delenv("SLIDEWRIGHT_DEBUG", raising=False)
    assert run("explain", "--", "") == 2
    assert run("check", "README.md") == 3
    assert "a fault of the tool (ZeroDivisionError" in capsys.readouterr().err
    monkeypatch.setenv("SLIDEWRIGHT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["check", "README.md"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_behind_the_output_is_no_fault_of_the_tool() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*COMMAND, "rules"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (3, "slidewright: cannot print: no space left on device\n")


@pytest.mark.parametrize(
    ("closed", "deck", "code"), [(">&- 2>&-", "slides.md", 1), ("<&-", "slides.md", 1), ("<&-", "-", 2)]
)
def test_closed_streams_change_nothing_else(tmp_path: Path, closed: str, deck: str, code: int) -> None:
    (tmp_path / "slides.md").write_text("![](./gone.png)\n")
    command = f"{shlex.join(COMMAND)} check {deck} {closed}"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert done.stderr == "slidewright: standard input is closed\n" or code == 1
