"""What a file says, or everything that is wrong with it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from slidewright.configuration import Configuration, read
from slidewright.configuration.merging import Origin
from slidewright.diagnostics import Severity
from slidewright.errors import UsageError

RULES = ("reference", "missing-image", "missing-file", "craft", "long-code-line")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reading(text: str | bytes, name: str = "slidewright.toml") -> Configuration:
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(Path(name), RULES)


def faults(text: str | bytes, name: str = "slidewright.toml") -> list[str]:
    """The lines of the error, without the file's name."""
    with pytest.raises(UsageError) as caught:
        reading(text, name)
    lines = str(caught.value).split("\n")
    assert all(line.startswith(f"{name}:") for line in lines)
    return [line.removeprefix(f"{name}:") for line in lines]


def test_values_are_as_the_settings_have_them_and_know_their_lines() -> None:
    values = reading(
        '[check]\nselect = ["reference"]\nfail-on = "never"\nbaseline = "known.json"\n'
        '[check.limits]\nimage-bytes = "2 MiB"\nwords-per-minute = 150.0\n[external]\ntimeout = "1.5min"\n'
    ).values
    assert {address[-1]: (item.value, item.origin.line) for address, item in values.items()} == {
        "select": (("reference",), 2),
        "fail-on": (None, 3),
        "baseline": (Path("known.json"), 4),
        "image-bytes": (2_097_152, 6),
        "words-per-minute": (150, 7),
        "timeout": (90.0, 9),
    }
    assert values["check", "select"].origin == Origin(Path("slidewright.toml"), 2)


def test_the_table_of_a_shared_file_is_read_and_nothing_else_of_it() -> None:
    text = '[tool.other]\nchekc = 1\n[tool.slidewright.check]\nfail-on = "error"\n'
    written = reading(text, "pyproject.toml").values["check", "fail-on"]
    assert (written.value, written.origin.line) == (Severity.ERROR, 4)


def test_an_empty_file_sets_nothing() -> None:
    assert reading("").values == {}
    assert reading("[tool.slidewright]", "pyproject.toml").values == {}
    assert reading("[check]\n[external.hosts.localhost]\n").values == {}


def test_marks_and_line_ends_of_windows_are_read() -> None:
    assert reading('\ufeff[check]\r\nformat = "json"\r\n').values["check", "format"].origin.line == 2
    assert faults("\ufeff[check]\r\n\r\nformat = 3\r\n")[0].startswith("3:10: ")


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    assert faults(
        '[external]\ntimeout = "soon"\n[check]\nselect = ["missing-imag", 3]\nfail_on = "error"\nformat = "jsno"\n'
    ) == [
        '2:11: `external.timeout` takes a number of seconds above 0, or a time such as `"20s"`, `"5min"` or `"1d"`, '
        "not `soon`",
        "4:11: no rule or family is called `missing-imag`: did you mean `missing-image`?",
        "4:27: `check.select` takes rules or families, or `all`, not `3`",
        "5:1: `check` has no key `fail_on`: did you mean `fail-on`?",
        "6:10: `check.format` takes `full`, `concise`, `grouped`, `json`, `json-lines`, `sarif`, `junit`, `github`, "
        "`gitlab` or `markdown`, not `jsno`: did you mean `json`?",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("chekc = 1", "1:1: there is no key `chekc`: did you mean `check`?"),
        ("zzz = 1", "1:1: there is no key `zzz`"),
        ("select = []", "1:1: there is no key `select`: did you mean `check.select`?"),
        ("check.image_bytes = 1", "1:7: `check` has no key `image_bytes`: did you mean `check.limits.image-bytes`?"),
        ("check = 1", "1:9: `check` is a table, not a number"),
        ("[[check]]", "1:3: `check` is a table, not a list"),
        ("[check.select]", "1:8: `check.select` takes a list of rules or families, not a table"),
        ('check.select = "all"', "1:16: `check.select` takes a list of rules or families, not `all`"),
        ("check.max-warnings = true", "1:22: `check.max-warnings` takes a whole number from 0 on, not `true`"),
        ("check.max-warnings = 1.5", "1:22: `check.max-warnings` takes a whole number from 0 on, not `1.5`"),
        ("check.max-warnings = nan", "1:22: `check.max-warnings` takes a whole number from 0 on, not `nan`"),
        ("check.max-warnings = inf", "1:22: `check.max-warnings` takes a whole number from 0 on, not `inf`"),
        (
            f"check.max-warnings = 0x{'f' * 9000}",
            "1:22: `check.max-warnings` takes a whole number from 0 on, not a number of more than 64 bits",
        ),
        ("check.limits.words-per-minute = 0", "1:33: `check.limits.words-per-minute` takes a whole number from 1 on, "
         "not `0`"),
        ("check.limits.image-bytes = 2024-01-01", "1:28: `check.limits.image-bytes` takes a whole number of bytes "
         'from 0 on, or a size such as `"3MB"`, `"500 kB"` or `"2 MiB"`, not a date or a time'),
        ('check.base = "talk"', "1:14: `check.base` takes a path that begins and ends with `/`, not `talk`"),
        ('check.baseline = ""', "1:18: `check.baseline` takes the path of a file, not ``"),
        ('check.baseline = "a\\u0000"', "1:18: `check.baseline` takes the path of a file, not `a\\u0000`"),
        ('check.severity.missing-fil = "off"', "1:16: no rule or family is called `missing-fil`: "
         "did you mean `missing-file`?"),
        ('check.severity.all = "off"', "1:16: no rule or family is called `all`; `slidewright rules` lists them"),
        ('check.severity.craft = "of"', "1:24: `check.severity.craft` takes `error`, `warning`, `info` or `off`, "
         "not `of`: did you mean `off`?"),
        ('check.per-file-ignores."*.md" = ["rafts"]', '1:34: no rule or family is called `rafts`: '
         "did you mean `craft`?"),
        ('check.per-slide-ignores."a.md#5-3" = []', "1:25: `check.per-slide-ignores` has a range that ends before it "
         "begins: `a.md#5-3`"),
        ('check.per-slide-ignores."a.md" = []', "1:25: `check.per-slide-ignores` takes `glob#slide` as keys (a slide "
         "is a number, a range such as `3-5`, or a routeAlias), not `a.md`"),
        ("external.allow-private = 1", "1:26: `external.allow-private` takes `true` or `false`, not `1`"),
        ('external.timeout = "0 s"', '1:20: `external.timeout` takes a number of seconds above 0, or a time such as '
         '`"20s"`, `"5min"` or `"1d"`, not `0 s`'),
        ('external.hosts."https://a.b".headers = {}', "1:16: `external.hosts` takes hosts such as `api.example.com` "
         "as keys, not `https://a.b`"),
        ("external.hosts.a.headers.x = 3", "1:30: `external.hosts.a.headers.x` takes one line of printable ASCII, "
         "not a number"),
        ('[external.hosts."a.b"]\ntokn-variable = ""', '2:1: `external.hosts."a.b"` has no key `tokn-variable`: '
         "did you mean `token-variable`?"),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_its_place_and_what_may_be_meant(text: str, fault: str) -> None:
    assert faults(text) == [fault]


def test_faults_of_a_shared_file_are_told_where_they_stand_in_it() -> None:
    text = "[tool.slidewright.check]\nselect = ['x-x']\n"
    assert faults(text, "pyproject.toml") == ["2:11: no rule or family is called `x-x`; `slidewright rules` lists them"]
    assert faults("[tool]\nslidewright = 3", "pyproject.toml") == ["2:15: `tool.slidewright` is a table, not a number"]
    assert faults("tool = 1", "pyproject.toml") == ["1:1: has no table `[tool.slidewright]`"]


@pytest.mark.parametrize("secret", ["hunter2\\u0007", "hunter2ü", " hunter2 "])
def test_no_message_repeats_what_may_be_a_token(secret: str) -> None:
    for key in ("headers.X-Key", "token-variable"):
        (fault,) = faults(f'external.hosts.a.{key} = "{secret}"')
        assert "hunter2" not in fault
        assert fault.endswith("not this text")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[check]\nselect [", "2:8: not TOML: expected '=' after a key in a key/value pair"),
        ("[check", "1:7: not TOML: expected ']' at the end of a table declaration"),
        ("a = 1\na = 2", "2:6: not TOML: cannot overwrite a value"),
        (b"# \xe2\x82\xac\n# ok \xff", "2:6: not UTF-8"),
    ],
)
def test_what_is_no_toml_is_told_with_its_place(text: str | bytes, fault: str) -> None:
    assert faults(text) == [fault]


def test_toml_that_tomllib_gives_up_on_is_a_fault_and_no_traceback() -> None:
    assert faults("a = " + "[" * 5000 + "]" * 5000) == ["1:1: nested too deeply"]
    assert faults("a = " + "1" * 5000)[0].startswith("1:1: not TOML: Exceeds the limit")


def test_a_file_that_cannot_be_read_says_why() -> None:
    with pytest.raises(UsageError, match=r"^absent\.toml:1:1: cannot be read: No such file or directory$"):
        read(Path("absent.toml"), RULES)
    with pytest.raises(UsageError, match=r"^\.:1:1: cannot be read: Is a directory$"):
        read(Path(), RULES)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('check.limits.image-bytes = "3MB"', 3_000_000),
        ('check.limits.image-bytes = "500 kB"', 500_000),
        ('check.limits.image-bytes = "1.5 GiB"', 1_610_612_736),
        ('check.limits.image-bytes = "12 b"', 12),
        ("check.limits.image-bytes = 3e6", 3_000_000),
        ('external.cache-age = "1d"', 86_400.0),
        ('external.cache-age = "2 w"', 1_209_600.0),
        ('external.cache-age = "0.5h"', 1800.0),
        ('external.timeout = "250ms"', 0.25),
        ("external.timeout = 3", 3.0),
        ('external.hosts.a.headers.Authorization = "Bearer abc"', "Bearer abc"),
        ('check.per-slide-ignores."slides.md#2-4" = ["all"]', ("all",)),
        ('check.per-slide-ignores."a#b.md#the-end" = []', ()),
    ],
)
def test_sizes_times_and_names_are_meant_as_they_read(text: str, value: object) -> None:
    (written,) = reading(text).values.values()
    assert written.value == value
    assert type(written.value) is type(value)


@pytest.mark.parametrize("size", ["3MB\n", "MB", "3 XB", "-3MB", "3  MB", "3.MB", "1e3 B", "９MB"])
def test_sizes_are_read_from_end_to_end(size: str) -> None:
    assert len(faults(f"check.limits.image-bytes = {size!a}".replace("'", '"'))) == 1


def test_dates_and_long_text_are_told_in_few_words() -> None:
    assert faults(f'check.format = "{"x" * 1000}"')[0].endswith(f"not `{'x' * 60}…`")
    assert faults(f"check.format = {datetime.time(7, 32)}")[0].endswith("not a date or a time")
