"""Windows hear what changed and what others do; one that does not read holds up nobody."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from fakes import FakeStudio, Served, served
from websockets.sync.client import ClientConnection, connect

from slidewright.serve.editors import Editor
from slidewright.serve.outbox import MOST, Outbox

Message = dict[str, Any]
CURRENT = {"run": "run-1", "version": 3}


class Client:
    """A window without a browser."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    def say(self, type: str, **fields: Any) -> None:
        self.connection.send(json.dumps({"type": type, **fields}))

    def hear(self, type: str, timeout: float = 5) -> Message:
        """The next message of a type; others are passed over."""
        while True:
            message: Message = json.loads(self.connection.recv(timeout))
            if message["type"] == type:
                return message

    def heard(self) -> list[Message]:
        """All that has come, by asking for an answer that comes last."""
        self.say("ping")
        messages: list[Message] = []
        while True:
            message = json.loads(self.connection.recv(5))
            if message["type"] == "pong":
                return messages
            messages.append(message)

    def hello(self, view: str = "play", **fields: Any) -> list[str]:
        """Say hello; the types of the answers."""
        self.say("hello", view=view, **{**CURRENT, **fields})
        return [message["type"] for message in self.heard()]


@pytest.fixture
def window(preview: Served) -> Iterator[Callable[[], Client]]:
    with ExitStack() as open_ones:

        def joined() -> Client:
            address = f"ws://localhost:{preview.port}/@slidewright/live"
            return Client(open_ones.enter_context(connect(address, origin=preview.url, proxy=None)))

        yield joined


Join = Callable[[], Client]


def test_a_window_of_this_version_is_welcomed_with_the_findings(window: Join) -> None:
    assert window().hello() == ["welcome", "findings"]


@pytest.mark.parametrize("fields", [{"run": "run-0"}, {"version": 2}, {"run": None, "version": None}])
def test_a_window_of_another_run_or_version_takes_everything_anew(window: Join, fields: Message) -> None:
    assert window().hello(**fields) == ["welcome", "update", "findings"]


def test_a_window_that_comes_before_the_deck_waits_and_holds_up_no_other(window: Join, studio: FakeStudio) -> None:
    early, other = window(), window()
    studio.is_there.clear()
    early.say("hello", run="run-0", version=1, view="play")
    other.say("ping")
    assert other.hear("pong")
    studio.is_there.set()
    assert early.hear("update")["everything"]


def test_a_window_hears_nothing_before_its_hello(window: Join, preview: Served) -> None:
    silent, greeted = window(), window()
    greeted.hello()
    preview.send({"type": "update", "from": 3, "version": 4})
    assert greeted.hear("update")["version"] == 4
    assert silent.heard() == []


def test_a_state_goes_to_all_others_and_to_those_who_come_later(window: Join) -> None:
    first, second = window(), window()
    first.hello("presenter")
    second.hello()
    state = {"page": 2, "clicks": 1, "lastUpdate": {"type": "presenter"}}
    first.say("state", channel="Fake - shared", state=state, at=1)
    assert second.hear("state") == {"type": "state", "channel": "Fake - shared", "state": state, "number": 1}
    second.say("state", channel="Fake - drawings", state={"1": "<path/>"}, at=2)
    assert first.hear("state")["channel"] == "Fake - drawings"
    assert [message["type"] for message in first.heard()] == []
    late = window()
    late.say("hello", view="remote", **CURRENT)
    welcome = late.hear("welcome")
    assert welcome["states"] == {"Fake - shared": state, "Fake - drawings": {"1": "<path/>"}}
    assert welcome["numbers"] == {"Fake - shared": 1, "Fake - drawings": 1}


def test_whoever_says_something_late_is_told_what_counts(window: Join) -> None:
    phone, viewer = window(), window()
    phone.hello("remote")
    viewer.hello()
    for no in (1, 2, 3):
        phone.say("state", channel="Fake - shared", state={"page": no, "clicks": 0}, after=0, no=no)
    told = [message for message in phone.heard() if message["type"] == "taken"][-1]
    assert told == {"type": "taken", "channel": "Fake - shared", "no": 3, "number": 3, "unlike": {}}
    viewer.say("state", channel="Fake - shared", state={"page": 1, "clicks": 0}, after=1, no=1)
    assert viewer.hear("taken")["unlike"] == {"page": 3, "clicks": 0}
    assert phone.heard() == []


def test_drawings_hold_strokes_and_are_told_to_the_studio(window: Join, studio: FakeStudio) -> None:
    phone, viewer = window(), window()
    phone.hello("remote")
    viewer.hello()
    drawn = {"1": "<path/>", "2": "<script>x</script>", "page": 3}
    phone.say("state", channel="Fake - drawings", state=drawn, after=0, no=1)
    assert phone.hear("taken")["unlike"] == {"2": ""}
    assert viewer.hear("state")["state"] == {"1": "<path/>", "2": ""}
    assert studio.told == [("drawn", {"1": "<path/>", "2": ""})]


def test_drawings_that_are_kept_are_there_for_the_first_window(window: Join, studio: FakeStudio) -> None:
    studio.kept = {"2": "<path/>"}
    first = window()
    first.say("hello", view="play", **CURRENT)
    assert first.hear("welcome")["states"] == {"Fake - drawings": {"2": "<path/>"}}


def test_a_remote_control_is_spared_the_slides(window: Join, preview: Served) -> None:
    phone = window()
    assert phone.hello("remote", run=None, version=None) == ["welcome", "findings"]
    preview.send({"type": "update", "from": 3, "version": 4, "slides": ["long"]})
    assert phone.hear("update") == {"type": "update", "from": 3, "version": 4}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "7",
        "{",
        '{"type": {}}',
        '{"type": "nonsense"}',
        '{"type": "state", "channel": "Fake - shared"}',
        '{"type": "state", "channel": "else", "state": {}}',
        '{"type": "state", "channel": 5, "state": {}}',
        '{"type": "state", "channel": "else - shared", "state": {}, "after": "x", "no": true}',
        '{"type": "open", "no": true}',
        '{"type": "open", "file": "\\u0000", "line": -1}',
        '{"type": "hello", "view": {}}',
        "[" * 100_000,
        b"\xff\x00",
    ],
    ids=range(16),
)
def test_what_means_nothing_is_passed_over(window: Join, preview: Served, text: str | bytes) -> None:
    client, other = window(), window()
    other.hello()
    client.connection.send(text)
    assert client.hello()[0] == "welcome"
    assert other.heard() == []
    assert preview.said == []


def test_channels_are_not_kept_without_end(window: Join, preview: Served) -> None:
    client = window()
    for number in range(100):
        client.say("state", channel=f"{number} - shared", state={})
    client.say("hello", view="play", **CURRENT)
    assert len(client.hear("welcome")["states"]) == 16


def test_the_studio_learns_what_is_looked_at_and_what_was_measured(window: Join, studio: FakeStudio) -> None:
    client = window()
    client.say("want", slides=[2, 1, "3", -1, True, 1e9])
    client.say("measured", slides=[{"no": 1, "right": 4}, {"no": "x"}, 7])
    client.heard()
    assert studio.told == [("wanted", [2, 1]), ("measured", [{"no": 1, "right": 4}])]


def test_the_newest_visible_window_with_slides_is_the_one_that_measures(window: Join, preview: Served) -> None:
    older, newer, hidden, notes = (window() for _ in range(4))
    older.hello()
    newer.hello("presenter")
    hidden.hello(visible=False)
    notes.hello("notes")
    ask = {"type": "measure", "slides": [1]}
    preview.send(ask)
    assert [client.heard() for client in (older, newer, hidden, notes)] == [[], [ask], [], []]
    newer.say("visible", visible=False)
    newer.heard()
    preview.send(ask)
    assert older.heard() == [ask]
    older.connection.close()
    hidden.say("visible", visible=True)
    hidden.heard()
    preview.send(ask)
    assert hidden.heard() == [ask]


def test_findings_have_addresses_where_the_page_opens_them_itself(window: Join, studio: FakeStudio) -> None:
    studio.found = [{"rule": "a", "file": str(studio.deck), "line": 3, "column": 7}, {"rule": "b", "file": None}]
    client = window()
    client.say("hello", view="play", **CURRENT)
    assert client.hear("welcome")["editor"] == "address"
    first, second = client.hear("findings")["findings"]
    assert first["href"] == f"vscode://file{studio.deck}:3:7"
    assert "href" not in second


def test_an_editor_opens_files_of_the_deck_and_no_others(studio: FakeStudio, tmp_path: Path) -> None:
    log = tmp_path / "log"
    script = tmp_path / "edit"
    script.write_text(f'#!/bin/sh\nprintf "%s|" "$@" >> "{log}"\n')
    script.chmod(0o755)
    with served(studio, editor=Editor((str(script), "{file}:{line}:{column}"))) as running:
        address = f"ws://localhost:{running.port}/@slidewright/live"
        with connect(address, origin=running.url, proxy=None) as connection:
            client = Client(connection)
            client.say("open", file="/etc/passwd", line=1)
            client.say("open", no=9)
            client.say("open", file=str(studio.deck), line=4, column=2)
            client.say("hello", view="play")
            assert client.hear("welcome")["editor"] == "command"
            deadline = time.monotonic() + 10
            while not log.exists() and time.monotonic() < deadline:
                time.sleep(0.02)
            client.say("open", no=2)
            while log.read_text().count("|") < 2 and time.monotonic() < deadline:
                time.sleep(0.02)
    assert log.read_text() == f"{studio.deck}:4:2|{studio.deck}:20:1|"


def test_a_window_that_does_not_read_holds_up_no_other(window: Join, preview: Served) -> None:
    stuck = socket.create_connection(("127.0.0.1", preview.port))
    stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    lines = [
        "GET /@slidewright/live HTTP/1.1",
        f"Host: localhost:{preview.port}",
        f"Origin: http://localhost:{preview.port}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
        "Sec-WebSocket-Version: 13",
    ]
    stuck.sendall("\r\n".join([*lines, "", ""]).encode())
    assert b"101" in stuck.recv(1000)
    hello = b'{"type":"hello"}'
    stuck.sendall(bytes([0x81, 0x80 | len(hello), 0, 0, 0, 0]) + hello)
    client = window()
    client.hello()
    assert len(preview.hub._windows) == 2
    filler = "x" * 200_000
    for number in range(MOST + 40):
        preview.send({"type": "update", "from": number, "version": number + 1, "slides": filler})
        assert client.hear("update")["version"] == number + 1
    deadline = time.monotonic() + 5
    while len(preview.hub._windows) > 1 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert len(preview.hub._windows) == 1
    assert client.heard() == []
    assert preview.said == []
    stuck.close()


def test_of_a_state_only_the_newest_waits() -> None:
    async def taken() -> list[str]:
        box = Outbox()
        for number in range(MOST * 3):
            box.put(f"state {number}", instead_of="channel")
        box.put("update")
        box.put("last", instead_of="channel")
        return [await box.take() for _ in range(2)]

    assert asyncio.run(taken()) == ["update", "last"]


def test_a_box_that_is_full_stays_full_and_holds_nothing() -> None:
    async def fill() -> tuple[bool, int]:
        box = Outbox()
        for _ in range(MOST + 1):
            box.put("x")
        box.put("y")
        return box.is_full.is_set(), len(box._texts)

    assert asyncio.run(fill()) == (True, 0)


def test_a_fault_in_a_message_is_told_and_ends_that_window_only(
    window: Join, preview: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview.studio, "wanted", lambda slides: 1 / 0)
    broken, other = window(), window()
    broken.say("want", slides=[1])
    with pytest.raises(Exception, match="1013"):
        broken.hear("never")
    assert other.hello() == ["welcome", "findings"]
    assert ["ZeroDivisionError" in line for line in preview.said] == [True]
