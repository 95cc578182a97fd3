"""URLs of decks → what asking them told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import httpx

from slidewright.links import cache as kept
from slidewright.links.addresses import Address, host_of, is_excluded, parse
from slidewright.links.agent import Agent
from slidewright.links.anchors import named
from slidewright.links.client import Client
from slidewright.links.failures import Doubt, UnansweredError
from slidewright.links.journey import Journey
from slidewright.links.moves import Answer
from slidewright.links.weather import Weather
from slidewright.resolve.remote import LinkState, LinkStatus
from slidewright.settings import ExternalSettings

Progress = Callable[[int, int], None]


def ask(
    urls: Iterable[str], settings: ExternalSettings, cache: Path | None, progress: Progress | None = None
) -> dict[str, LinkState]:
    """What each remote address tells, in the order of `urls`; raises nothing but KeyboardInterrupt.

    Addresses that differ in their fragments only are asked once. `cache` is the file (JSON) where answers are kept
    for `settings.cache_age` seconds (None: nowhere). `progress` is called with how many of the addresses that are
    asked now are done, and how many they are.
    """
    written = list(dict.fromkeys(urls))
    states, addresses = _sort_out(written, settings)
    file = cache if settings.cache_age > 0 else None
    keys = {url: _key(address) for url, address in addresses.items() if not _has_own_headers(address, settings)}
    if file is not None:
        states |= kept.recall(file, settings.cache_age, keys)
    asked = _ask_all({url: address for url, address in addresses.items() if url not in states}, settings, progress)
    if file is not None:
        kept.keep(file, ((keys[url], state) for url, state in asked.items() if url in keys))
    states |= asked
    return {url: states[url] for url in written}


def _sort_out(urls: Iterable[str], settings: ExternalSettings) -> tuple[dict[str, LinkState], dict[str, Address]]:
    """The states of the URLs that are not to be asked, and the addresses of the others."""
    states: dict[str, LinkState] = {}
    addresses: dict[str, Address] = {}
    for url in urls:
        try:
            if is_excluded(url, settings.exclude):
                raise UnansweredError("excluded by the settings", LinkStatus.EXCLUDED)
            addresses[url] = parse(url)
        except UnansweredError as error:
            states[url] = LinkState(url, error.status, reason=str(error))
    return states, addresses


def _key(address: Address) -> str:
    return f"{address.url}#{address.fragment}"


def _has_own_headers(address: Address, settings: ExternalSettings) -> bool:
    # What a host tells those it knows may change with the token, so it is not kept.
    return host_of(address.url) in {host.lower() for host in settings.hosts}


def _ask_all(
    addresses: Mapping[str, Address], settings: ExternalSettings, progress: Progress | None
) -> dict[str, LinkState]:
    names: dict[httpx.URL, set[str]] = {}
    for address in addresses.values():
        name = named(address.fragment)
        names.setdefault(address.url, set()).update({name} if name else ())
    answers = asyncio.run(_answers(names, settings, progress)) if names else {}
    return {url: _state(url, address, answers[address.url]) for url, address in addresses.items()}


async def _answers(
    names: Mapping[httpx.URL, set[str]], settings: ExternalSettings, progress: Progress | None
) -> dict[httpx.URL, Answer]:
    weather = Weather()
    answers: dict[httpx.URL, Answer] = {}

    async def ask_one(url: httpx.URL) -> None:
        answers[url] = await Journey(agent, url, frozenset(names[url])).answer()
        if progress:
            progress(len(answers), len(names))

    async with Client(settings, weather) as client:
        agent = Agent(settings, client)
        async with asyncio.TaskGroup() as tasks:
            for url in names:
                tasks.create_task(ask_one(url))
    return {url: _settled(answer, weather) for url, answer in answers.items()}


def _settled(answer: Answer, weather: Weather) -> Answer:
    """The answer in the light of what the other hosts told."""
    if answer.doubt is Doubt.NAMES and not weather.names.works:
        return Answer(LinkStatus.UNREACHABLE, reason="no host name resolves: the network seems to be down")
    if answer.doubt is Doubt.CERTIFICATES and weather.certificates.failed.is_set():
        reason = "no certificate can be verified: something between here and the hosts opens TLS, or roots are missing"
        return Answer(LinkStatus.UNREACHABLE, reason=reason)
    return answer


def _state(url: str, address: Address, answer: Answer) -> LinkState:
    """What the answer means for one URL and its fragment."""
    name = named(address.fragment)
    if name in answer.missing:
        return LinkState(url, LinkStatus.NO_ANCHOR, answer.code, f"the page has no place `#{name}`")
    moved_to = answer.moved_to and _moved(answer.moved_to, address.fragment)
    return LinkState(url, answer.status, answer.code, answer.reason, moved_to)


def _moved(target: Address, fragment: str) -> str:
    fragment = target.fragment or fragment
    return f"{target.url}#{fragment}" if fragment else str(target.url)
