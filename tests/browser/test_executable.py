from __future__ import annotations

from pathlib import Path

import pytest

from slidewright.browser import BrowserError, executable, find_browser


def program(folder: Path, name: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\nexit 3\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without any browser, whose PATH is one folder."""
    monkeypatch.delenv(executable.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_a_machine_without_a_browser_is_told_how_to_name_one(bare: Path) -> None:
    with pytest.raises(BrowserError, match="SLIDEWRIGHT_CHROMIUM"):
        find_browser()


@pytest.mark.parametrize("name", ["chromium", "google-chrome", "chrome", "msedge"])
def test_a_browser_is_found_by_its_usual_names(bare: Path, name: str) -> None:
    path = program(bare, name)
    assert find_browser() == path


def test_chromium_comes_before_others(bare: Path) -> None:
    for name in ("msedge", "google-chrome", "chromium"):
        program(bare, name)
    assert find_browser().name == "chromium"


def test_the_named_browser_comes_before_all(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare, "chromium")
    mine = program(bare, "elsewhere/mine")
    monkeypatch.setenv(executable.VARIABLE, str(mine))
    assert find_browser() == mine


def test_a_named_browser_that_is_not_there_is_no_other_one(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare, "chromium")
    monkeypatch.setenv(executable.VARIABLE, "/nowhere/chromium")
    with pytest.raises(BrowserError, match="/nowhere/chromium"):
        find_browser()


@pytest.mark.parametrize(
    ("system", "variable", "place"),
    [
        ("Darwin", "HOME", "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("Windows", "LOCALAPPDATA", "Google/Chrome/Application/chrome.exe"),
        ("Windows", "PROGRAMFILES", "Microsoft/Edge/Application/msedge.exe"),
    ],
)
def test_other_systems_keep_browsers_in_places_of_their_own(
    bare: Path, monkeypatch: pytest.MonkeyPatch, system: str, variable: str, place: str
) -> None:
    monkeypatch.setattr("platform.system", lambda: system)
    monkeypatch.setenv(variable, str(bare / "programs"))
    path = program(bare / "programs", place)
    assert find_browser() == path
