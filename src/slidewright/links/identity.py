"""What a host is told of who asks: headers and tokens from the settings, to that host only."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from ipaddress import ip_address

import httpx

from slidewright.links.addresses import host_of
from slidewright.links.failures import UnansweredError
from slidewright.settings import HostSettings

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t\x20-\x7e]*")


def own_headers(url: httpx.URL, host: HostSettings | None) -> Mapping[str, str]:
    """The headers that the settings give a host; raises UnansweredError, without their values, where HTTP has none.

    A token travels over TLS only, or not outside this machine.
    """
    if host is None:
        return {}
    headers = dict(host.headers)
    token = os.environ.get(host.token_variable, "").strip() if host.token_variable else ""
    if token and (url.scheme == "https" or _is_this_machine(host_of(url))):
        headers["Authorization"] = f"Bearer {token}"
    for name, value in headers.items():
        if not (_NAME.fullmatch(name) and _VALUE.fullmatch(value)):
            raise UnansweredError(f"not asked: HTTP does not allow the characters of the header `{name}` set for it")
    return headers


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
