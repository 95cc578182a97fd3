"""Literals of JavaScript are read; what is more than a literal is unknown."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidewright.clicks.counter import At, at
from slidewright.clicks.values import UNKNOWN, as_number, literal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3),
        ("-2", -2),
        ("+1", 1),
        ("'+1'", "+1"),
        ('"a b"', "a b"),
        ("`2`", "2"),
        ("true", True),
        ("undefined", None),
        ("[2, '+2']", [2, "+2"]),
        ("[1,]", [1]),
        ("{at: 3, lines: true}", {"at": 3, "lines": True}),
        ("{'at': [1, 2]}", {"at": [1, 2]}),
        (" 0x10 ", 16),
    ],
)
def test_literals_are_read(text: str, value: Any) -> None:
    assert literal(text) == value
    assert type(literal(text)) is type(value)


@pytest.mark.parametrize(
    "text",
    ["n", "$clicks + 1", "1 + 1", "[n]", "{...x}", "{n}", "`${n}`", "'a' + 'b'", "f(1)", "", "[", "{a: 1", "1abc", "'"],
)
def test_expressions_are_unknown(text: str) -> None:
    assert literal(text) is UNKNOWN


@given(st.text(alphabet="[]{}:,+-'\"0123456789abc .`\\$", max_size=40))
def test_whatever_is_written_is_read_or_unknown(text: str) -> None:
    literal(text)


def test_deep_nesting_is_unknown_and_not_a_fault() -> None:
    assert literal("[" * 5_000) is UNKNOWN
    assert literal("-" * 5_000 + "1") is UNKNOWN


@given(st.integers(min_value=-(10**6), max_value=10**6))
def test_a_number_with_quotes_and_a_sign_is_relative_and_without_absolute(number: int) -> None:
    assert at(literal(f"'{number:+}'")) == At(number, True)
    assert at(literal(str(number))) == At(max(number, 1), False)


@pytest.mark.parametrize("value", [False, "false", "later", {}, [1, 2]])
def test_what_is_no_time_takes_no_click(value: Any) -> None:
    assert at(value) is None


@pytest.mark.parametrize(("value", "number"), [([], 0), ([3], 3), ("", 0), (None, 0), (True, 1)])
def test_values_become_numbers_as_in_javascript(value: Any, number: float) -> None:
    assert as_number(value) == number
    assert math.isnan(as_number({}))
