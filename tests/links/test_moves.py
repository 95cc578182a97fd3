from __future__ import annotations

import httpx
import pytest

from slidewright.links.addresses import Address
from slidewright.links.moves import Trip, judge
from slidewright.resolve.remote import LinkStatus


def judged(start: str, end: str, *codes: int) -> LinkStatus:
    return judge(Trip(httpx.URL(start), Address(httpx.URL(end), ""), codes), 200, frozenset()).status


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("http://e.test/a", "https://e.test/a"),
        ("http://e.test/", "https://www.e.test/"),
        ("https://e.test", "https://e.test/index.html"),
        ("https://e.test/a", "https://e.test/a/"),
        ("https://old.test/a", "https://new.test/docs/a"),
        ("https://e.test/login", "https://e.test/sign-in"),
        ("https://e.test/blogging/in", "https://e.test/blog/inside-404-pages"),
        ("https://e.test/a?id=1", "https://e.test/b?id=1"),
    ],
)
def test_permanent_redirects_to_the_page_are_moves(start: str, end: str) -> None:
    assert judged(start, end, 301, 308) is LinkStatus.MOVED


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("https://e.test/a/b", "https://e.test/"),
        ("https://e.test/a/b", "https://e.test/en-US/"),
        ("https://e.test/a/b", "https://other.test"),
        ("https://e.test/a", "https://e.test/404.html"),
        ("https://e.test/a", "https://e.test/not-found"),
        ("https://e.test/a", "http://e.test/a"),
        ("https://doi.org/10.1/x", "https://publisher.test/x"),
        ("https://www.bit.ly/x", "https://e.test/long/way"),
        ("https://e.test/a", "https://www.hugedomains.com/e"),
        ("https://e.test/docs", "https://e.test/en/docs"),
        ("https://e.test/a", "https://cdn.test/a?X-Amz-Signature=1"),
        ("https://e.test/a", "https://e.test/a?sid=1"),
    ],
)
def test_other_places_are_not_offered(start: str, end: str) -> None:
    answer = judge(Trip(httpx.URL(start), Address(httpx.URL(end), ""), (301,)), 200, frozenset())
    assert (answer.status, answer.moved_to) == (LinkStatus.ALIVE, None)
    assert answer.reason


@pytest.mark.parametrize("code", [301, 302])
@pytest.mark.parametrize(
    "end",
    [
        "https://e.test/login",
        "https://e.test/users/sign_in?next=/a",
        "https://accounts.e.test/v3",
        "https://login.e.test/",
        "https://e.test/oauth2/authorize",
    ],
)
def test_a_login_page_says_nothing_of_what_is_behind_it(end: str, code: int) -> None:
    assert judged("https://e.test/a", end, code) is LinkStatus.UNREACHABLE


@pytest.mark.parametrize("code", [302, 303, 307])
def test_passing_redirects_are_no_moves(code: int) -> None:
    assert judged("https://e.test/a", "https://e.test/b", 301, code) is LinkStatus.ALIVE


def test_what_comes_back_to_itself_has_not_moved() -> None:
    assert judged("https://e.test/a", "https://e.test/a", 301, 301) is LinkStatus.ALIVE
