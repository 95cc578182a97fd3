"""What windows share ends as one state, in whatever order they speak."""

from __future__ import annotations

from typing import Any

from slidewright.serve.channels import Channel


def at(page: int, clicks: int = 0, by: str = "viewer", **more: Any) -> dict[str, Any]:
    return {"page": page, "clicks": clicks, "lastUpdate": {"type": by}, **more}


def test_quick_steps_of_one_window_all_count() -> None:
    channel = Channel()
    assert [channel.take("phone", at(page), 0) for page in (1, 2, 3)] == [True, True, True]
    assert (channel.state["page"], channel.number) == (3, 3)


def test_an_answer_to_an_earlier_step_leads_nobody_back() -> None:
    channel = Channel()
    for page in (1, 2, 3):
        channel.take("phone", at(page, by="remote"), 0)
    late = at(1)
    assert not channel.take("window", late, 1)
    assert channel.unlike(late) == at(3, by="remote")


def test_a_step_after_the_newest_change_counts_and_makes_steps_on_the_way_late() -> None:
    channel = Channel()
    channel.take("phone", at(2), 0)
    channel.take("window", at(5), 1)
    assert not channel.take("phone", at(3), 0)
    assert channel.take("phone", at(6), 2)
    assert channel.state["page"] == 6


def test_whoever_arrives_tells_the_clicks_and_does_not_lead() -> None:
    channel = Channel()
    channel.take("phone", at(2, by="remote", clicksTotal=0), 0)
    assert channel.take("window", {"page": 2, "clicks": 0, "clicksTotal": 4}, 1)
    assert channel.state == at(2, by="remote", clicksTotal=4)
    assert channel.number == 1
    assert channel.take("phone", at(2, 1, by="remote"), 1)


def test_whoever_leads_where_others_should_be_leads_those_who_are_not_and_makes_nobody_late() -> None:
    channel = Channel()
    channel.take("phone", at(2, by="remote"), 0)
    assert channel.take("window", at(2, by="viewer"), 1)
    assert channel.take("phone", at(3, by="remote"), 1)


def test_a_late_window_may_still_start_the_timer() -> None:
    channel = Channel()
    channel.take("phone", at(1, timer="stopped"), 0)
    channel.take("phone", at(2, timer="stopped"), 1)
    assert channel.take("presenter", at(1, timer="running"), 1)
    assert (channel.state["page"], channel.state["timer"]) == (2, "running")


def test_drawings_on_two_slides_at_once_are_both_kept() -> None:
    channel = Channel()
    channel.take("one", {"1": "a"}, 0)
    channel.take("two", {"2": "b"}, 0)
    old = {"1": "a", "2": "c"}
    assert not channel.take("one", old, 1)
    assert channel.unlike(old) == {"2": "b"}
    assert channel.state == {"1": "a", "2": "b"}


def test_what_is_said_without_a_number_counts() -> None:
    channel = Channel()
    channel.take("phone", at(4), 0)
    assert channel.take("other", at(2))
    assert channel.state["page"] == 2
