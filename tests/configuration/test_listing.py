"""What `show-config` prints."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from slidewright.configuration import Configuration, read
from slidewright.configuration.keys import KEYS
from slidewright.configuration.listing import WIDEST, json_listing, text_listing

FILE = """\
[check]
fail-on = "never"
[check.per-file-ignores]
"tief/図*.md" = ["reference"]
"\\u202e" = []
[external.hosts."a.example"]
headers = { X-Key = "hunter2", Authorization = "Bearer hunter2" }
token-variable = "TOKEN"
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Configuration:
    monkeypatch.chdir(tmp_path)
    Path("slidewright.toml").write_text(FILE, encoding="utf-8")
    return read(Path("slidewright.toml"), ["reference"])


def test_the_text_is_toml_that_means_the_same(file: Configuration, tmp_path: Path) -> None:
    text = text_listing(file.origins({"limits.image_bytes": "3 MiB"}))
    (tmp_path / "again.toml").write_text(text.replace('"***"', '"x"'), encoding="utf-8")
    again = read(tmp_path / "again.toml", ["reference"]).settings()
    settings = file.settings({"limits.image_bytes": "3 MiB"})
    assert again._replace(external=settings.external) == settings
    assert tomllib.loads(text)["external"]["hosts"]["a.example"]["token-variable"] == "TOKEN"


def test_every_line_ends_with_its_origin_and_the_origins_are_aligned(file: Configuration) -> None:
    items = file.origins({"fail_on": "error"})
    lines = text_listing(items).split("\n")
    assert [line.rpartition("  # ")[2] for line in lines] == [item.origin for item in items]
    assert len({line.rindex("  # ") for line in lines}) == 1
    assert lines[4].split() == ["check.fail-on", "=", '"error"', "#", "--fail-on"]
    assert lines[5].startswith("# check.max-warnings is not set ")


def test_a_long_line_does_not_push_the_other_origins_out_of_sight(file: Configuration) -> None:
    lines = text_listing(file.origins({"exclude": ("x" * 200,)})).split("\n")
    assert sorted({line.rindex("  # ") <= WIDEST for line in lines}) == [False, True]
    assert sum(line.rindex("  # ") > WIDEST for line in lines) == 1


def test_columns_are_those_of_the_measure(file: Configuration) -> None:
    def measured(text: str) -> int:
        return len(text) + text.count("図")

    lines = text_listing(file.origins(), measured).split("\n")
    assert len({measured(line[: line.rindex("  # ")]) for line in lines}) == 1


def test_json_has_value_and_origin_of_every_key(file: Configuration) -> None:
    document = json.loads(json_listing(file.origins({"ignore": ("reference",)}), file.path))
    assert (document["version"], document["file"]) == (1, "slidewright.toml")
    settings = document["settings"]
    assert settings["check.fail-on"] == {"value": "never", "origin": "slidewright.toml:2"}
    assert settings["check.ignore"] == {"value": ["reference"], "origin": "--ignore"}
    assert settings["check.baseline"] == {"value": None, "origin": "default"}
    assert settings['external.hosts."a.example".token-variable']["value"] == "TOKEN"
    assert {key.path for key in KEYS if "<" not in key.path} <= set(settings)
    assert not any("<" in key for key in settings)
    assert json.loads(json_listing(Configuration().origins(), None))["file"] is None


def test_secrets_and_what_drives_a_terminal_are_never_printed(file: Configuration) -> None:
    text = text_listing(file.origins())
    assert 'headers.Authorization = "***"' in text
    for printed in (text, json_listing(file.origins(), file.path)):
        assert "hunter2" not in printed
    assert 'check.per-file-ignores."\\u202e" = []' in text
