from __future__ import annotations

import gzip
import signal
import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slidewright.links import ask, client
from slidewright.links.client import PAGE_LIMIT
from slidewright.resolve.remote import LinkState, LinkStatus
from slidewright.settings import ExternalSettings, HostSettings

TEXT = "<p>" + "Words to read. " * 30


def test_states_come_in_the_order_of_the_input(site, local):
    urls = [
        site.on(f"/{no}", lambda visitor, no=no: (time.sleep(0.02 * (5 - no)), visitor.reply(200))) for no in range(5)
    ]
    urls = ["mailto:x@e.test", *urls, "http://localhost:22/", urls[2]]
    assert list(ask(urls, local, None)) == urls[:-1]


def test_nothing_asked_is_nothing_told(local, internet):
    assert ask([], local, None) == {}


def test_addresses_that_differ_in_their_fragments_are_asked_once(site, local):
    url = site.on("/a", site.page(TEXT + "<i id=x></i><i id=y></i>"))
    same = url.replace("http:", "HTTP:")
    states = ask([url, url + "#x", url + "#y", url + "#z", same, url + "#top", url + "#:~:text=a"], local, None)
    assert [state.status for state in states.values()] == [LinkStatus.ALIVE] * 3 + [LinkStatus.NO_ANCHOR] + [
        LinkStatus.ALIVE
    ] * 3
    assert states[url + "#z"] == LinkState(url + "#z", LinkStatus.NO_ANCHOR, 200, "the page has no place `#z`")
    assert site.asked("/a") == ["GET"]


def test_fragments_that_need_no_place_are_asked_with_head(site, local):
    url = site.on("/a", site.plain(200))
    ask([url + "#L10", url + "#top", url + "#"], local, None)
    assert site.asked("/a") == ["HEAD"]


@pytest.mark.parametrize("content_type", ["application/pdf", "text/plain", "image/svg+xml", ""])
def test_what_is_no_page_lacks_no_anchor(site, local, content_type):
    url = site.on("/a", site.plain(200, TEXT.encode(), Content_Type=content_type)) + "#x"
    assert ask([url], local, None)[url].status is LinkStatus.ALIVE


def test_a_page_that_is_gone_lacks_more_than_an_anchor(site, local):
    url = site.on("/a", site.plain(404, TEXT.encode(), Content_Type="text/html")) + "#x"
    assert ask([url], local, None)[url].status is LinkStatus.DEAD


def test_compressed_pages_are_read(site, local):
    body = gzip.compress((TEXT + "<i id=x>").encode())
    url = site.on("/a", site.plain(200, body, Content_Type="text/html", Content_Encoding="gzip"))
    states = ask([url + "#x", url + "#y"], local, None)
    assert [state.status for state in states.values()] == [LinkStatus.ALIVE, LinkStatus.NO_ANCHOR]


@pytest.mark.parametrize(
    "headers", [{"Content_Encoding": "gzip"}, {"Content_Length": "999999"}, {"Content_Type": "text/html; charset=\x7f"}]
)
def test_half_a_page_proves_nothing(site, local, headers):
    def answer(visitor) -> None:
        visitor.reply(200, TEXT.encode(), **{"Content_Type": "text/html", **headers})
        visitor.hang_up()

    url = site.on("/a", answer) + "#x"
    expected = LinkStatus.NO_ANCHOR if "Content_Type" in headers else LinkStatus.ALIVE
    assert ask([url], local, None)[url].status is expected


def test_a_page_without_end_is_left(site, local, monkeypatch):
    monkeypatch.setattr(client, "PAGE_LIMIT", 200_000)
    sent = []

    def answer(visitor) -> None:
        visitor.send_response(200)
        visitor.send_header("Content-Type", "text/html")
        visitor.end_headers()
        for _ in range(PAGE_LIMIT):
            sent.append(visitor.wfile.write(b"text " * 2_000))

    url = site.on("/a", answer) + "#x"
    assert ask([url], local, None)[url].status is LinkStatus.ALIVE
    assert sum(sent) < 20_000_000


def test_a_page_that_never_ends_to_arrive_is_alive(site, local):
    def answer(visitor) -> None:
        visitor.reply(200, TEXT.encode(), Content_Type="text/html", Content_Length="100000")
        visitor.wfile.flush()
        time.sleep(1.0)

    url = site.on("/a", answer) + "#x"
    assert ask([url], local._replace(timeout=0.3), None)[url].status is LinkStatus.ALIVE


def test_excluded_addresses_are_not_asked(site, local, internet):
    url = site.on("/a", site.plain(200))
    states = ask([url, "nonsense"], local._replace(exclude=("http://127.*", "nons*")), None)
    assert {(state.status, state.reason) for state in states.values()} == {
        (LinkStatus.EXCLUDED, "excluded by the settings")
    }
    assert internet.connected == []


def test_progress_counts_addresses(site, local):
    url = site.on("/a", site.plain(200))
    calls: list[tuple[int, int]] = []
    urls = [url, url + "#top", site.on("/b", site.plain(404)), "mailto:x@e.test"]
    ask(urls, local, None, lambda done, total: calls.append((done, total)))
    assert calls == [(1, 2), (2, 2)]


@pytest.mark.parametrize("name", ["concurrency", "per_host"])
def test_limits_below_one_are_one(site, local, name):
    url = site.on("/a", site.plain(200))
    assert ask([url], local._replace(**{name: 0}), None)[url].status is LinkStatus.ALIVE


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.text(max_size=20),
            st.text(max_size=20).map("https://{}".format),
            st.text("ab.:/#?%@[]-_0x~é ", max_size=20).map("http://e.test{}".format),
        ),
        max_size=5,
    )
)
def test_any_text_gets_a_state(internet, urls):
    states = ask(urls, ExternalSettings(retries=0, timeout=1.0), None)
    assert list(states) == list(dict.fromkeys(urls))
    assert all(state.url == url and (state.reason or state.code) for url, state in states.items())


def test_a_fault_of_a_library_is_a_state_too(site, local, monkeypatch):
    async def fail(*_: object) -> None:
        raise KeyError("s3cret")

    monkeypatch.setattr("slidewright.links.network.Transport.handle_async_request", fail)
    state = ask([site.url("/")], local, None)[site.url("/")]
    assert (state.status, state.reason) == (LinkStatus.UNREACHABLE, "it could not be asked (KeyError)")


INTERRUPTED = """
import socket, sys, threading, time
from pathlib import Path
from slidewright.links import ask
from slidewright.settings import ExternalSettings

real = socket.getaddrinfo
socket.getaddrinfo = lambda host, *a, **k: time.sleep(30) if host == "slow.test" else real(host, *a, **k)
threading.Timer(1.0, lambda: print("now", flush=True)).start()
urls = ["http://slow.test/", *(f"{sys.argv[1]}{no}" for no in range(40))]
try:
    ask(urls, ExternalSettings(allow_private=True), Path(sys.argv[2]))
except KeyboardInterrupt:
    print("interrupted")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_an_interrupt_ends_it_at_once_and_leaves_nothing_behind(site, tmp_path):
    for no in range(40):
        site.on(f"/{no}", lambda visitor: time.sleep(3))
    command = [
        sys.executable,
        "-X",
        "dev",
        "-W",
        "error",
        "-c",
        INTERRUPTED,
        site.url("/"),
        str(tmp_path / "links.json"),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "now\n"
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=20)
    assert time.monotonic() - start < 2.0
    assert output == "interrupted\n"
    assert not [line for line in errors.splitlines() if "slow" not in line and "took" not in line], errors
    assert list(tmp_path.iterdir()) == []
    assert len(site.requests) == 8


def test_host_names_in_the_settings_may_be_in_any_case(site, local, internet):
    internet.host("e.test", "127.0.0.1")
    url = site.url("/a", "e.test")
    site.on("/a", site.plain(200))
    ask([url], local._replace(hosts={"E.Test": HostSettings({"X-Key": "1"})}), None)
    assert site.requests[0].headers["x-key"] == "1"
