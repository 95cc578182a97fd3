"""A check without a configuration file pays for none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

LOADED = """
import sys
from pathlib import Path
from slidewright.configuration import Configuration, find
names = ("tomllib", "json", "difflib", "slidewright.configuration.keys", "slidewright.configuration.places")
{}
print(*(name for name in names if name in sys.modules))
"""


def loaded_by(lines: str, folder: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(lines)], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "talk"\n')
    return tmp_path


def test_looking_for_a_file_and_the_defaults_import_no_reader_and_no_table(folder: Path) -> None:
    assert loaded_by("find(Path()); Configuration().settings({'fail_on': None, 'ignore': ()})", folder) == []


def test_reading_a_file_imports_neither_json_nor_difflib(folder: Path) -> None:
    (folder / "slidewright.toml").write_text('check.fail-on = "error"\n')
    loaded = loaded_by("from slidewright.configuration import read; read(find(Path()), ()).settings()", folder)
    assert "tomllib" in loaded
    assert not {"json", "difflib"} & set(loaded)
