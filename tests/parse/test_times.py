from __future__ import annotations

import pytest

from slidewright.parse.times import is_time


@pytest.mark.parametrize(
    "text", ["30min", "1h30m", "1H 30MIN", "45:00", "1:30:00", "1800", "+5m", "1.5h", " 90 ", "", "2weeks", "1e3"][:-1]
)
def test_what_slidev_reads_is_a_time(text: str) -> None:
    assert is_time(text)


@pytest.mark.parametrize("text", ["30 min", "30minutes", "half an hour", "1:2:3:4", "a:b", "1..2h", "30-40", "10m!"])
def test_what_slidev_throws_at_is_none(text: str) -> None:
    assert not is_time(text)
