"""The scanner finds what tomllib reads, where it stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidewright.configuration.places import places
from slidewright.configuration.spelling import quoted

TEXT = """\
# [not.a.table]
top = 1 # key = 2
a.b . "c d".'e' = "x # = ] y"

[ check ] # comment
select = [ "one", 'two',
  # "none"
  "three", ]
date = [1979-05-27 07:32:00, 1.5, -inf]
deep = [[1, 2], { x = [3], "y.z" = {} }]
text = \"\"\"
[not.a.table]
key = "no" \\\"\"\" still ""\"\"\"
other = '''it's [no] = table'''
[check."per-file-ignores".'*.md']
"\\u0061" = 1
[[list]]
first = 1
[[list]]
second = 2
"""


def here(path: tuple[str | int, ...]) -> tuple[str, str]:
    """The texts of the lines from a key and from its value on."""
    place = places(TEXT)[path]
    return TEXT[place.key :].split("\n")[0], TEXT[place.value :].split("\n")[0]


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("top",), "top = 1 # key = 2", "1 # key = 2"),
        (("a",), 'a.b . "c d"', 'a.b . "c d"'),
        (("a", "b", "c d", "e"), "'e' = ", '"x # = ] y"'),
        (("check",), "check ] # comment", "check ]"),
        (("check", "select"), "select = [", '[ "one"'),
        (("check", "select", 1), "'two',", "'two',"),
        (("check", "select", 2), '"three", ]', '"three", ]'),
        (("check", "date", 0), "1979-05-27 07:32:00,", "1979-05-27 07:32:00,"),
        (("check", "date", 1), "1.5,", "1.5,"),
        (("check", "date", 2), "-inf]", "-inf]"),
        (("check", "deep", 0, 1), "2], {", "2], {"),
        (("check", "deep", 1, "x", 0), "3], ", "3], "),
        (("check", "deep", 1, "y.z"), '"y.z" = {}', "{} }]"),
        (("check", "text"), 'text = """', '"""'),
        (("check", "other"), "other = ", "'''it's"),
        (("check", "per-file-ignores", "*.md", "a"), '"\\u0061" = 1', "1"),
        (("list",), "list]]", "list]]"),
        (("list", "second"), "second = 2", "2"),
    ],
)
def test_keys_and_values_are_found_where_they_stand(path: tuple[str | int, ...], key: str, value: str) -> None:
    found = here(path)
    assert found[0].startswith(key)
    assert found[1].startswith(value)


def test_what_only_looks_like_a_key_is_none() -> None:
    assert not {("not",), ("key",), ("check", "key"), ("check", "select", 3), ("check", "date", 3)} & set(places(TEXT))


def leaves(data: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if at:
        yield at
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for name, value in children:
        yield from leaves(value, (*at, name))


SCALARS = st.one_of(
    st.integers(-99, 99), st.booleans(), st.floats(allow_nan=False), st.dates(), st.text(max_size=6), st.just("'\"#]}")
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


def toml(value: Any, gap: str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{gap}{f',{gap}'.join(toml(item, gap) for item in value)}{gap}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{quoted(name)} = {toml(item, gap)}' for name, item in value.items())} }}"
    return quoted(value) if isinstance(value, str) else repr(value)


@settings(deadline=None)
@given(st.dictionaries(st.text(max_size=4), VALUES, max_size=4), st.sampled_from([" ", "\n", " # ] = [\n  "]))
def test_every_key_and_item_that_tomllib_reads_has_a_place(data: dict[str, Any], gap: str) -> None:
    text = "".join(f"{quoted(name)} = {toml(value, gap)}\n" for name, value in data.items())
    read = tomllib.loads(text)
    found = places(text)
    assert set(found) == set(leaves(read))
    for path in found:
        value = read
        for step in path:
            value = value[step]  # type: ignore[index]
        assert text.startswith(toml(value, gap), found[path].value)


@settings(deadline=None)
@given(st.text(alphabet="[]{}=,.\"'#\n\\ ab1", max_size=40))
def test_broken_text_has_places_inside_it_or_none(text: str) -> None:
    assert all(0 <= place.key <= place.value < len(text) for place in places(text).values())


HOSTILE = {
    "header": "[" * 50_000,
    "array": "a = " + "[" * 50_000,
    "table": "a = " + "{a=" * 20_000,
    "key": ".".join("a" * 50_000) + "=1",
    "text": '"""' + "\\" * 50_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_deep_and_unclosed_text_is_scanned_all_the_same(text: str) -> None:
    assert isinstance(places(text), dict)
