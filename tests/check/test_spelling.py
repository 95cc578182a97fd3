from __future__ import annotations

import pytest

from slidewright.check.rules.spelling import FEW, Near, distance, near


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("layout", "layout", 0), ("tilte", "title", 1), ("layot", "layout", 1), ("", "abc", 3), ("kitten", "sitting", 3)],
)
def test_distance_counts_letters_and_swaps(one: str, other: str, expected: int) -> None:
    assert distance(one, other) == distance(other, one) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Layout", Near(("layout",), True)),
        ("color-schema", Near(("colorSchema",), True)),
        ("tilte", Near(("title",))),
        ("backgruonnd", Near(("background",))),
        ("name", Near(())),
        ("lime", Near(())),
        ("wholly-different", Near(())),
    ],
)
def test_near_names_are_a_slip_away(name: str, expected: Near) -> None:
    assert near(name, ["layout", "title", "background", "time", "colorSchema"]) == expected


def test_equally_near_names_are_all_given() -> None:
    assert near("slide-lift", ["slide-left", "slide-lifo"]).names == ("slide-left", "slide-lifo")


def test_where_few_names_are_known_short_ones_may_slip_too() -> None:
    assert near("san", ["sans", "serif"]) == Near(())
    assert near("san", ["sans", "serif"], FEW) == Near(("sans",))
