from __future__ import annotations

import asyncio
import time
from email.utils import formatdate
from itertools import pairwise

import pytest

from slidewright.links import ask, politeness
from slidewright.links.failures import UnansweredError
from slidewright.links.politeness import Host, backoff, seconds_to_wait
from slidewright.resolve.remote import LinkStatus


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("0", 0), ("120", 120), (" 7 ", 7), (None, None), ("", None), ("soon", None), ("-1", None), ("１", None)],
)
def test_retry_after_is_read_as_seconds(header: str | None, seconds: float | None) -> None:
    assert seconds_to_wait(header) == seconds


@pytest.mark.parametrize(("ahead", "low", "high"), [(60, 58, 60), (-60, 0, 0)])
def test_retry_after_is_read_as_a_date(ahead: int, low: float, high: float) -> None:
    wait = seconds_to_wait(formatdate(time.time() + ahead, usegmt=True))
    assert wait is not None and low <= wait <= high


def test_retries_come_later_and_later_but_not_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(politeness, "BACKOFF", 1.0)
    for attempt in range(5):
        waits = {backoff(attempt) for _ in range(50)}
        assert len(waits) > 10
        assert min(waits) >= 2**attempt / 2 and max(waits) <= 2**attempt
    assert backoff(2_000) <= politeness.LONGEST_WAIT


def test_failures_of_requests_sent_together_count_once() -> None:
    async def scene() -> None:
        host, failure = Host(8, 1), UnansweredError("gone quiet")
        together = asyncio.get_running_loop().time()
        for _ in range(8):
            host.failed(together, failure)
        await host.turn()
        await asyncio.sleep(0.01)
        host.failed(asyncio.get_running_loop().time(), failure)
        with pytest.raises(UnansweredError, match="gone quiet"):
            await host.turn()

    asyncio.run(scene())


def test_an_answer_makes_failures_forgotten() -> None:
    async def scene() -> None:
        host = Host(8, 1)
        for _ in range(5):
            await asyncio.sleep(0.001)
            host.failed(asyncio.get_running_loop().time(), UnansweredError("x"))
            host.answered()
        await host.turn()

    asyncio.run(scene())


def test_a_host_that_answers_429_slows_down_for_all_its_addresses(site, local, monkeypatch):
    monkeypatch.setattr(politeness, "SPACING", 0.1)
    arrivals: list[float] = []

    def note(visitor) -> None:
        arrivals.append(time.monotonic())
        visitor.reply(200)

    first = site.on("/first", site.plain(429, Retry_After="0"), site.plain(200))
    assert ask([first], local, None)[first].status is LinkStatus.ALIVE
    urls = [site.on("/first", site.plain(429, Retry_After="0"), note), *(site.on(f"/{no}", note) for no in range(4))]
    states = ask(urls, local._replace(per_host=1), None)
    assert {state.status for state in states.values()} == {LinkStatus.ALIVE}
    gaps = [later - earlier for earlier, later in pairwise(arrivals)]
    assert len(gaps) == 4 and min(gaps) >= 0.09


def test_a_host_that_only_answers_429_is_given_up(site, local):
    urls = [site.on(f"/{no}", site.plain(429)) for no in range(60)]
    states = ask(urls, local, None)
    assert {(state.status, state.code) for state in states.values()} == {(LinkStatus.UNREACHABLE, 429)}
    assert len(site.requests) < 60


def test_a_host_that_answers_in_the_end_is_not_given_up(site, local):
    urls = [site.on(f"/{no}", site.plain(200), head=lambda visitor: visitor.hang_up()) for no in range(12)]
    states = ask(urls, local._replace(per_host=1), None)
    assert {state.status for state in states.values()} == {LinkStatus.ALIVE}


def test_a_host_that_wants_rest_for_long_gets_it_for_all_its_addresses(site, local):
    urls = [site.on(f"/{no}", site.plain(429, Retry_After="3600")) for no in range(5)]
    start = time.monotonic()
    states = ask(urls, local._replace(per_host=1), None)
    assert {state.reason for state in list(states.values())[1:]} == {
        "429 Too Many Requests: wants to be left alone for 3600 s"
    }
    assert len(site.requests) == 1
    assert time.monotonic() - start < 2.0


def test_a_host_that_never_answers_is_given_up(site, local):
    urls = [site.on(f"/{no}", lambda visitor: time.sleep(0.5)) for no in range(60)]
    start = time.monotonic()
    states = ask(urls, local._replace(timeout=0.1, per_host=4), None)
    assert {state.reason for state in states.values()} <= {"no answer within 0.1 s", "no connection in time"}
    assert time.monotonic() - start < 3.0
    assert len(site.requests) < 40


@pytest.mark.parametrize(("per_host", "concurrency", "most"), [(3, 64, 3), (64, 2, 2)])
def test_requests_at_once_are_limited(site, local, per_host, concurrency, most):
    now, peak = set(), []

    def count(visitor) -> None:
        now.add(visitor)
        peak.append(len(now))
        time.sleep(0.03)
        now.discard(visitor)
        visitor.reply(200)

    urls = [site.on(f"/{no}", count) for no in range(12)]
    ask(urls, local._replace(per_host=per_host, concurrency=concurrency), None)
    assert max(peak) == most
