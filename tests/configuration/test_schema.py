"""The table of keys, and what follows from it: settings, JSON Schema, documentation, all of one mind."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from slidewright.check.rules import FAMILIES
from slidewright.configuration import read
from slidewright.configuration.keys import KEYS, NAMES, TABLES, Key
from slidewright.configuration.quantities import SIZE, TIME
from slidewright.configuration.reference import reference
from slidewright.configuration.schema import schema
from slidewright.configuration.spelling import dotted, toml
from slidewright.errors import UsageError
from slidewright.settings import CheckSettings, HostSettings

DOCS = Path(__file__).parents[2] / "docs"
RULES = [name for family, rules in FAMILIES.items() for name in (family, *rules)]
SCHEMA = schema(RULES)
ACCEPTS = Draft202012Validator(SCHEMA)


def fields(settings: Any, at: str = "") -> Iterator[str]:
    """The fields of settings as keys name them."""
    for name, value in settings._asdict().items():
        if hasattr(value, "_asdict"):
            yield from fields(value, f"{at}{name}.")
        elif name == "hosts":
            yield from (f"{at}hosts.<host>.{field}" for field in HostSettings._fields)
        else:
            yield f"{at}{name}"


def test_every_field_of_the_settings_has_a_key_and_every_key_a_field() -> None:
    targets = {key.target for key in KEYS}
    mappings = {target.rpartition(".<")[0] if target.endswith(">") else target for target in targets}
    assert mappings == set(fields(CheckSettings()))
    assert len(targets) == len(KEYS)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.path)
def test_every_key_is_told_in_a_sentence_and_takes_its_own_default(key: Key) -> None:
    assert key.sentence.endswith(".")
    assert key.path.rpartition(".")[0] in TABLES
    assert all(part in NAMES for part in key.address if part.startswith("<"))
    if key.default is not None or key.path == "check.fail-on":
        shown = key.kind.shown(key.default)
        assert not list(key.kind.faults(key.path, shown, RULES))
        assert key.kind.meant(shown) == key.default


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("slidewright.schema.json", json.dumps(SCHEMA, ensure_ascii=False, indent=2) + "\n"),
        ("configuration.md", reference()),
    ],
)
def test_what_is_generated_is_up_to_date(name: str, text: str, update_goldens: bool) -> None:
    path = DOCS / name
    written = path.read_text(encoding="utf-8") if path.exists() else ""
    if text != written and update_goldens:
        path.write_text(text, encoding="utf-8")
    assert text == written, "stale: run with --update-goldens and read the diff"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_documented_example_is_accepted_by_both(tmp_path: Path) -> None:
    text = reference().split("```toml\n")[1].split("```")[0]
    path = tmp_path / "slidewright.toml"
    path.write_text(text)
    assert ACCEPTS.is_valid(tomllib.loads(text))
    assert len(read(path, RULES).values) == 13


def test_the_documented_fault_is_the_real_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("slidewright.toml").write_text('[check]\n\n\nfail-on = "eror"\n')
    with pytest.raises(UsageError) as caught:
        read(Path("slidewright.toml"), RULES)
    assert str(caught.value) in reference()


def test_every_key_is_documented_with_what_it_takes() -> None:
    rows = [line for line in reference().splitlines() if line.startswith("| `")]
    assert [row.split("`")[1] for row in rows] == [
        key.address[-1] for table in TABLES for key in KEYS if key.path.rpartition(".")[0] == table
    ]
    assert all(row.count("|") == 5 for row in rows)


# Python's `$` lets a last line end pass, which JavaScript's does not, nor `read`.
TEXTS = st.one_of(
    st.sampled_from([*RULES, "all", "error", "off", "never", "json", "/", "/a/", "/a", "*.md", "TOKEN", "X-Key", ""]),
    st.sampled_from(["a.md#3", "a.md#3-5", "a#b#end", "a.md#0", "a.md", "#3", "a.md#x/y", "a.example", "a b"]),
    st.from_regex(SIZE, fullmatch=True),
    st.from_regex(TIME, fullmatch=True),
    st.text(max_size=8),
).filter(lambda text: not text.endswith("\n"))
SCALARS = st.one_of(TEXTS, st.booleans(), st.integers(-2, 200), st.integers(), st.floats(allow_nan=False))
VALUES = st.one_of(SCALARS, st.lists(SCALARS, max_size=3))
FITTING: Mapping[str, st.SearchStrategy[Any]] = {
    "ListOf": st.lists(st.sampled_from([*RULES, "all"]), max_size=3),
    "Number": st.integers(0, 9),
    "Quantity": st.from_regex(SIZE, fullmatch=True) | st.from_regex(TIME, fullmatch=True),
    "Flag": st.booleans(),
}


@st.composite
def a_setting(draw: st.DrawFn) -> tuple[tuple[str, ...], Any]:
    """An address of the table, with names for what the user names, and a value that may fit."""
    key = draw(st.sampled_from(KEYS))
    address = tuple(draw(TEXTS) if part.startswith("<") else part for part in key.address)
    return address, draw(FITTING.get(type(key.kind).__name__, VALUES) | VALUES)


def is_read(text: str) -> bool:
    with TemporaryDirectory() as folder:
        path = Path(folder, "slidewright.toml")
        path.write_text(text, encoding="utf-8")
        try:
            read(path, RULES)
        except UsageError as error:
            assert all(":1:" in line for line in str(error).split("\n"))
            return False
        return True


@settings(deadline=None)
@given(a_setting())
@example((("check", "max-warnings"), 3.0))
@example((("check", "max-warnings"), 2**63))
@example((("check", "max-warnings"), float("inf")))
@example((("external", "timeout"), 0))
@example((("external", "timeout"), "0.0 s"))
@example((("external", "timeout"), "0.001 s"))
@example((("external", "hosts", "a.b", "headers", "X-Key"), " x"))
@example((("external", "hosts", "a.b", "headers", "X Key"), "x"))
@example((("check", "severity", "all"), "off"))
@example((("check", "per-slide-ignores", "a.md#b"), ["all"]))
def test_read_accepts_what_the_schema_accepts_and_nothing_else(setting: tuple[tuple[str, ...], Any]) -> None:
    address, value = setting
    first, _, last = address[-1].rpartition("#")[2].partition("-")
    assume(not (first.isascii() and last.isascii() and first.isdigit() and last.isdigit() and int(first) > int(last)))
    text = f"{dotted(address)} = {toml(value)}\n"
    assert is_read(text) == ACCEPTS.is_valid(tomllib.loads(text)), text


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.path)
def test_every_key_is_accepted_by_both_with_a_value_that_fits(key: Key) -> None:
    names = {"<rule>": RULES[0], "<glob>": "*.md", "<glob#slide>": "a.md#1-2", "<host>": "a.b", "<header>": "X-Key"}
    address = tuple(names.get(part, part) for part in key.address)
    fitting = [value for value in (1, "1 B", "1 s", True, ["all"], ["*.md"], "error", "full", "/a/", "TOKEN") if
               Draft202012Validator({**key.kind.schema(), "$defs": SCHEMA["$defs"]}).is_valid(value)]  # fmt: skip
    assert fitting
    for value in fitting:
        text = f"{dotted(address)} = {toml(value)}\n"
        assert is_read(text)
        assert ACCEPTS.is_valid(tomllib.loads(text))


@pytest.mark.parametrize("address", [("chekc",), ("check", "slect"), ("external", "hosts", "a", "token")])
def test_unknown_keys_are_accepted_by_neither(address: tuple[str, ...]) -> None:
    text = f"{dotted(address)} = 1\n"
    assert not is_read(text)
    assert not ACCEPTS.is_valid(tomllib.loads(text))
