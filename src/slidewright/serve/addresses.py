"""Addresses to open: on this machine, from the network, and as a code for a phone's camera."""

from __future__ import annotations

import io
import socket
from collections.abc import Sequence
from ipaddress import ip_address
from typing import NamedTuple

from slidewright.serve.access import TOKEN, is_loopback

_ELSEWHERE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}  # of documentation: nothing is sent there


class Addresses(NamedTuple):
    """The addresses of a preview; those for the network are None where it is open to this machine only."""

    slides: str
    presenter: str
    network: str | None = None
    remote: str | None = None


def addresses(listened: Sequence[str], port: int, token: str | None) -> Addresses:
    """What to open, by the addresses that are listened on."""
    here, query = f"http://localhost:{port}", f"?{TOKEN}={token}" if token else ""
    host = network_host(listened)
    there = host and f"http://{host}:{port}"
    return Addresses(
        f"{here}/{query}",
        f"{here}/presenter{query}",
        there and f"{there}/{query}",
        there and f"{there}/remote{query}",
    )


def network_host(listened: Sequence[str]) -> str | None:
    """How other devices write this machine in an address; None where they cannot connect."""
    for written in listened:
        if ip_address(written.split("%")[0]).is_unspecified:
            found = network_address(socket.AF_INET6 if ":" in written else socket.AF_INET)
            return _bracketed(found) if found else socket.gethostname()
        if not is_loopback(written):
            return _bracketed(written)
    return None


def network_address(family: socket.AddressFamily = socket.AF_INET) -> str | None:
    """This machine's address in its network, as the route to other machines has it; None without a network."""
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.connect((_ELSEWHERE[family], 9))
            found = str(asking.getsockname()[0])
    except OSError:
        return None
    return None if is_loopback(found) or ip_address(found).is_unspecified else found


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def qr_code(text: str) -> str:
    """A text as a QR code, drawn with half blocks for a terminal with dark ground."""
    import segno

    drawn = io.StringIO()
    segno.make(text, error="l", micro=False).terminal(drawn, border=2, compact=True)
    return drawn.getvalue().rstrip("\n")
