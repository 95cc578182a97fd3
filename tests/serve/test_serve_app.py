"""What the addresses of a preview answer, over a real connection."""

from __future__ import annotations

import gzip
import http.client
import os
from pathlib import Path

import httpx
import pytest
from fakes import Served

FILM = bytes(range(256)) * 4000


@pytest.fixture
def film(preview: Served, tmp_path: Path) -> str:
    path = tmp_path / "film.mp4"
    path.write_bytes(FILM)
    preview.studio.files["film"] = (path, "video/mp4")
    return f"{preview.url}/@slidewright/files/film"


def test_the_page_comes_whole_and_is_kept_nowhere(preview: Served) -> None:
    answer = httpx.get(preview.url)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.text.strip() == preview.studio.text.strip()
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert httpx.head(preview.url).content == b""


def test_both_addresses_of_localhost_answer(preview: Served) -> None:
    assert httpx.get(f"http://127.0.0.1:{preview.port}/").status_code == 200
    assert httpx.get(f"http://[::1]:{preview.port}/").status_code == 200


def test_the_script_findings_and_slides_are_as_the_studio_has_them(preview: Served) -> None:
    answer = httpx.get(f"{preview.url}/@slidewright/deck.js")
    assert "run-1" in answer.text
    assert answer.headers["content-type"].startswith("text/javascript")
    assert httpx.get(f"{preview.url}/@slidewright/findings.json").json() == preview.studio.findings()
    slides = httpx.get(f"{preview.url}/@slidewright/slides.json").json()
    assert slides[0] == {"no": 1, "title": "One", "note_html": "<p>note</p>", "clicks": 0}


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/5", "/#/5"),
        ("/5?clicks=2", "/#/5?clicks=2"),
        ("/presenter", "/#/presenter"),
        ("/presenter/7/?clicks=1", "/#/presenter/7?clicks=1"),
        ("/overview", "/#/overview"),
        ("/notes", "/#/notes"),
        ("/entry", "/#/entry"),
        ("/notes-edit", "/#/overview"),
        ("/print?range=2&print=clicks", "/?print=clicks#/print?range=2"),
        ("/presenter/print", "/#/presenter/print"),
        ("/export/3", "/#/print"),
        ("/3?embedded=true&clicks=1", "/?embedded=true#/3?clicks=1"),
        ("/intro", "/#/intro"),
        ("/intro/?clicks=3", "/#/intro?clicks=3"),
        ("/presenter/intro", "/#/presenter/intro"),
        ("/%C3%BCber%20uns", "/#/%C3%BCber%20uns"),
        ("/v1.0", "/#/v1.0"),
    ],
)
def test_addresses_of_slidev_lead_to_routes_of_the_page(preview: Served, asked: str, led: str) -> None:
    answer = httpx.get(preview.url + asked)
    assert (answer.status_code, answer.headers["location"]) == (302, led)


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"accept": "text/html,*/*;q=0.8"}, 302),
        ({"sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}, 302),
        ({"sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe", "accept": "text/html"}, 404),
        ({"sec-fetch-mode": "no-cors", "sec-fetch-dest": "image", "accept": "image/avif,*/*;q=0.8"}, 404),
        ({"accept": "*/*"}, 404),
    ],
)
def test_a_name_that_is_opened_may_be_a_route_of_the_decks_own(
    preview: Served, headers: dict[str, str], code: int
) -> None:
    answer = httpx.get(f"{preview.url}/about/me", headers=headers)
    assert (answer.status_code, answer.headers.get("location")) == (code, "/#/about/me" if code == 302 else None)
    for other in ("/slides.md", "/about/me.png", "/@slidewright/x", "/x%0d%0aSet-Cookie:x=1", "/" + "a" * 300):
        assert httpx.get(preview.url + other, headers=headers).status_code == 404


HOSTILE = [
    "/nowhere",
    "/@slidewright/",
    "/@slidewright/files/",
    "/@slidewright/files/unknown",
    "/@slidewright/files/..%2f..%2fslides.md",
    "/@slidewright/files/%00",
    "/@slidewright/files/" + "x" * 5000,
    "/@slidewright/client/",
    "/@slidewright/client/../../pyproject.toml",
    "/@slidewright/client/%2e%2e/%2e%2e/pyproject.toml",
    "/@slidewright/client//etc/passwd",
    "/@slidewright/client/live",
    "/slides.md",
    "//evil.example/",
    "/%ff%fe",
    "/5%0d%0aSet-Cookie:x=1",
    "/" + "a/" * 20000,
    "*",
    "http://evil.example/",
]


@pytest.mark.parametrize("path", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_addresses_find_nothing(preview: Served, path: str) -> None:
    connection = http.client.HTTPConnection("localhost", preview.port, timeout=10)
    connection.putrequest("GET", path)
    connection.endheaders()
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    assert answer.status in (400, 403, 404)
    assert "Traceback" not in text and "Set-Cookie" not in answer.headers
    assert preview.said == []


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_nothing_can_be_sent(preview: Served, method: str) -> None:
    for path in ("/", "/@slidewright/live", "/@slidewright/files/x", "/nowhere"):
        answer = httpx.request(method, preview.url + path)
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


def test_a_file_comes_whole_or_in_the_part_that_is_asked_for(film: str) -> None:
    whole = httpx.get(film)
    assert whole.content == FILM
    assert (whole.headers["content-type"], whole.headers["accept-ranges"]) == ("video/mp4", "bytes")
    part = httpx.get(film, headers={"Range": "bytes=1000-1999"})
    assert (part.status_code, part.content) == (206, FILM[1000:2000])
    assert part.headers["content-range"] == f"bytes 1000-1999/{len(FILM)}"
    assert httpx.get(film, headers={"Range": "bytes=-10"}).content == FILM[-10:]
    assert httpx.get(film, headers={"Range": f"bytes={len(FILM)}-"}).status_code == 416
    head = httpx.head(film)
    assert (head.content, head.headers["content-length"]) == (b"", str(len(FILM)))


def test_a_file_comes_again_only_when_it_changed(film: str, preview: Served) -> None:
    first = httpx.get(film)
    assert first.headers["cache-control"] == "no-cache"
    known = {"If-None-Match": first.headers["etag"]}
    assert httpx.get(film, headers=known).status_code == 304
    path, _ = preview.studio.files["film"]
    path.write_bytes(FILM[::-1])
    assert httpx.get(film, headers=known).content == FILM[::-1]
    assert "immutable" in httpx.get(f"{film}?v=1").headers["cache-control"]


def test_a_file_that_vanished_or_is_none_is_not_there(film: str, preview: Served, tmp_path: Path) -> None:
    path, media_type = preview.studio.files["film"]
    path.unlink()
    assert httpx.get(film).status_code == 404
    os.mkfifo(path)
    assert httpx.get(film).status_code == 404
    preview.studio.files["film"] = (tmp_path, media_type)
    assert httpx.get(film).status_code == 404
    assert preview.said == []


def test_a_document_of_the_deck_is_held_apart_from_the_preview(preview: Served, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("<svg/>")
    preview.studio.files["svg"] = (tmp_path / "a.svg", "image/svg+xml")
    assert httpx.get(f"{preview.url}/@slidewright/files/svg").headers["content-security-policy"].startswith("sandbox")


def test_the_client_comes_packed_where_the_browser_opens_it(preview: Served) -> None:
    address = f"{preview.url}/@slidewright/client/shell.js"
    packed = httpx.get(address)
    assert (packed.headers["content-encoding"], packed.headers["vary"]) == ("gzip", "Accept-Encoding")
    assert packed.headers["content-type"].startswith("text/javascript")
    plain = httpx.get(address, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == packed.content
    assert httpx.get(address, headers={"If-None-Match": packed.headers["etag"]}).status_code == 304


def test_what_is_only_there_packed_is_opened_for_those_who_cannot(preview: Served) -> None:
    address = f"{preview.url}/@slidewright/client/mermaid.js"
    plain = httpx.get(address, headers={"Accept-Encoding": "identity"})
    raw = httpx.get(f"{address}.gz")
    assert gzip.decompress(raw.content) == plain.content == httpx.get(address).content


def test_a_fault_of_the_studio_is_told_and_shown_without_its_inside(
    preview: Served, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preview.studio, "slides", lambda: 1 / 0)
    answer = httpx.get(f"{preview.url}/@slidewright/slides.json")
    assert (answer.status_code, "Traceback" in answer.text) == (500, False)
    assert ["ZeroDivisionError" in line for line in preview.said] == [True]
    assert "Traceback" not in capfd.readouterr().err
