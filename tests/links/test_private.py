from __future__ import annotations

import pytest

from slidewright.links.private import is_literal, is_private_name, is_public


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 127.255.255.254 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 192.0.2.1 198.18.0.1
    224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1 fe80::1
    fe80::1%eth0 fc00::1 fd12::1 fec0::1 ff02::1 2001:db8::1 64:ff9b::7f00:1 64:ff9b::10.0.0.1 2002:7f00:1::
    2002:a00:1:: 100::1 nonsense""".split(),
)
def test_addresses_of_other_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", "8.8.8.8 1.1.1.1 93.184.216.34 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::8.8.8.8 2002:808:808::".split()
)
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "a.localhost", "nas.local", "db.internal", "wiki"])
def test_names_of_a_network_of_its_own_are_private(host: str) -> None:
    assert is_private_name(host)


@pytest.mark.parametrize("host", ["e.test", "local", "::1", "127.1", "2130706433", "0x7f000001", "localhost.e.test"])
def test_other_hosts_are_judged_by_their_addresses(host: str) -> None:
    assert is_private_name(host) == (host == "local")


@pytest.mark.parametrize(
    ("host", "expected"),
    [("8.8.8.8", True), ("0x7f.1", True), ("017700000001", True), ("::1", True), ("e.test", False)],
)
def test_ip_addresses_are_known_in_any_form(host: str, expected: bool) -> None:
    assert is_literal(host) is expected
