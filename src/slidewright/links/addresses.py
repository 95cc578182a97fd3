"""A written URL → the address to ask, or why it is none that is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import NamedTuple

import httpx

from slidewright.links.failures import UnansweredError

DEFAULT_PORTS = {"http": 80, "https": 443}

# The ports of other protocols, which browsers refuse too (Fetch Standard, "bad port").
REFUSED_PORTS = frozenset(
    int(port)
    for port in (
        "0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119"
        " 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989"
        " 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080"
    ).split()
)
_HOST = re.compile(r"[a-z0-9._:~-]+")


class Address(NamedTuple):
    """What is asked (without a fragment), and the fragment as it is written."""

    url: httpx.URL
    fragment: str


def parse(written: str) -> Address:
    """The address of a written URL, in its normal form; raises UnansweredError for one that cannot be asked."""
    text = written.strip()
    try:
        url = httpx.URL(f"https:{text}" if text.startswith("//") else text)
    except (httpx.InvalidURL, ValueError):
        raise UnansweredError("not a valid address") from None
    check(url)
    return Address(url.copy_with(fragment=None), text.partition("#")[2])


def join(base: httpx.URL, location: str) -> Address:
    """Where a redirect leads; raises UnansweredError where nothing can be asked."""
    try:
        url = base.join(location.strip())
    except (httpx.InvalidURL, ValueError):
        raise UnansweredError("redirects to what is not a valid address") from None
    try:
        check(url)
    except UnansweredError as error:
        raise UnansweredError(f"redirects to what cannot be asked: {error}") from None
    return Address(url.copy_with(fragment=None), location.partition("#")[2])


def check(url: httpx.URL) -> None:
    """Refuse what is no HTTP address, or would be sent to a service of another kind."""
    if url.scheme not in DEFAULT_PORTS:
        raise UnansweredError(f"`{url.scheme}:` addresses are not asked" if url.scheme else "not a valid address")
    if not _HOST.fullmatch(host_of(url)):
        raise UnansweredError("not a valid address: no host" if not url.raw_host else "not a valid host name")
    if url.userinfo:
        raise UnansweredError("not asked: a user name or a password is in it")
    if port_of(url) in REFUSED_PORTS or port_of(url) > 0xFFFF:
        raise UnansweredError(f"not asked: browsers refuse port {port_of(url)}")


def host_of(url: httpx.URL) -> str:
    """The host as it is looked up (IDN in its ASCII form); `url.host` raises for some that are no IDN."""
    return url.raw_host.decode("ascii")


def port_of(url: httpx.URL) -> int:
    """The port, whether it is written or not."""
    return DEFAULT_PORTS[url.scheme] if url.port is None else url.port


def is_excluded(url: str, patterns: Iterable[str]) -> bool:
    """Whether a glob pattern names the address, with its fragment or without."""
    bare = url.partition("#")[0]
    return any(fnmatchcase(url, pattern) or fnmatchcase(bare, pattern) for pattern in patterns)
