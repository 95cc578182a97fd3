from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from slidewright.links import ask
from slidewright.links.cache import LONGEST, keep, recall
from slidewright.resolve.remote import LinkState, LinkStatus
from slidewright.settings import HostSettings

URL = "https://e.test/a"
DAY = 86_400.0


def kept(file: Path, state: LinkState, age: float = DAY) -> LinkState | None:
    keep(file, [("key", state)])
    return recall(file, age, {URL: "key"}).get(URL)


@pytest.mark.parametrize(
    "state",
    [
        LinkState(URL, LinkStatus.ALIVE, 200),
        LinkState(URL, LinkStatus.MOVED, 200, "moved permanently", "https://e.test/é#b"),
        LinkState(URL, LinkStatus.DEAD, 404, "404 Not Found"),
        LinkState(URL, LinkStatus.NO_ANCHOR, 200, "the page has no place `#x`"),
    ],
)
def test_what_a_server_said_is_kept(tmp_path: Path, state: LinkState) -> None:
    assert kept(tmp_path / "links.json", state) == state._replace(is_cached=True)


@pytest.mark.parametrize(
    "state",
    [
        LinkState(URL, LinkStatus.UNREACHABLE, 503, "x"),
        LinkState(URL, LinkStatus.PRIVATE),
        LinkState(URL, LinkStatus.EXCLUDED),
        LinkState(URL, LinkStatus.DEAD, None, "no such host"),
        LinkState(URL, LinkStatus.ALIVE, 200, is_cached=True),
    ],
)
def test_what_may_pass_is_not_kept(tmp_path: Path, state: LinkState) -> None:
    assert kept(tmp_path / "links.json", state) is None
    assert list(tmp_path.iterdir()) == []


def test_answers_grow_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = LinkState(URL, LinkStatus.ALIVE, 200)
    assert kept(tmp_path / "links.json", state)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + DAY - 60)
    assert recall(tmp_path / "links.json", DAY, {URL: "key"})
    monkeypatch.setattr(time, "time", lambda: now + DAY + 60)
    assert not recall(tmp_path / "links.json", DAY, {URL: "key"})
    monkeypatch.setattr(time, "time", lambda: now - DAY)
    assert not recall(tmp_path / "links.json", DAY, {URL: "key"}), "an answer of the future is none"


def test_what_is_oldest_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path / "links.json", [("old", LinkState(URL, LinkStatus.ALIVE, 200))])
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + LONGEST + 60)
    keep(tmp_path / "links.json", [("new", LinkState(URL, LinkStatus.ALIVE, 200))])
    assert len(json.loads((tmp_path / "links.json").read_text())) == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"a": 1}', b'{"a": [1, "no-status", 200, "", null]}', b"[" * 100_000],
)
def test_a_spoilt_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "links.json").write_bytes(content)
    assert recall(tmp_path / "links.json", DAY, {URL: "key"}) == {}
    assert kept(tmp_path / "links.json", LinkState(URL, LinkStatus.ALIVE, 200))


def test_a_spoilt_row_does_not_spoil_the_others(tmp_path: Path) -> None:
    assert kept(tmp_path / "links.json", LinkState(URL, LinkStatus.ALIVE, 200))
    rows = json.loads((tmp_path / "links.json").read_text())
    (tmp_path / "links.json").write_text(json.dumps({"x": ["?"], **rows}))
    assert recall(tmp_path / "links.json", DAY, {URL: "key"})


def test_writers_at_once_leave_a_whole_file(tmp_path: Path) -> None:
    def write(no: int) -> None:
        keep(tmp_path / "links.json", [(f"{no}-{n}", LinkState(URL, LinkStatus.ALIVE, 200)) for n in range(200)])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(40)))
    assert len(json.loads((tmp_path / "links.json").read_text())) >= 200
    assert [file.name for file in tmp_path.iterdir()] == ["links.json"]


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert kept(tmp_path / "file" / "links.json", LinkState(URL, LinkStatus.ALIVE, 200)) is None


def test_the_file_does_not_tell_what_was_asked(tmp_path: Path) -> None:
    keep(
        tmp_path / "links.json",
        [("https://e.test/?key=s3cret", LinkState("https://e.test/?key=s3cret", LinkStatus.ALIVE, 200))],
    )
    assert "s3cret" not in (tmp_path / "links.json").read_text()


def test_a_second_run_asks_only_what_is_not_known(site, local, tmp_path):
    urls = [site.on("/a", site.plain(200)), site.on("/b", site.plain(404)), site.on("/c", site.plain(403))]
    first = ask(urls, local, tmp_path / "links.json")
    assert [state.is_cached for state in first.values()] == [False, False, False]
    site.requests.clear()
    second = ask(urls, local, tmp_path / "links.json")
    assert [state.is_cached for state in second.values()] == [True, True, False]
    assert {request.path for request in site.requests} == {"/c"}
    assert [state._replace(is_cached=False) for state in second.values()] == list(first.values())


def test_anchors_are_kept_apart(site, local, tmp_path):
    url = site.on("/a", site.page("<p id=x>" + "text " * 100))
    ask([url + "#x"], local, tmp_path / "links.json")
    states = ask([url + "#x", url + "#y"], local, tmp_path / "links.json")
    assert [state.status for state in states.values()] == [LinkStatus.ALIVE, LinkStatus.NO_ANCHOR]
    assert [state.is_cached for state in states.values()] == [True, False]


def test_no_age_means_no_file(site, local, tmp_path):
    ask([site.on("/a", site.plain(200))], local._replace(cache_age=0), tmp_path / "links.json")
    assert list(tmp_path.iterdir()) == []


def test_what_a_host_says_to_those_it_knows_is_not_kept(site, local, tmp_path):
    url = site.on("/a", site.plain(404))
    ask([url], local, tmp_path / "links.json")
    site.on("/a", site.plain(200))
    assert ask([url], local, tmp_path / "links.json")[url].status is LinkStatus.DEAD
    known = local._replace(hosts={"127.0.0.1": HostSettings({"X-Key": "1"})})
    assert ask([url], known, tmp_path / "links.json")[url] == LinkState(url, LinkStatus.ALIVE, 200)
    assert ask([url], local, tmp_path / "links.json")[url].status is LinkStatus.DEAD
