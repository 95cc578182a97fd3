"""Services that are gone: hosts that decks still name and that answer no more, with what is known of their end."""

from __future__ import annotations

from collections.abc import Mapping

GONE: Mapping[str, str] = {
    "source.unsplash.com": "Unsplash shut its random-image service down in 2024",
    "unsplash.it": "the service became picsum.photos",
    "lorempixel.com": "the placeholder service closed",
    "placeimg.com": "the placeholder service closed in 2023",
    "rawgit.com": "RawGit was shut down in 2018 and 2019",
    "cdn.rawgit.com": "RawGit was shut down in 2018 and 2019",
    "goo.gl": "Google's link shortener stopped in 2025",
    "gfycat.com": "Gfycat was shut down in 2023",
    "thumbs.gfycat.com": "Gfycat was shut down in 2023",
    "giant.gfycat.com": "Gfycat was shut down in 2023",
    "plus.google.com": "Google+ was shut down in 2019",
    "code.google.com": "Google Code was shut down in 2016",
    "polyfill.io": "the domain was sold and has served malware since 2024",
    "cdn.polyfill.io": "the domain was sold and has served malware since 2024",
}


def gone(host: str) -> str | None:
    """What became of a host, or None while it is not known to be gone."""
    return GONE.get(host.removeprefix("www."))
