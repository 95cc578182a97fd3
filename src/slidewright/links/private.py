"""Which hosts are nobody's business outside their own network."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_LOCAL_ENDINGS = (".localhost", ".local", ".internal", ".lan", ".home.arpa")
_TRANSLATED = IPv6Network("64:ff9b::/96")  # NAT64: the last four bytes are an IPv4 address


def is_private_name(host: str) -> bool:
    """Whether a name can only mean a host of the network it is used in."""
    name = host.rstrip(".").lower()
    return name.endswith(_LOCAL_ENDINGS) or not ("." in name or is_literal(name))


def is_literal(host: str) -> bool:
    """Whether a host is an IP address in any form (`127.1`, `0x7f000001`): no name server is asked for it."""
    return ":" in host or host.rstrip(".").rpartition(".")[2][:1].isdigit()


def is_public(address: str) -> bool:
    """Whether an IP address can be reached by anybody: not private, loopback, link-local, multicast or reserved."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inner(parsed)
    return all(_is_global(each) for each in inner or (parsed,))


def _inner(address: IPv4Address | IPv6Address) -> tuple[IPv4Address | IPv6Address, ...]:
    """The addresses that packets to an IPv6 address are really carried to."""
    if isinstance(address, IPv4Address):
        return ()
    if address in _TRANSLATED:
        return (IPv4Address(int(address) & 0xFFFF_FFFF),)
    inner = address.ipv4_mapped or address.sixtofour
    return (inner,) if inner else address.teredo or ()


def _is_global(address: IPv4Address | IPv6Address) -> bool:
    unusual = address.is_multicast or address.is_reserved or address.is_link_local or address.is_unspecified
    site_local = isinstance(address, IPv6Address) and address.is_site_local
    return address.is_global and not unusual and not site_local
