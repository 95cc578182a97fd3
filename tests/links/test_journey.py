from __future__ import annotations

import time

import pytest

from slidewright.links import ask
from slidewright.resolve.remote import LinkState, LinkStatus
from slidewright.settings import ExternalSettings

ALIVE, MOVED, DEAD, UNREACHABLE = LinkStatus.ALIVE, LinkStatus.MOVED, LinkStatus.DEAD, LinkStatus.UNREACHABLE


def one(url: str, settings: ExternalSettings) -> LinkState:
    return ask([url], settings, None)[url]


def test_a_page_that_answers_head_is_not_fetched(site, local):
    url = site.on("/a", site.plain(200, b"text"))
    assert one(url, local) == LinkState(url, ALIVE, 200)
    assert site.asked("/a") == ["HEAD"]


@pytest.mark.parametrize("code", [400, 401, 403, 404, 405, 406, 410, 418, 500, 501, 503, 999])
def test_what_refuses_head_is_fetched(site, local, code):
    url = site.on("/a", site.plain(200), head=site.plain(code))
    assert one(url, local) == LinkState(url, ALIVE, 200)
    assert site.asked("/a") == ["HEAD", "GET"]


def test_a_server_that_drops_head_is_asked_again_with_get(site, local):
    url = site.on("/a", site.plain(200), head=lambda visitor: visitor.hang_up())
    assert one(url, local).status is ALIVE


@pytest.mark.parametrize("code", [404, 410])
def test_only_what_get_confirms_to_be_gone_is_dead(site, local, code):
    url = site.on("/a", site.plain(code))
    state = one(url, local)
    assert (state.status, state.code) == (DEAD, code)
    assert state.reason.startswith(f"{code} ")
    assert site.asked("/a") == ["HEAD", "GET"]


@pytest.mark.parametrize("code", [400, 401, 403, 405, 406, 407, 412, 451, 501, 505, 999])
def test_other_refusals_say_nothing_of_the_page(site, local, code):
    state = one(site.on("/a", site.plain(code)), local)
    assert (state.status, state.code) == (UNREACHABLE, code)
    assert str(code) in state.reason
    assert site.asked("/a").count("GET") <= 1 + local.retries


@pytest.mark.parametrize("code", [429, 500, 502, 503, 504])
def test_trouble_that_passes_is_waited_for(site, local, code):
    url = site.on("/a", site.plain(code), site.plain(code), site.plain(200))
    assert one(url, local).status is ALIVE


@pytest.mark.parametrize("code", [429, 500, 503])
def test_retries_come_to_an_end(site, local, code):
    state = one(site.on("/a", site.plain(code)), local)
    assert (state.status, state.code) == (UNREACHABLE, code)
    assert site.asked("/a").count("GET") in (local.retries, local.retries + 1)


def test_without_retries_nothing_is_asked_twice_the_same_way(site, local):
    assert one(site.on("/a", site.plain(500)), local._replace(retries=0)).status is UNREACHABLE
    assert site.asked("/a") == ["HEAD", "GET"]


@pytest.mark.parametrize("code", [429, 503])
def test_retry_after_is_honoured(site, local, code):
    url = site.on("/a", site.plain(code, Retry_After="1"), site.plain(200))
    start = time.monotonic()
    assert one(url, local).status is ALIVE
    assert site.asked("/a") == ["HEAD", "GET"]
    assert 1.0 <= time.monotonic() - start < 2.5


@pytest.mark.parametrize("code", [429, 503])
@pytest.mark.parametrize("wait", ["3600", "Fri, 31 Dec 2100 23:59:59 GMT"])
def test_a_host_that_wants_rest_for_long_is_left_alone(site, local, code, wait):
    start = time.monotonic()
    state = one(site.on("/a", site.plain(code, Retry_After=wait)), local)
    assert (state.status, state.code) == (UNREACHABLE, code)
    assert time.monotonic() - start < 2.0
    assert site.asked("/a") == ["HEAD"]


def test_a_connection_that_breaks_is_tried_again(site, local):
    url = site.on("/a", lambda visitor: visitor.hang_up(), site.plain(200))
    assert one(url, local).status is ALIVE


def test_a_server_that_only_hangs_up_is_unreachable(site, local):
    state = one(site.on("/a", lambda visitor: visitor.hang_up()), local)
    assert (state.status, state.code) == (UNREACHABLE, None)
    assert state.reason == "the connection ended without a valid HTTP answer"


def test_silence_is_unreachable_after_the_time_that_the_settings_give(site, local):
    url = site.on("/a", lambda visitor: time.sleep(1.0))
    state = one(url, local._replace(timeout=0.2, retries=1))
    assert state == LinkState(url, UNREACHABLE, reason="no answer within 0.2 s")


def test_an_answer_that_drips_takes_no_longer_than_the_settings_give(site, local):
    def drip(visitor) -> None:
        for _ in range(40):
            visitor.wfile.write(b"H")
            visitor.wfile.flush()
            time.sleep(0.05)

    start = time.monotonic()
    assert one(site.on("/a", drip), local._replace(timeout=0.3, retries=0)).status is UNREACHABLE
    assert time.monotonic() - start < 1.5


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\x00\xff" * 40,
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"SSH-2.0-x\r\n",
    ],
)
def test_what_is_no_http_is_unreachable(site, local, answer):
    def speak(visitor) -> None:
        visitor.wfile.write(answer)
        visitor.hang_up()

    assert one(site.on("/a", speak), local._replace(retries=0)).status is UNREACHABLE


def test_permanent_redirects_tell_the_new_place(site, local):
    site.on("/b", site.leads_to("c", 308))
    site.on("/c", site.plain(200))
    url = site.on("/a", site.leads_to("/b", 301))
    assert one(url, local) == LinkState(url, MOVED, 200, "moved permanently", site.url("/c"))


@pytest.mark.parametrize(("first", "second"), [(301, 302), (302, 301), (307, 307), (303, 308)])
def test_a_chain_that_is_not_wholly_permanent_has_not_moved(site, local, first, second):
    site.on("/b", site.leads_to("/c", second))
    site.on("/c", site.plain(200))
    url = site.on("/a", site.leads_to("/b", first))
    assert one(url, local) == LinkState(url, ALIVE, 200)


def test_the_fragment_goes_along(site, local):
    site.on("/b", site.page("<p id=here>" + "text " * 100))
    url = site.on("/a", site.leads_to("/b", 301)) + "#here"
    assert one(url, local).moved_to == site.url("/b#here")


def test_a_redirect_may_name_its_own_place(site, local):
    site.on("/b", site.page("<p>" + "text " * 100))
    url = site.on("/a", site.leads_to("/b#there", 301)) + "#here"
    assert one(url, local) == LinkState(url, MOVED, 200, "moved permanently", site.url("/b#there"))


def test_a_redirect_to_what_is_gone_is_dead(site, local):
    url = site.on("/a", site.leads_to("/b", 301))
    assert one(url, local).status is DEAD


def test_a_circle_of_redirects_is_told(site, local):
    site.on("/b", site.leads_to("/a"))
    state = one(site.on("/a", site.leads_to("/b")), local)
    assert (state.status, state.reason) == (UNREACHABLE, "redirects in a circle")
    assert len(site.requests) == 2


def test_a_page_that_leads_to_itself_is_a_circle(site, local):
    assert one(site.on("/a", site.leads_to("/a", 301)), local).reason == "redirects in a circle"


def test_a_visitor_sent_back_with_a_cookie_goes_back(site, local):
    def gate(visitor) -> None:
        if "seen=1" in (visitor.headers["Cookie"] or ""):
            return visitor.reply(200)
        return visitor.reply(302, Location="/a", Set_Cookie="seen=1")

    assert one(site.on("/a", gate), local).status is ALIVE


def test_cookies_of_one_address_are_not_shown_by_another(site, local):
    urls = [site.on("/a", site.plain(200, Set_Cookie="x=1; Path=/")), site.on("/b", site.plain(200))]
    ask(urls, local._replace(concurrency=1), None)
    assert not any("cookie" in request.headers for request in site.requests)


@pytest.mark.parametrize(("redirects", "status"), [(10, ALIVE), (11, UNREACHABLE)])
def test_redirects_are_limited(site, local, redirects, status):
    for no in range(redirects):
        site.on(f"/{no}", site.leads_to(f"/{no + 1}"))
    site.on(f"/{redirects}", site.plain(200))
    assert one(site.url("/0"), local).status is status


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("", "302 Found that does not say where to"),
        ("ftp://e.test/x", "redirects to what cannot be asked: `ftp:` addresses are not asked"),
        ("javascript:alert(1)", "redirects to what cannot be asked: `javascript:` addresses are not asked"),
        ("data:text/html,x", "redirects to what cannot be asked: `data:` addresses are not asked"),
        ("http://[::1", "redirects to what is not a valid address"),
        ("http://u:secret@e.test/", "redirects to what cannot be asked: not asked: a user name or a password is in it"),
        ("http://127.0.0.1:25/", "redirects to what cannot be asked: not asked: browsers refuse port 25"),
    ],
)
def test_a_redirect_to_nowhere_is_told(site, local, location, reason):
    state = one(site.on("/a", site.leads_to(location)), local)
    assert (state.status, state.reason) == (UNREACHABLE, reason)


def test_a_redirect_to_an_excluded_address_is_not_followed(site, local):
    site.on("/b", site.plain(200))
    state = one(site.on("/a", site.leads_to("/b")), local._replace(exclude=("*/b",)))
    assert state.status is LinkStatus.EXCLUDED
    assert site.asked("/b") == []


def test_a_redirect_to_an_unknown_host_is_told_with_the_host(site, local, internet):
    internet.host("here.test", "127.0.0.1")
    site.on("/a", site.leads_to("http://nowhere.test/"))
    state = one(site.url("/a", "here.test"), local)
    assert (state.status, state.reason) == (DEAD, "redirects to nowhere.test: no such host")
