from __future__ import annotations

import asyncio
import socket
import time

import pytest

from slidewright.links import ask, names
from slidewright.links.failures import UnansweredError
from slidewright.links.names import Names
from slidewright.links.weather import Weather
from slidewright.resolve.remote import LinkStatus
from slidewright.settings import ExternalSettings


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "PAUSE", 0.01)


def look_up(*hosts: str, allow_private: bool = False, timeout: float = 5.0) -> list[object]:
    async def scene() -> list[object]:
        found = Names(Weather(), timeout, allow_private=allow_private)
        return await asyncio.gather(*map(found.addresses, hosts), return_exceptions=True)

    return asyncio.run(scene())


def test_a_host_is_looked_up_once(internet):
    internet.host("e.test", "8.8.8.8")
    assert look_up(*["e.test"] * 20) == [("8.8.8.8",)] * 20
    assert internet.looked_up == ["e.test"]


def test_private_addresses_are_left_out(internet):
    internet.names = {"mixed.test": ["10.0.0.1", "8.8.8.8", "::1"], "inner.test": ["10.0.0.1"]}
    mixed, inner = look_up("mixed.test", "inner.test")
    assert mixed == ("8.8.8.8",)
    assert isinstance(inner, UnansweredError) and inner.status is LinkStatus.PRIVATE
    assert look_up("mixed.test", allow_private=True) == [("10.0.0.1", "8.8.8.8", "::1")]


@pytest.mark.parametrize("host", ["localhost", "a.localhost", "nas.local", "wiki"])
def test_private_names_are_not_even_looked_up(internet, host):
    (found,) = look_up(host)
    assert isinstance(found, UnansweredError) and found.status is LinkStatus.PRIVATE
    assert internet.looked_up == []


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "2130706433", "0177.0.0.1", "0x7f.0.0.1", "::1", "0.0.0.0"])
def test_this_machine_is_private_in_every_spelling(host):
    (found,) = look_up(host)
    assert isinstance(found, UnansweredError) and found.status is LinkStatus.PRIVATE


def test_a_passing_failure_is_tried_once_more(internet):
    answers = [socket.gaierror(socket.EAI_AGAIN, "later"), "8.8.8.8"]

    class Flaky(dict[str, object]):
        def get(self, key: str, default: object = None) -> object:
            return answers.pop(0)

    internet.names = Flaky()
    assert look_up("e.test") == [("8.8.8.8",)]


def test_a_lasting_failure_is_known_to_all_addresses_of_the_host(internet):
    internet.names["e.test"] = socket.gaierror(socket.EAI_AGAIN, "later")
    found = look_up(*["e.test"] * 20)
    assert {str(each) for each in found} == {"its host name could not be looked up"}
    assert len(internet.looked_up) == 2


@pytest.mark.parametrize("host", ["a..b", "a" * 70 + ".test"])
def test_names_that_no_server_can_know_are_not_valid(internet, host):
    internet.names[host] = UnicodeError("label empty or too long")
    (found,) = look_up(host)
    assert str(found) == "not a valid host name"


def test_a_silent_name_server_is_not_waited_for(internet, monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(2.0))
    start = time.monotonic()
    (found,) = look_up("e.test", timeout=0.1)
    assert isinstance(found, UnansweredError)
    assert time.monotonic() - start < 1.0


def test_an_unknown_host_is_dead_while_others_are_known(site, internet):
    internet.host("here.test", "8.8.8.8", site)
    site.on("/", site.plain(200))
    states = ask(["http://nowhere.test/", "http://here.test/"], ExternalSettings(), None)
    assert [state.status for state in states.values()] == [LinkStatus.DEAD, LinkStatus.ALIVE]
    assert states["http://nowhere.test/"].reason == "no such host"


def test_where_no_name_resolves_it_is_the_network(site, local):
    urls = ["http://a.test/", "http://b.test/", site.on("/", site.plain(200))]
    states = ask(urls, local, None)
    assert [state.status for state in states.values()] == [LinkStatus.UNREACHABLE] * 2 + [LinkStatus.ALIVE]
    assert states["http://a.test/"].reason == "no host name resolves: the network seems to be down"
