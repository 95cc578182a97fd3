"""The GitHub Action and the pre-commit hooks, tried by running what they run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.packaging

REPOSITORY = Path(__file__).parents[2]
MISSING = "# A ![](./gone.png)\n"
ACTION: dict[str, Any] = yaml.safe_load((REPOSITORY / "action.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A runner's folder for temporary files, where the action's first step has installed slidewright."""
    folder = tmp_path_factory.mktemp("runner")
    done = step("Install slidewright", folder, folder, {"SLIDEWRIGHT_VERSION": ""})
    assert done.returncode == 0, done.stderr
    return folder


def step(name: str, runner: Path, cwd: Path, given: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a step's script as GitHub does: with `bash -e -o pipefail`, inputs by environment, outputs into files."""
    script = next(item["run"] for item in ACTION["runs"]["steps"] if item.get("name") == name)
    environment = {
        **os.environ,
        "RUNNER_TEMP": str(runner),
        "GITHUB_ACTION_PATH": str(REPOSITORY),
        "GITHUB_ACTIONS": "true",
        "GITHUB_OUTPUT": str(cwd / "output"),
        "GITHUB_STEP_SUMMARY": str(cwd / "summary.md"),
        **given,
    }
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def given(**inputs: str) -> dict[str, str]:
    """The environment of the step `Check`: every input by its default, or as given."""
    values = {name: str(item["default"]) for name, item in ACTION["inputs"].items()} | inputs
    return {f"SLIDEWRIGHT_{name.upper()}": values[name] for name in ("paths", "args", "summary")}


def test_the_action_annotates_summarises_and_fails(runner: Path, tmp_path: Path) -> None:
    (tmp_path / "slides.md").write_text(MISSING)
    done = step("Check", runner, tmp_path, given())
    assert done.returncode == 1, done.stderr
    assert "::error file=slides.md,line=1," in done.stdout + done.stderr
    assert "error[missing-image]" in done.stdout
    assert "exit-code=1" in (tmp_path / "output").read_text()
    assert "missing-image" in (tmp_path / "summary.md").read_text()


def test_the_action_takes_paths_and_options_line_by_line(runner: Path, tmp_path: Path) -> None:
    (tmp_path / "my talk.md").write_text(MISSING)
    inputs = given(paths="my talk.md\n", args="--ignore\nmissing-image\n", summary="false")
    done = step("Check", runner, tmp_path, inputs)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (tmp_path / "summary.md").exists()


@pytest.mark.skipif(shutil.which("git") is None, reason="pre-commit needs git")
def test_the_pre_commit_hooks_report_and_mend(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "slides.md").write_text("# A ![](a.png)\n")
    shutil.copyfile(REPOSITORY / "assets/images/moe.svg", tmp_path / "a.svg")
    (tmp_path / "slides.md").write_text("# A\n\n![a](a.svg)\n")
    git(tmp_path, "add", ".")
    assert "bare-path" in pre_commit(tmp_path, "slidewright-check").stdout
    done = pre_commit(tmp_path, "slidewright-fix")
    assert "files were modified by this hook" in done.stdout, done.stdout + done.stderr
    assert (tmp_path / "slides.md").read_text() == "# A\n\n![a](./a.svg)\n"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def pre_commit(folder: Path, hook: str) -> subprocess.CompletedProcess[str]:
    """Run a hook of this checkout over all files; its environment is made once and kept beside the folder."""
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(REPOSITORY), hook, "--all-files", "--verbose"]
    home = folder.parent / "pre-commit"
    environment = {**os.environ, "PRE_COMMIT_HOME": str(home)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
