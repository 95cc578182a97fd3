"""Where the steps of a remote control lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]

STEPS = """
let time = 1000
const steps = slidewright.createSteps({ now: () => time, id: 'phone' })
steps.know([{ no: 1, clicks: 1 }, { no: 2, clicks: 2 }, { no: 3, clicks: 0 }])
const at = () => [steps.state.page, steps.state.clicks]
"""


@pytest.fixture
def steps(run: Run) -> Callable[[str], Any]:
    return lambda script: run(STEPS + script, "live/steps.js")


Steps = Callable[[str], Any]


def test_steps_lead_through_all_clicks_and_end_at_the_last_slide(steps: Steps) -> None:
    script = "const all = [at()]; for (let to; (to = steps.next()); ) { steps.go(to); all.push(at()) }; answer(all)"
    assert steps(script) == [[1, 0], [1, 1], [2, 0], [2, 1], [2, 2], [3, 0]]


def test_steps_back_arrive_at_the_last_click_and_end_at_the_first_slide(steps: Steps) -> None:
    script = "steps.take({ page: 3, clicks: 0 }); const all = []"
    script += "; for (let to; (to = steps.previous()); ) { steps.go(to); all.push(at()) }; answer(all)"
    assert steps(script) == [[2, 2], [2, 1], [2, 0], [1, 1], [1, 0]]


def test_the_clicks_that_a_window_counted_go_before_those_of_the_text(steps: Steps) -> None:
    script = "steps.take({ page: 1, clicks: 1, clicksTotal: 3 }); answer([steps.total(), steps.next()])"
    assert steps(script) == [3, {"page": 1, "clicks": 2}]


def test_what_a_state_does_not_tell_stays(steps: Steps) -> None:
    script = "steps.take({ page: 2, clicks: 1, clicksTotal: 5 }); steps.take({ timer: { status: 'paused' } })"
    script += "; answer([at(), steps.total(), steps.state.timer.status])"
    assert steps(script) == [[2, 1], 5, "paused"]


def test_a_step_is_told_as_a_remote_controls_and_starts_the_time(steps: Steps) -> None:
    state = steps("answer(steps.go(steps.next()))")
    assert state["lastUpdate"] == {"id": "phone", "type": "remote", "time": 1000}
    assert (state["timer"]["status"], state["timer"]["startedAt"]) == ("running", 1000)


def test_the_time_stands_while_it_is_paused(steps: Steps) -> None:
    script = "steps.toggle(); time += 5000; steps.toggle(); time += 9000; const paused = steps.passed()"
    script += "; steps.toggle(); time += 1000; const on = steps.passed(); steps.reset()"
    assert steps(script + "; answer([paused, on, steps.passed()])") == [5000, 6000, 0]


def test_time_is_shown_as_a_clock_shows_it(steps: Steps) -> None:
    assert steps("answer([0, 65000, 3845000].map(slidewright.clock))") == ["0:00", "1:05", "1:04:05"]
