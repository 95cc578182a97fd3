from __future__ import annotations

import gzip

import pytest

from slidewright.links import pictures
from slidewright.links.pictures import fetch_pictures
from slidewright.resolve.pictures import Picture
from slidewright.settings import ExternalSettings

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>bad()</script><rect /></svg>'


def test_a_picture_is_what_its_bytes_say(site, local):
    url = site.on("/a", site.plain(200, PNG, Content_Type="text/html"))
    assert fetch_pictures([url], local) == {url: Picture(PNG, "png")}
    assert site.asked("/a") == ["GET"]


def test_each_address_is_asked_once_in_the_order_given(site, local):
    urls = [site.on(f"/{name}", site.plain(200, PNG + name.encode())) for name in "ba"]
    found = fetch_pictures([*urls, *urls, f"{urls[0]}#x"], local)
    assert [url for url, picture in found.items() if picture.ending] == [*urls, f"{urls[0]}#x"]
    assert found[urls[0]] == found[f"{urls[0]}#x"]
    assert len(site.requests) == 2


def test_svg_comes_without_its_scripts(site, local):
    url = site.on("/a.svg", site.plain(200, SVG, Content_Type="image/svg+xml"))
    picture = fetch_pictures([url], local)[url]
    assert picture.ending == "svg"
    assert b"<rect" in picture.content
    assert b"bad" not in picture.content


def test_redirects_lead_to_the_picture_and_trouble_that_passes_is_waited_out(site, local):
    site.on("/b", site.plain(503), site.plain(200, PNG))
    url = site.on("/a", site.leads_to("/b"))
    assert fetch_pictures([url], local)[url].content == PNG


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<!doctype html><p>", "not a picture: web page"),
        (b"", "not a picture: empty file"),
        (b"%PDF-1.7", "not a picture: PDF document"),
        (b"<svg><rect>", "a broken SVG picture"),
    ],
)
def test_what_is_no_picture_is_told(site, local, body, reason):
    url = site.on("/a", site.plain(200, body, Content_Type="image/png"))
    assert fetch_pictures([url], local) == {url: Picture(reason=reason)}


def test_what_cannot_be_fetched_is_told(site, local):
    gone = site.on("/gone", site.plain(404))
    reasons = {
        gone: "404 Not Found",
        "ftp://e.test/a.png": "`ftp:` addresses are not asked",
        "http://localhost:22/a.png": "not asked: browsers refuse port 22",
    }
    assert {url: picture.reason for url, picture in fetch_pictures(reasons, local).items()} == reasons


def test_private_addresses_are_not_asked_unless_allowed(site, local):
    url = site.on("/a", site.plain(200, PNG))
    assert fetch_pictures([url], ExternalSettings())[url].reason == "a private address"
    assert fetch_pictures([url], local._replace(exclude=("http://127.*",)))[url].reason == "excluded by the settings"
    assert site.requests == []


@pytest.mark.parametrize("packed", [False, True])
def test_a_picture_may_be_so_large_and_no_larger(site, local, monkeypatch, packed):
    monkeypatch.setattr(pictures, "LARGEST", 2_000_000)

    def served(path, size):
        body = PNG.ljust(size, b"0")
        headers = {"Content_Encoding": "gzip"} if packed else {}
        return site.on(path, site.plain(200, gzip.compress(body) if packed else body, **headers))

    fits, not_fits = served("/fits", 2_000_000), served("/not", 2_000_001)
    found = fetch_pictures([fits, not_fits], local)
    assert len(found[fits].content) == 2_000_000
    assert found[not_fits] == Picture(reason="larger than 2 MB")
    assert site.asked("/not") == ["GET"]
