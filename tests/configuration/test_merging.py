"""Options over a file over the defaults."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from slidewright.configuration import Configuration, read
from slidewright.configuration.keys import KEYS
from slidewright.diagnostics import Severity
from slidewright.errors import UsageError
from slidewright.settings import CheckSettings, ExternalSettings, HostSettings, Limits

RULES = ("reference", "missing-image", "craft")

FILE = """\
[check]
select = ["reference"]
extend-select = ["craft"]
ignore = ["missing-image"]
exclude = ["drafts/**", "/elsewhere/*.md"]
fail-on = "error"
baseline = "known.json"
[check.severity]
missing-image = "info"
[check.per-file-ignores]
"old/*.md" = ["craft"]
"./old/*.md" = ["reference"]
[check.per-slide-ignores]
"slides.md#3" = ["craft"]
[check.limits]
words = 99
[external.hosts."API.example.com"]
headers = { X-Key = "secret" }
token-variable = "TOKEN"
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Configuration:
    """A configuration in `talk/`, seen from the folder above."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk").mkdir()
    path = Path("talk/slidewright.toml")
    path.write_text(FILE)
    return read(path, RULES)


def test_without_a_file_and_options_the_settings_are_the_defaults() -> None:
    assert Configuration().settings() == CheckSettings()
    assert Configuration().settings({"select": (), "fail_on": None, "baseline": None}) == CheckSettings()


def test_a_file_sets_fields_and_leaves_the_others(file: Configuration, tmp_path: Path) -> None:
    folder = tmp_path / "talk"
    assert file.settings() == CheckSettings(
        select=("reference",),
        extend_select=("craft",),
        ignore=("missing-image",),
        severity={"missing-image": "info"},
        per_file_ignores={f"{folder}/old/*.md": ("craft", "reference")},
        per_slide_ignores={f"{folder}/slides.md#3": ("craft",)},
        exclude=(f"{folder}/drafts/**", "/elsewhere/*.md"),
        fail_on=Severity.ERROR,
        baseline=folder / "known.json",
        limits=Limits(words=99),
        external=ExternalSettings(hosts={"api.example.com": HostSettings({"X-Key": "secret"}, "TOKEN")}),
    )


@pytest.mark.parametrize(
    ("given", "field", "value"),
    [
        ({"select": ("craft",)}, "select", ("craft",)),
        ({"extend_select": ["missing-image", "craft"]}, "extend_select", ("craft", "missing-image")),
        ({"ignore": ("reference",)}, "ignore", ("missing-image", "reference")),
        ({"fail_on": "never"}, "fail_on", None),
        ({"fail_on": Severity.INFO}, "fail_on", Severity.INFO),
        ({"format": "json"}, "format", "json"),
        ({"max_warnings": 0}, "max_warnings", 0),
        ({"external.timeout": "2min"}, "external", ExternalSettings(timeout=120.0)),
        ({"limits.image_bytes": "1kB"}, "limits", Limits(image_bytes=1000)),
    ],
)
def test_options_win_over_the_file(file: Configuration, given: dict[str, Any], field: str, value: object) -> None:
    settings = file.settings(given)
    if field == "external":
        settings = settings._replace(external=settings.external._replace(hosts={}))
        assert settings.external == value._replace(hosts={})  # type: ignore[attr-defined]
    elif field == "limits":
        assert settings.limits == value._replace(words=99)  # type: ignore[attr-defined]
    else:
        assert getattr(settings, field) == value
    others = [name for name in CheckSettings._fields if name not in (field, "external")]
    assert all(getattr(settings, name) == getattr(file.settings(), name) for name in others)


def test_paths_of_options_are_relative_to_the_current_folder(file: Configuration, tmp_path: Path) -> None:
    settings = file.settings({"baseline": Path("mine.json"), "exclude": ("a/**",)})
    assert settings.baseline == tmp_path / "mine.json"
    assert set(settings.exclude) == {*file.settings().exclude, f"{tmp_path}/a/**"}


def test_an_absolute_baseline_and_a_glob_of_the_folder_above_stay_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "slidewright.toml"
    path.write_text('[check]\nbaseline = "/somewhere/known.json"\nexclude = ["../other/*.md"]\n')
    settings = read(path, RULES).settings()
    assert settings.baseline == Path("/somewhere/known.json")
    assert settings.exclude == (f"{tmp_path.parent}/other/*.md",)


def test_a_folder_with_wildcards_in_its_name_is_meant_to_the_letter(tmp_path: Path) -> None:
    from pathspec import GitIgnoreSpec

    for name in ("a[b]", "a*", "a?", "a\\b"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "slidewright.toml").write_text('check.exclude = ["*.md"]')
        spec = GitIgnoreSpec.from_lines(read(folder / "slidewright.toml", RULES).settings().exclude)
        assert spec.match_file(f"{folder}/x.md".lstrip("/"))
        assert not spec.match_file(f"{tmp_path}/ab/x.md".lstrip("/"))


def test_an_option_that_means_nothing_is_told_by_its_name() -> None:
    with pytest.raises(UsageError, match=r"^`--base` takes a path that begins and ends with `/`, not `talk`$"):
        Configuration().settings({"base": "talk"})
    with pytest.raises(UsageError, match=r"^`--max-warnings` takes a whole number from 0 on, not `-1`$"):
        Configuration().settings({"max_warnings": -1})


def test_origins_tell_for_every_key_what_holds_and_where_it_comes_from(file: Configuration) -> None:
    items = file.origins({"ignore": ("craft",), "format": "json"})
    origins = {".".join(item.address): (item.value, item.origin) for item in items}
    assert {key.path for key in KEYS} == {item.key.path for item in items}
    assert origins["check.format"] == ("json", "--format")
    assert origins["check.ignore"] == (("missing-image", "craft"), "talk/slidewright.toml:4, --ignore")
    assert origins["check.select"] == (("reference",), "talk/slidewright.toml:2")
    assert origins["check.limits.words"] == (99, "talk/slidewright.toml:16")
    assert origins["check.limits.code-columns"] == (90, "default")
    assert origins["external.hosts.API.example.com.token-variable"] == ("TOKEN", "talk/slidewright.toml:19")
    order = [KEYS.index(item.key) for item in items]
    assert order == sorted(order)


def test_a_configuration_and_its_settings_do_not_change_each_other(file: Configuration) -> None:
    before = file.settings()
    file.settings({"select": ("craft",), "limits.words": 1})
    assert file.settings() == before
    with pytest.raises(TypeError):
        file.values["check", "select"] = None  # type: ignore[index]
    with pytest.raises(TypeError):
        before.external.hosts["b"] = HostSettings()  # type: ignore[index]
