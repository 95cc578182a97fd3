"""`slidewright show-config`, and the options that choose a configuration file."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from slidewright.cli.config_options import configuration_of, configured
from slidewright.cli.show_config import command
from slidewright.diagnostics import Severity
from slidewright.errors import InputError, UsageError
from slidewright.settings import CheckSettings


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a deck and a configuration; another configuration is beside it."""
    folder = tmp_path / "talk"
    folder.mkdir()
    (folder / "slides.md").write_text("# Talk\n")
    (folder / "slidewright.toml").write_text('[check]\nfail-on = "error"\nignore = ["bare-path"]\n')
    (tmp_path / "other.toml").write_text('[check]\nfail-on = "info"\n[check.limits]\nwords = 5\n')
    monkeypatch.chdir(folder)
    return folder


def shown(*arguments: str) -> str:
    result = CliRunner().invoke(command, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def line(output: str, key: str) -> str:
    (found,) = (line for line in output.splitlines() if line.startswith(f"{key} "))
    return " ".join(found.split())


@pytest.mark.parametrize("deck", [(), ("slides.md",), ("../talk",)])
def test_settings_are_those_of_the_deck_or_of_the_current_folder(talk: Path, deck: tuple[str, ...]) -> None:
    output = shown(*deck)
    assert line(output, "check.fail-on") == 'check.fail-on = "error" # slidewright.toml:2'
    assert line(output, "check.limits.words") == "check.limits.words = 120 # default"


def test_another_file_or_none_can_be_chosen(talk: Path) -> None:
    other = Path("..", "other.toml")
    assert line(shown("--config", str(other)), "check.limits.words") == f"check.limits.words = 5 # {other}:4"
    assert line(shown("--isolated"), "check.fail-on") == 'check.fail-on = "warning" # default'
    with pytest.raises(UsageError, match=r"^--isolated reads no configuration file"):
        shown("--isolated", "--config", str(other))


def test_json_names_the_file(talk: Path) -> None:
    document = json.loads(shown("--format", "json"))
    assert document["file"] == "slidewright.toml"
    assert document["settings"]["check.ignore"] == {"value": ["bare-path"], "origin": "slidewright.toml:3"}


def test_faults_are_errors_and_no_tracebacks(talk: Path) -> None:
    with pytest.raises(InputError, match=r"^absent\.md: no such file or folder$"):
        shown("absent.md")
    with pytest.raises(UsageError, match=r"^absent\.toml:1:1: cannot be read: No such file or directory$"):
        shown("--config", "absent.toml")
    (talk / "slidewright.toml").write_text('check.ignore = ["bare-pat"]\n')
    with pytest.raises(UsageError, match=r"^slidewright\.toml:1:17: .* did you mean `bare-path`\?$"):
        shown()


def test_the_help_tells_of_both_options(talk: Path) -> None:
    with click.Context(command) as context:
        text = command.get_help(context)
    assert "--config FILE" in text
    assert "--isolated" in text


def test_settings_are_options_over_the_file(talk: Path) -> None:
    given = {"ignore": ("missing-image",), "max_warnings": 3}
    assert configured(talk / "slides.md", None, False, given) == CheckSettings(
        ignore=("bare-path", "missing-image"), fail_on=Severity.ERROR, max_warnings=3
    )
    assert configured(None, None, True, given) == CheckSettings(ignore=("missing-image",), max_warnings=3)


def test_a_file_is_read_once_until_it_changes(talk: Path) -> None:
    first = configuration_of(Path("slides.md"), None, False)
    assert configuration_of(None, Path("slidewright.toml"), False) is first
    (talk / "slidewright.toml").write_text('check.fail-on = "never"\n')
    assert configuration_of(Path("slides.md"), None, False).settings().fail_on is None
    assert configuration_of(None, None, True) is configuration_of(talk, None, True)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_globs_of_a_file_that_is_named_start_at_its_real_folder(talk: Path, tmp_path: Path) -> None:
    (talk / "slidewright.toml").write_text('check.exclude = ["drafts"]\n')
    (tmp_path / "link").symlink_to(talk)
    named = configuration_of(None, tmp_path / "link/slidewright.toml", False)
    assert named.settings().exclude == (f"{talk.resolve()}/drafts",)
