"""Pictures of the network: `slidewright build --external` takes them into the page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping

import httpx

from slidewright.links.addresses import is_excluded, parse
from slidewright.links.agent import Agent
from slidewright.links.client import Client
from slidewright.links.failures import UnansweredError, wording
from slidewright.links.journey import Journey
from slidewright.links.weather import Weather
from slidewright.parse.svg import without_scripts
from slidewright.resolve.pictures import Picture
from slidewright.settings import ExternalSettings
from slidewright.vocabulary.pictures import Content, content_of

LARGEST = 20_000_000  # bytes of one picture
_HEAD = 4096  # bytes that tell what a file is
_ENDINGS = {
    Content.PNG: "png",
    Content.JPEG: "jpg",
    Content.GIF: "gif",
    Content.WEBP: "webp",
    Content.AVIF: "avif",
    Content.BMP: "bmp",
    Content.ICO: "ico",
    Content.SVG: "svg",
}

Progress = Callable[[int, int], None]


def fetch_pictures(
    urls: Iterable[str], settings: ExternalSettings, progress: Progress | None = None
) -> dict[str, Picture]:
    """What each address of a picture gives, in the order of `urls`; raises nothing but KeyboardInterrupt.

    Each is asked once, with the manners of `ask`: retries, redirects, few requests at once, no private addresses unless
    the settings allow them. `progress` is called with how many are done and how many they are.
    """
    found: dict[str, Picture] = {}
    addresses: dict[str, httpx.URL] = {}
    for url in dict.fromkeys(urls):
        try:
            if is_excluded(url, settings.exclude):
                raise UnansweredError("excluded by the settings")
            addresses[url] = parse(url).url
        except UnansweredError as error:
            found[url] = Picture(reason=str(error))
    asked = asyncio.run(_fetch_all(set(addresses.values()), settings, progress)) if addresses else {}
    return found | {url: asked[address] for url, address in addresses.items()}


async def _fetch_all(
    addresses: set[httpx.URL], settings: ExternalSettings, progress: Progress | None
) -> Mapping[httpx.URL, Picture]:
    pictures: dict[httpx.URL, Picture] = {}

    async def fetch(url: httpx.URL) -> None:
        pictures[url] = await Download(agent, url).picture()
        if progress:
            progress(len(pictures), len(addresses))

    async with Client(settings, Weather(), keep=LARGEST) as client:
        agent = Agent(settings, client)
        async with asyncio.TaskGroup() as tasks:
            for url in sorted(addresses, key=str):
                tasks.create_task(fetch(url))
    return pictures


class Download(Journey):
    """Fetches one picture."""

    def __init__(self, agent: Agent, start: httpx.URL) -> None:
        super().__init__(agent, start, frozenset())
        self._first_method = "GET"

    async def picture(self) -> Picture:
        """The picture at the end of the way, or why there is none; raises nothing."""
        try:
            _, reply = await self._arrive()
        except UnansweredError as error:
            return Picture(reason=str(error))
        return Picture(reason=wording(reply.code)) if reply.code >= 400 else _picture(reply.content)


def _picture(content: bytes) -> Picture:
    """Content as a picture, going by its first bytes: what servers call it is not asked."""
    kind = content_of(content[:_HEAD])
    if kind not in _ENDINGS:
        return Picture(reason=f"not a picture: {kind}")
    if kind is Content.SVG:
        cleaned = without_scripts(content)
        return Picture(cleaned, "svg") if cleaned else Picture(reason="a broken SVG picture")
    return Picture(content, _ENDINGS[kind])
