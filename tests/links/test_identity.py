from __future__ import annotations

import httpx
import pytest

from slidewright import __version__
from slidewright.links import ask
from slidewright.links.failures import UnansweredError
from slidewright.links.identity import own_headers
from slidewright.resolve.remote import LinkStatus
from slidewright.settings import HostSettings

TOKEN = HostSettings(token_variable="TEST_TOKEN")


@pytest.fixture(autouse=True)
def token(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("TEST_TOKEN", "s3cret")
    return "s3cret"


def test_requests_say_who_asks(site, local):
    ask([site.on("/a", site.plain(200))], local, None)
    headers = site.requests[0].headers
    assert headers["user-agent"].startswith(f"slidewright/{__version__} ")
    assert "text/html" in headers["accept"]


def test_headers_and_tokens_go_to_their_host(site, local):
    own = HostSettings({"X-Key": "1", "Accept": "image/png"}, "TEST_TOKEN")
    ask([site.on("/a", site.plain(200))], local._replace(hosts={"127.0.0.1": own}), None)
    headers = site.requests[0].headers
    assert (headers["x-key"], headers["accept"], headers["authorization"]) == ("1", "image/png", "Bearer s3cret")


def test_a_redirect_takes_no_secrets_to_another_host(site, local, internet):
    internet.host("other.test", "127.0.0.1")
    site.on("/b", site.plain(200))
    url = site.on("/a", site.leads_to(site.url("/b", "other.test")))
    own = HostSettings({"X-Key": "1"}, "TEST_TOKEN")
    assert ask([url], local._replace(hosts={"127.0.0.1": own}), None)[url].status is LinkStatus.ALIVE
    first, second = site.requests
    assert "authorization" in first.headers and "x-key" in first.headers
    assert "authorization" not in second.headers and "x-key" not in second.headers


def test_a_token_is_not_sent_in_the_clear() -> None:
    assert own_headers(httpx.URL("http://e.test/"), TOKEN) == {}
    assert own_headers(httpx.URL("https://e.test/"), TOKEN) == {"Authorization": "Bearer s3cret"}


def test_an_unset_variable_gives_no_header(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEST_TOKEN")
    assert own_headers(httpx.URL("https://e.test/"), TOKEN) == {}


@pytest.mark.parametrize("value", ["s3cret\r\nX: y", "s3cret\0", "s3cret é"])
def test_what_http_does_not_allow_is_told_without_its_value(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    with pytest.raises(UnansweredError) as caught:
        own_headers(httpx.URL("https://e.test/"), HostSettings({"X-Key": value}))
    assert "`X-Key`" in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_secrets_are_nowhere_in_states_and_files(site, local, tmp_path, capfd):
    urls = [site.on("/a", site.plain(200)), site.on("/b", site.plain(404)), site.on("/c", site.plain(401))]
    broken = HostSettings({"X-Key": "s3cret\n"})
    for own in (TOKEN, broken):
        states = ask(urls, local._replace(hosts={"127.0.0.1": own}), tmp_path / "links.json")
        assert "s3cret" not in repr(states)
    assert not any(b"s3cret" in file.read_bytes() for file in tmp_path.iterdir())
    assert "s3cret" not in "".join(capfd.readouterr())
