from __future__ import annotations

import asyncio
import socket
import time
from typing import Any

import httpcore
import pytest

from slidewright.links import ask
from slidewright.links.failures import UnansweredError
from slidewright.links.weather import HOSTS_LOST, Tally
from slidewright.resolve.remote import LinkStatus
from slidewright.settings import ExternalSettings

URLS = [f"http://h{no}.test/" for no in range(200)]


def reasons(settings: ExternalSettings) -> tuple[set[str], float]:
    start = time.monotonic()
    states = ask(URLS, settings, None)
    assert {state.status for state in states.values()} == {LinkStatus.UNREACHABLE}
    return {state.reason for state in states.values()}, time.monotonic() - start


def test_name_servers_that_do_not_answer_are_found_out_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(3.0))
    found, seconds = reasons(ExternalSettings(timeout=0.4))
    assert "the network seems to be down" in found
    assert seconds < 2.0


def test_name_servers_that_cannot_be_reached_are_found_out_quickly(internet):
    internet.names = dict.fromkeys((f"h{no}.test" for no in range(200)), socket.gaierror(socket.EAI_AGAIN, "later"))
    found, seconds = reasons(ExternalSettings())
    assert "the network seems to be down" in found
    assert seconds < 2.0
    assert len(internet.looked_up) < 200


def test_packets_that_are_dropped_are_found_out_quickly(internet, monkeypatch):
    async def drop(self: Any, host: str, port: int, timeout: float | None = None, **_: Any) -> Any:
        await asyncio.sleep(timeout or 0)
        raise httpcore.ConnectTimeout

    monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", drop)
    internet.names = {f"h{no}.test": "8.8.8.8" for no in range(200)}
    found, seconds = reasons(ExternalSettings(timeout=0.4))
    assert "the network seems to be down" in found
    assert seconds < 2.0


def test_no_route_is_found_out_quickly(internet):
    internet.names = {f"h{no}.test": "8.8.8.8" for no in range(200)}
    found, seconds = reasons(ExternalSettings())
    assert "the network seems to be down" in found
    assert seconds < 2.0
    assert len(internet.connected) < 200


def test_hosts_that_are_lost_do_not_speak_for_those_that_answer(site, internet):
    internet.host("here.test", "1.1.1.1", site)
    internet.names |= {f"h{no}.test": "8.8.8.8" for no in range(10)}
    urls = ["http://here.test/", *URLS[:10]]
    site.on("/", site.plain(200))
    states = ask(urls, ExternalSettings(concurrency=1), None)
    assert states["http://here.test/"].status is LinkStatus.ALIVE
    assert {states[url].reason for url in URLS[:10]} == {"no way to the host"}


def test_a_step_in_progress_is_given_up_when_it_is_known_to_fail() -> None:
    async def scene() -> None:
        tally = Tally()
        waiting = asyncio.ensure_future(tally.unless_failed(asyncio.sleep(60)))
        await asyncio.sleep(0)
        for no in range(HOSTS_LOST):
            tally.lost(f"{no}.test")
        with pytest.raises(UnansweredError):
            await asyncio.wait_for(waiting, 1)

    asyncio.run(scene())


def test_one_success_clears_the_sky() -> None:
    async def scene() -> str:
        tally = Tally()
        for no in range(HOSTS_LOST):
            tally.lost(f"{no}.test")
        tally.found()
        tally.lost("x.test")
        return await tally.unless_failed(asyncio.sleep(0, "well"))

    assert asyncio.run(scene()) == "well"
