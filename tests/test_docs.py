"""The README tells the truth: its commands exist, its set-up commands are make targets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from slidewright.cli import ALIASES, COMMANDS, slidewright

REPOSITORY = Path(__file__).parents[1]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
PROSE = re.sub(r"^```.*?^```$", "", README, flags=re.M | re.S)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_has_help(command: str) -> None:
    assert f"slidewright {command}" in README
    result = CliRunner().invoke(slidewright, [command, "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 5


@pytest.mark.parametrize("command", sorted(set(re.findall(r"(?:`|\$ |run: )slidewright ([\w-]+)", README))))
def test_every_command_in_the_readme_exists(command: str) -> None:
    assert command in {*COMMANDS, *ALIASES}


OPTIONS = re.findall(r"(?:`|\$ )slidewright ([\w-]+)[^\n`]*?(--[\w-]+)", README)


@pytest.mark.parametrize(("command", "option"), sorted(set(OPTIONS)))
def test_every_option_in_the_readme_exists(command: str, option: str) -> None:
    assert option in CliRunner().invoke(slidewright, [command, "--help"]).output


def test_the_two_setup_commands_are_make_targets() -> None:
    setup = README.split("## Set up a checkout")[1].split("##")[0]
    targets = re.findall(r"^\$ make (\w+)", setup, re.M)
    assert targets == ["talk", "test"]
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{target}:", makefile, re.M) for target in targets)


def test_the_gate_calls_the_same_test_command() -> None:
    assert re.search(r"^make test$", (REPOSITORY / ".ci/run").read_text(encoding="utf-8"), re.M)


@pytest.mark.parametrize("path", re.findall(r"\]\((?!https?:)([^)#]+)", PROSE))
def test_every_link_in_the_readme_leads_somewhere(path: str) -> None:
    assert (REPOSITORY / path).exists()
