"""Ports that are found and held, addresses that are printed, and a code for a phone."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from slidewright.errors import UsageError
from slidewright.serve.addresses import addresses, network_address, network_host, qr_code
from slidewright.serve.ports import FIRST, LOOPBACK, addresses_of, listen


@pytest.fixture
def held() -> Iterator[ExitStack]:
    with ExitStack() as sockets:
        yield sockets


def port_of(sockets: list[socket.socket], held: ExitStack) -> int:
    for one in sockets:
        held.callback(one.close)
    (port,) = {one.getsockname()[1] for one in sockets}
    return int(port)


def test_the_first_free_port_is_taken_and_held(held: ExitStack) -> None:
    first = port_of(listen(LOOPBACK, None), held)
    second = port_of(listen(LOOPBACK, None), held)
    assert FIRST <= first < second


def test_previews_that_start_at_once_get_a_port_each(held: ExitStack) -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: listen(LOOPBACK, None), range(8)))
    assert len({port_of(sockets, held) for sockets in found}) == 8


def test_a_port_that_only_the_other_address_of_localhost_has_is_taken(held: ExitStack) -> None:
    port = port_of(listen(["::1"], None), held)
    with pytest.raises(UsageError, match=f"port {port} is in use"):
        listen(LOOPBACK, port)
    port_of(listen(["127.0.0.1"], port), held)  # nothing was left behind


def test_without_ipv6_the_other_address_does(held: ExitStack, monkeypatch: pytest.MonkeyPatch) -> None:
    bind = socket.socket.bind

    def refuse(self: socket.socket, address: tuple[str, int]) -> None:
        if self.family == socket.AF_INET6:
            raise OSError(99, "Cannot assign requested address")
        bind(self, address)

    monkeypatch.setattr(socket.socket, "bind", refuse)
    sockets = listen(LOOPBACK, None)
    port_of(sockets, held)
    assert len(sockets) == 1


@pytest.mark.parametrize("port", [None, 3999])
def test_an_address_of_another_machine_is_refused(port: int | None) -> None:
    with pytest.raises(UsageError, match=r"--host 192\.0\.2\.1: not an address of this machine"):
        listen(addresses_of("192.0.2.1"), port)


def test_a_name_that_leads_nowhere_is_refused() -> None:
    for host in ("no-such-name.invalid", "", "a b", "x" * 300):
        with pytest.raises(UsageError, match="--host"):
            listen(addresses_of(host), None)


def test_localhost_leads_to_every_preview() -> None:
    assert addresses_of(None) == addresses_of("localhost") == LOOPBACK
    assert addresses_of("0.0.0.0") == ("0.0.0.0", "::1")
    assert addresses_of("192.168.1.5") == ("192.168.1.5", *LOOPBACK)
    assert addresses_of("127.0.0.1") == LOOPBACK


def test_all_addresses_of_a_machine_are_listened_on(held: ExitStack) -> None:
    for host in ("0.0.0.0", "::"):
        port = port_of(listen(addresses_of(host), None), held)
        for address in LOOPBACK:
            socket.create_connection((address, port), timeout=5).close()


def test_what_is_printed_for_this_machine_only() -> None:
    found = addresses(LOOPBACK, 3030, None)
    assert (found.slides, found.presenter) == ("http://localhost:3030/", "http://localhost:3030/presenter")
    assert (found.network, found.remote) == (None, None)


def test_what_is_printed_for_a_network() -> None:
    found = addresses(("192.168.1.5", *LOOPBACK), 3031, "abc")
    assert found.slides == "http://localhost:3031/?token=abc"
    assert found.network == "http://192.168.1.5:3031/?token=abc"
    assert found.remote == "http://192.168.1.5:3031/remote?token=abc"
    assert network_host(("fd00::5",)) == "[fd00::5]"
    assert network_host(("0.0.0.0",)) == (network_address() or socket.gethostname())


def test_a_code_has_lines_of_one_length_in_half_blocks() -> None:
    lines = qr_code("http://192.168.100.100:3030/remote?token=abcdefghijklmnopqrstuv").split("\n")
    assert {len(line) for line in lines} == {len(lines[0])}
    assert set("".join(lines)) <= set(" ▀▄█")
    assert len(lines) < 24
