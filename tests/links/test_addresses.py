from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidewright.links.addresses import is_excluded, parse
from slidewright.links.failures import UnansweredError


@pytest.mark.parametrize(
    ("written", "url", "fragment"),
    [
        ("https://e.test", "https://e.test", ""),
        ("HTTP://E.Test/A#B", "http://e.test/A", "B"),
        ("//e.test/a", "https://e.test/a", ""),
        (" https://e.test/a b ", "https://e.test/a%20b", ""),
        ("https://例え.test/パス?q=ä#見出し", "https://xn--r8jz45g.test/%E3%83%91%E3%82%B9?q=%C3%A4", "見出し"),
        ("https://e.test/%7Ea%2Fb", "https://e.test/%7Ea%2Fb", ""),
        ("https://my_host.e.test:8443/", "https://my_host.e.test:8443/", ""),
        ("https://e.test:443/", "https://e.test/", ""),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/", ""),
    ],
)
def test_addresses_are_brought_to_one_form(written: str, url: str, fragment: str) -> None:
    address = parse(written)
    assert (str(address.url), address.fragment) == (url, fragment)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "not a valid address"),
        ("a/b.png", "not a valid address"),
        ("mailto:a@e.test", "`mailto:` addresses are not asked"),
        ("https://", "not a valid address: no host"),
        ("https:///a", "not a valid address: no host"),
        ("http://[::1", "not a valid address"),
        ("http://e.test:abc/", "not a valid address"),
        ("http://e.test/\n", None),
        ("http://e.test/\nx", "not a valid address"),
        ("http://exa mple.test/", "not a valid host name"),
        ("http://e%2ftest/", "not a valid host name"),
        ("http://256.1.1.1/", "not a valid address"),
        ("http://xn--a/", None),
        ("https://me:secret@e.test/", "not asked: a user name or a password is in it"),
        ("https://me@e.test/", "not asked: a user name or a password is in it"),
        ("http://e.test:22/", "not asked: browsers refuse port 22"),
        ("http://e.test:0/", "not asked: browsers refuse port 0"),
        ("http://e.test:99999/", "not asked: browsers refuse port 99999"),
    ],
)
def test_what_cannot_be_asked_is_told(written: str, reason: str | None) -> None:
    if reason is None:
        assert parse(written)
        return
    with pytest.raises(UnansweredError) as caught:
        parse(written)
    assert str(caught.value) == reason
    assert "secret" not in str(caught.value)


@given(
    st.one_of(st.text(), st.text().map("https://{}".format), st.text(":/@[]%#?.x1\\\u0661é").map("http://{}".format))
)
def test_any_text_is_an_address_or_told_why_it_is_none(written: str) -> None:
    try:
        assert parse(written).url.scheme in ("http", "https")
    except UnansweredError as error:
        assert str(error)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("https://e.test/*", True),
        ("https://e.test/a", True),
        ("*.test/a#*", True),
        ("https://e.test", False),
        ("https://E.test/*", False),
        ("*/b", False),
    ],
)
def test_patterns_name_addresses_with_their_fragments_or_without(pattern: str, expected: bool) -> None:
    assert is_excluded("https://e.test/a#b", (pattern,)) is expected
