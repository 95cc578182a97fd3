"""Themes and addons installed by npm, with a stand-in for npm on the PATH."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from slidewright.cli import main
from slidewright.errors import InputError, ToolError, UsageError
from slidewright.scaffold.npm import install, package_of

MEANT = {
    "seriph": "@slidev/theme-seriph",
    "academic": "slidev-theme-academic",
    "academic@1.2.0": "slidev-theme-academic@1.2.0",
    "slidev-addon-qrcode": "slidev-addon-qrcode",
    "@org/slidev-theme-x@^2": "@org/slidev-theme-x@^2",
}


@pytest.mark.parametrize("name", MEANT)
def test_a_short_name_is_a_themes(name: str) -> None:
    assert package_of(name) == MEANT[name]


@pytest.mark.parametrize("name", ["", "Big", "../x", "a b", "x@file:../y", "x@git+ssh://h", "@", "@org", "slidev-../x"])
def test_what_is_no_package_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        package_of(name)


NPM = """#!{python}
import json, os, pathlib, sys
folder = next(a.removeprefix("--prefix=") for a in sys.argv if a.startswith("--prefix="))
pathlib.Path(folder, "asked.json").write_text(json.dumps([sys.argv[1:], sys.stdin.read()]))
if os.environ.get("FAIL"):
    print(os.environ["FAIL"], file=sys.stderr)
    sys.exit(1)
name = sys.argv[-1]
place = pathlib.Path(folder, "node_modules", name)
place.mkdir(parents=True)
(place / "package.json").write_text('{{"version": "1.2.3"}}')
"""


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    script = tmp_path / "bin/npm"
    script.parent.mkdir()
    script.write_text(NPM.format(python=sys.executable))
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
    return script


def test_a_theme_goes_to_the_decks_folder_and_no_script_runs(
    npm: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["theme", "add", "academic", "--folder", str(tmp_path)])
    assert ended.value.code == 0
    assert capsys.readouterr().out == (
        "slidev-theme-academic 1.2.3 is installed; a deck names it so: `theme: academic`\n"
    )
    asked = (tmp_path / "asked.json").read_text()
    assert "--ignore-scripts" in asked
    assert asked.endswith('"--", "slidev-theme-academic"], ""]')


def test_an_addon_is_named_in_a_list(npm: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["theme", "add", "@org/slidev-addon-x", "--folder", str(tmp_path)])
    assert capsys.readouterr().out.endswith('`addons: ["@org/slidev-addon-x"]`\n')


SAID = {
    "npm error code E404\nnpm error 404 Not Found": "the registry has no package `slidev-theme-x`",
    "npm error code ENOTFOUND\nnpm error errno ENOTFOUND\nnpm error request to https://r failed": "request to https://r",
    "": "it does not say why",
}


@pytest.mark.parametrize("said", SAID)
def test_the_reason_of_a_failure_is_one_line(
    npm: Path, tmp_path: Path, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAIL", said or " ")
    with pytest.raises(ToolError, match="npm could not install slidev-theme-x") as failed:
        install("slidev-theme-x", tmp_path)
    assert SAID[said] in str(failed.value)
    assert "\n" not in str(failed.value)


def test_without_npm_the_message_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ToolError, match="npm is not on the PATH"):
        install("slidev-theme-x", tmp_path)


def test_another_tools_packages_are_left_alone(npm: Path, tmp_path: Path) -> None:
    (tmp_path / "pnpm-lock.yaml").touch()
    with pytest.raises(UsageError, match="pnpm add --ignore-scripts slidev-theme-x"):
        install("slidev-theme-x", tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        install("slidev-theme-x", tmp_path / "absent")
