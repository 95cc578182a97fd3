"""Who may ask: names of this machine, pages of the preview itself, and in a network those with the token."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import httpx
import pytest
from fakes import FakeStudio, Served, served
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from slidewright.serve.access import Access, is_loopback

TOKEN = "right-token"


@pytest.fixture
def open_preview(studio: FakeStudio) -> Iterator[Served]:
    """A preview that asks for a token."""
    with served(studio, TOKEN) as running:
        yield running


def socket_status(preview: Served, path: str = "", origin: str | None = "", **headers: str) -> int:
    """The status that a web socket is answered with: 101 where it is opened."""
    address = f"ws://localhost:{preview.port}/@slidewright/live{path}"
    try:
        with connect(address, origin=preview.url if origin == "" else origin, additional_headers=headers, proxy=None):
            return 101
    except InvalidStatus as refused:
        assert refused.response.body
        return refused.response.status_code


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:3030", 200),
        ("localhost.", 200),
        ("deck.localhost:80", 200),
        ("127.0.0.1:3030", 200),
        ("[::1]:3030", 200),
        (f"{socket.gethostname()}:3030", 200),
        ("evil.example", 403),
        ("localhost.evil.example:3030", 403),
        ("127.0.0.1.evil.example", 403),
        ("192.168.1.5", 403),
        ("[::2]", 403),
        ("0.0.0.0", 403),
        ("", 403),
    ],
)
def test_only_names_of_this_machine_are_answered(preview: Served, host: str, status: int) -> None:
    answer = httpx.get(preview.url, headers={"Host": host})
    assert answer.status_code == status
    if status == 403:
        assert "page" not in answer.text
        assert answer.headers["content-type"].startswith("text/plain")


def test_a_preview_of_all_addresses_answers_to_every_address_but_to_no_foreign_name() -> None:
    access = Access(("0.0.0.0", "::1"), TOKEN)
    assert access.knows_host("192.168.1.5:3030")
    assert not access.knows_host("evil.example")
    one = Access(("192.168.1.5", "127.0.0.1"), TOKEN)
    assert one.knows_host("192.168.1.5")
    assert not one.knows_host("192.168.1.6")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"},
    ],
)
def test_no_other_site_reads_the_preview(preview: Served, headers: dict[str, str]) -> None:
    for path in ("/", "/@slidewright/deck.js", "/@slidewright/findings.json"):
        assert httpx.get(preview.url + path, headers=headers).status_code == 403


def test_a_link_from_another_site_opens_the_preview(preview: Served) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert httpx.get(preview.url, headers=headers).status_code == 200
    assert httpx.get(preview.url, headers={"Origin": preview.url}).status_code == 200


def test_only_pages_of_the_preview_open_web_sockets(preview: Served) -> None:
    assert socket_status(preview) == 101
    for origin in ("https://evil.example", "null", f"https://localhost:{preview.port}", "http://localhost:1", None):
        assert socket_status(preview, origin=origin) == 403


def test_a_foreign_name_that_was_made_to_lead_here_opens_no_web_socket(preview: Served) -> None:
    address, origin = f"ws://evil.example:{preview.port}/@slidewright/live", f"http://evil.example:{preview.port}"
    with (
        socket.create_connection(("localhost", preview.port)) as sock,
        pytest.raises(InvalidStatus) as refused,
        connect(address, origin=origin, sock=sock, proxy=None),
    ):
        pass
    assert refused.value.response.status_code == 403


def test_nothing_is_shown_without_the_token(open_preview: Served) -> None:
    for path in ("/", "/remote", "/5", "/@slidewright/deck.js", "/@slidewright/client/shell.js", "/nowhere"):
        for query in ("", "?token=", "?token=wrong"):
            answer = httpx.get(open_preview.url + path + query)
            assert (answer.status_code, "token" in answer.text) == (403, True)
    assert socket_status(open_preview) == 403
    assert socket_status(open_preview, "?token=wrong") == 403
    assert socket_status(open_preview, Cookie=f"slidewright-{open_preview.port}=wrong") == 403


def test_the_first_visit_brings_a_cookie_in_place_of_the_token(open_preview: Served) -> None:
    with httpx.Client(base_url=open_preview.url) as client:
        first = client.get(f"/remote?a=1&token={TOKEN}&b=%20")
        assert (first.status_code, first.headers["location"]) == (303, "/remote?a=1&b=%20")
        cookie = first.headers["set-cookie"].lower()
        assert "httponly" in cookie and "samesite=strict" in cookie and "path=/;" in cookie
        assert first.headers["cache-control"] == "no-store"
        assert client.get("/").status_code == 200
        assert client.get(f"/?token={TOKEN}").headers["location"] == "/"
        assert client.get("/?token=old").headers["location"] == "/"
        name, value = next(iter(client.cookies.items()))
    assert socket_status(open_preview, Cookie=f"{name}={value}") == 101
    assert socket_status(open_preview, f"?token={TOKEN}") == 101
    assert socket_status(open_preview, origin="http://evil.example", Cookie=f"{name}={value}") == 403


@pytest.mark.parametrize("path", ["//evil.example/", "/%5cevil.example", "/\\evil.example", "///evil.example"])
def test_the_token_leads_to_no_other_site(open_preview: Served, path: str) -> None:
    location = httpx.get(f"{open_preview.url}{path}?token={TOKEN}").headers["location"]
    assert location.startswith("/") and not location.startswith(("//", "/\\"))


def test_a_link_with_the_token_on_another_site_is_led_on_by_a_page(open_preview: Served) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    answer = httpx.get(f'{open_preview.url}/x"><script>?token={TOKEN}', headers=headers)
    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert "http-equiv" in answer.text
    assert "set-cookie" in answer.headers


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("10.0.0.1", False),
        ("fe80::1%eth0", False),
        ("localhost", False),
    ],
)
def test_which_addresses_are_this_machine_itself(address: str, expected: bool) -> None:
    assert is_loopback(address) is expected
