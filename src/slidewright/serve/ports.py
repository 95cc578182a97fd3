"""Sockets that listen: on a port that was asked for, or on the first free one; held from the moment they are found."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Sequence
from contextlib import suppress

from slidewright.errors import UsageError
from slidewright.serve.access import is_loopback

FIRST = 3030
"""Where the search for a free port begins, as in Slidev."""
TRIED = 100
LOOPBACK = ("127.0.0.1", "::1")
"""What `localhost` leads to: a browser may take either."""

_BACKLOG = 128
_ABSENT = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EPROTONOSUPPORT)
_TAKEN = (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE))


def addresses_of(host: str | None) -> tuple[str, ...]:
    """The addresses to listen on for `--host` (None: this machine only); `localhost` always leads to one of them.

    Raises UsageError for a name that leads nowhere.
    """
    if host in (None, "localhost"):
        return LOOPBACK
    assert host is not None
    if host == "::":
        return ("::", "0.0.0.0")
    if host == "0.0.0.0":
        return ("0.0.0.0", "::1")
    try:
        found = socket.getaddrinfo(host.strip("[]"), None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UsageError(f"--host {host}: neither an address of this machine nor a name of one") from None
    addresses = dict.fromkeys(str(address[0]) for *_, address in found)
    return tuple(dict.fromkeys([*addresses, *LOOPBACK]))


def listen(addresses: Sequence[str], port: int | None) -> list[socket.socket]:
    """Sockets that listen on one port at each address; without a port the first that is free from 3030 up.

    Where the machine has no IPv6, its loopback is left out. Raises UsageError for a port that is taken or not allowed,
    and for an address that is not this machine's.
    """
    if port is not None:
        try:
            return _listen(addresses, port)
        except OSError as error:
            raise _worded(error, port) from None
    for number in range(FIRST, FIRST + TRIED):
        try:
            return _listen(addresses, number)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise _worded(error, number) from None
    raise UsageError(f"no port from {FIRST} to {FIRST + TRIED - 1} is free: name one with --port")


def _listen(addresses: Sequence[str], port: int) -> list[socket.socket]:
    """Sockets at all addresses, or none: raises OSError, whose `filename` is the address."""
    sockets: list[socket.socket] = []
    for address in addresses:
        try:
            sockets.append(_bound(address, port))
        except OSError as error:
            if error.errno in _ABSENT and address == "::1":
                continue
            for held in sockets:
                held.close()
            error.filename = address
            raise
    return sockets


def _bound(address: str, port: int) -> socket.socket:
    """A socket that listens: two that are only bound could both have the port."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "nt":
            made.setsockopt(socket.SOL_SOCKET, getattr(socket, "SO_EXCLUSIVEADDRUSE", -5), 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            with suppress(OSError):
                made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((address, port))
        made.listen(_BACKLOG)
        made.setblocking(False)
    except BaseException:
        made.close()
        raise
    return made


def _worded(error: OSError, port: int) -> UsageError:
    address = str(error.filename)
    if error.errno in _TAKEN:
        return UsageError(f"port {port} is in use: name another with --port, or none for the first free one")
    if error.errno in (errno.EACCES, errno.EPERM):
        return UsageError(f"port {port} may not be opened by this user: name one above 1023 with --port")
    if not is_loopback(address) and error.errno in _ABSENT:
        return UsageError(f"--host {address}: not an address of this machine")
    return UsageError(f"cannot listen on {address}, port {port}: {error.strerror or error}")
