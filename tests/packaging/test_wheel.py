"""The wheel: what is in it, and that it builds a deck from a fresh environment without Node."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path, PurePosixPath

import pytest

REPOSITORY = Path(__file__).parents[2]

pytestmark = pytest.mark.packaging

REQUIRED = (
    "slidewright/py.typed",
    "slidewright/cli/check.py",
    "slidewright/templates/html/page.html.j2",
    "slidewright/templates/slidev/package.json.j2",
    "slidewright/_bundles/THIRD-PARTY-LICENSES.txt",
    "slidewright/_bundles/fonts/@fontsource/nunito-sans/400.css",
)
TOP_LEVEL = {"slidewright"}
FORBIDDEN = ("node_modules", "tests/", "__pycache__", "package-lock", ".map")


def run(*command: str | Path, cwd: Path, path: str | None = None) -> str:
    environment = {**os.environ, "PATH": path} if path else None
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command} exited {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, REPOSITORY, cwd=folder)
    (made,) = folder.glob("*.whl")
    return made


def test_wheel_holds_what_it_needs_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for required in REQUIRED:
        assert required in names
    assert {PurePosixPath(name).parts[0] for name in names if ".dist-info/" not in name} == TOP_LEVEL
    assert [name for name in names if any(word in name for word in FORBIDDEN)] == []


def test_installed_wheel_checks_and_builds_a_deck_without_node(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    executables = tmp_path / "venv/bin"
    run(executables / "pip", "install", "--quiet", wheel, cwd=tmp_path)
    deck = tmp_path / "talk/slides.md"
    deck.parent.mkdir()
    deck.write_text("---\ntheme: default\n---\n\n# Hello\n\n---\n\n# Code\n\n```py\nprint(1)\n```\n", encoding="utf-8")
    command = executables / "slidewright"
    run(command, "check", deck, cwd=tmp_path, path="/usr/bin-without-node")
    run(command, "build", deck, "-o", "talk.html", "--readable", cwd=tmp_path, path="/usr/bin-without-node")
    run(command, "build", deck, "--to", "slidev", "-o", "project", cwd=tmp_path, path="/usr/bin-without-node")
    page = (tmp_path / "talk.html").read_text(encoding="utf-8")
    assert "Hello" in page
    assert "shiki" in page
    assert (tmp_path / "project/package.json").is_file()
