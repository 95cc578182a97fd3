"""How long asking many addresses takes, against what waiting for the answers alone would take."""

from __future__ import annotations

import asyncio
import socket
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from slidewright.links import ask
from slidewright.resolve.remote import LinkStatus
from slidewright.settings import ExternalSettings

pytestmark = pytest.mark.slow

LATENCY = 0.05  # seconds
ADDRESSES = 1_000
HOSTS = 8
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n"


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while await reader.readuntil(b"\r\n\r\n"):
            await asyncio.sleep(LATENCY)
            writer.write(ANSWER)
    except (asyncio.IncompleteReadError, OSError):
        writer.close()


@pytest.fixture
def port() -> Iterator[int]:
    """The port of a server that takes its time."""
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(asyncio.start_server(serve, "127.0.0.1", 0, backlog=256))
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield server.sockets[0].getsockname()[1]
    loop.call_soon_threadsafe(server.close)
    loop.call_soon_threadsafe(loop.call_later, 0.2, loop.stop)
    thread.join()
    loop.close()


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    def here(*_: Any, **__: Any) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))]

    monkeypatch.setattr(socket, "getaddrinfo", here)


def test_a_thousand_addresses_take_little_more_than_waiting_for_them(
    port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = ExternalSettings(allow_private=True)
    urls = [f"http://h{no % HOSTS}.test:{port}/{no}" for no in range(ADDRESSES)]
    ideal = ADDRESSES * LATENCY / min(settings.concurrency, settings.per_host * HOSTS)
    start = time.perf_counter()
    states = ask(urls, settings, None)
    seconds = time.perf_counter() - start
    with capsys.disabled():
        sys.stdout.write(f"\n{ADDRESSES:,} addresses: {seconds:.2f} s, {seconds / ideal:.1f} x waiting alone\n")
    assert {state.status for state in states.values()} == {LinkStatus.ALIVE}
    assert seconds < 15 * ideal  # under 3 s where nothing else runs


def test_silent_hosts_are_waited_for_together(port: int, capsys: pytest.CaptureFixture[str]) -> None:
    settings = ExternalSettings(allow_private=True, timeout=LATENCY / 2, retries=0)
    urls = [f"http://h{no}.test:{port}/" for no in range(ADDRESSES // 4)]
    ideal = len(urls) * settings.timeout / settings.concurrency
    start = time.perf_counter()
    states = ask(urls, settings, None)
    seconds = time.perf_counter() - start
    with capsys.disabled():
        sys.stdout.write(f"\n{len(urls):,} silent hosts: {seconds:.2f} s, {seconds / ideal:.1f} x one wait each\n")
    assert {state.status for state in states.values()} == {LinkStatus.UNREACHABLE}
    assert seconds < 60 * ideal  # one after the other would be 64 waits
