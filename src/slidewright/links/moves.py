"""The last answer of an address → what is said of it, and whether its new place can be written instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import httpx

from slidewright.links.addresses import Address, host_of
from slidewright.links.failures import Doubt, wording
from slidewright.resolve.remote import LinkStatus

PERMANENT = frozenset({301, 308})
GONE = frozenset({404, 410})

# Addresses that are made to redirect: identifiers that outlive places, and short forms chosen for an audience.
KEPT_HOSTS = frozenset(
    (
        "doi.org dx.doi.org hdl.handle.net purl.org purl.archive.org w3id.org n2t.net identifiers.org arxiv.org"
        " bit.ly t.co tinyurl.com goo.gl is.gd ow.ly buff.ly t.ly rebrand.ly aka.ms git.io g.co youtu.be amzn.to fb.me"
        " lnkd.in dub.sh cutt.ly tiny.cc v.gd w.wiki"
    ).split()
)
SOLD_TO = ("hugedomains.com", "sedo.com", "sedoparking.com", "afternic.com", "dan.com", "bodis.com", "parkingcrew.net")
_LOGIN_HOST = re.compile(r"(?:accounts?|login|signin|sso|auth|idp|consent)\.")
_LOGIN_PATH = re.compile(
    r"(?:^|[/_.-])(?:log[-_]?in|sign[-_]?(?:in|up)|sso|saml2?|oauth2?|authorize|consent)(?=$|[/_.?-])", re.I
)
_ERROR_PATH = re.compile(r"/(?:404|410|error|not-?found|page-?not-?found)(?:\.\w+)?/?$", re.I)
_ROOT_PATH = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-z]{2,4})?/?)?(?:(?:index|default|home)(?:\.\w+)?/?)?", re.I)
_LANGUAGE = re.compile(r"/[a-z]{2}(?:[-_][a-z]{2,4})?(?=/|$)", re.I)
_PASSING_KEY = re.compile(r"session|token|sig|signature|expires|sid|ticket|jwt|.*[-_](?:signature|token|expires)", re.I)


class Answer(NamedTuple):
    """What an address without its fragment told; `missing` are the fragments that its page has no place for."""

    status: LinkStatus
    code: int | None = None
    reason: str = ""
    moved_to: Address | None = None
    missing: frozenset[str] = frozenset()
    doubt: Doubt | None = None


class Trip(NamedTuple):
    """From where to where redirects led, and the status of each."""

    start: httpx.URL
    end: Address
    codes: tuple[int, ...]


def judge(trip: Trip, code: int, missing: frozenset[str]) -> Answer:
    """What the last answer means for the address that was asked first."""
    if code >= 400:
        return Answer(LinkStatus.DEAD if code in GONE else LinkStatus.UNREACHABLE, code, wording(code))
    if trip.end.fragment:
        missing = frozenset()  # browsers go to the place that the redirect names
    if not trip.codes or trip.end.url == trip.start:
        return Answer(LinkStatus.ALIVE, code, missing=missing)
    if _is_login(trip.end.url) and not _is_login(trip.start):
        return Answer(LinkStatus.UNREACHABLE, code, "leads to a page to log in at")
    reason = next(_wrong_turns(trip), "")
    if reason or not PERMANENT.issuperset(trip.codes):
        return Answer(LinkStatus.ALIVE, code, reason, missing=missing)
    return Answer(LinkStatus.MOVED, code, "moved permanently", trip.end, missing)


def _is_login(url: httpx.URL) -> bool:
    return bool(_LOGIN_HOST.match(host_of(url)) or _LOGIN_PATH.search(url.path))


def _wrong_turns(trip: Trip) -> Iterator[str]:
    """Why the place where an address leads to should not be written instead of it."""
    start, end = trip.start, trip.end.url
    if host_of(start).removeprefix("www.") in KEPT_HOSTS:
        yield "an address that is made to redirect"
    if host_of(end).endswith(SOLD_TO):
        yield "leads to an offer of the domain for sale"
    if _ERROR_PATH.search(end.path):
        yield "leads to an error page"
    if _ROOT_PATH.fullmatch(end.path) and not _ROOT_PATH.fullmatch(start.path):
        yield "leads to the front page of the site, not to the page itself"
    if start.scheme == "https" and end.scheme == "http":
        yield "leads from https to http"
    if _same_path(_LANGUAGE.sub("", end.path, count=1), start.path) and not _same_path(end.path, start.path):
        yield "leads to the page in one language"
    if any(_PASSING_KEY.fullmatch(key) for key in end.params if key not in start.params):
        yield "leads to an address for this visit only"


def _same_path(one: str, other: str) -> bool:
    return one.rstrip("/") == other.rstrip("/")
