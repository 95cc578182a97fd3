"""Services that are gone: hosts that decks still name and that answer no more, with what is known of their end."""

from __future__ import annotations

import re
from collections.abc import Mapping

GONE: Mapping[str, str] = {
    "source.unsplash.com": "Unsplash shut its random-image service down in 2024",
    "via.placeholder.com": "the domain was sold in 2023 and the name no longer resolves",
    "placehold.it": "the domain was sold in 2023 and serves no pictures",
    "placekitten.com": "the service has not answered since 2024",
    "placeimg.com": "the service closed in 2023",
    "lorempixel.com": "the service closed",
    "logo.clearbit.com": "the logo service closed in December 2025",
    "api.adorable.io": "the avatar service closed in 2020",
    "gfycat.com": "Gfycat closed in 2023",
    "thumbs.gfycat.com": "Gfycat closed in 2023",
    "giant.gfycat.com": "Gfycat closed in 2023",
    "plus.google.com": "Google+ closed in 2019",
    "polyfill.io": "the domain was sold, served malware and was taken down in 2024",
    "cdn.polyfill.io": "the domain was sold, served malware and was taken down in 2024",
}
"""Only what is gone as a whole: of a shortener or an archive that answers for some addresses, nothing can be said."""


def gone(host: str) -> str | None:
    """What became of a host, or None while it is not known to be gone."""
    return GONE.get(host.removeprefix("www."))


LOCAL = re.compile(
    r"localhost|[^.]*|.*\.(?:local|localhost|test|internal|lan|home\.arpa)"
    r"|(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+)+|0\.0\.0\.0|\[?(?:::1|f[cd][0-9a-f:]*|fe80:.*)\]?"
)
"""Hosts of the speaker's own machine or network: no dot, a reserved ending, a private address."""


def is_local(host: str) -> bool:
    """Is a host (in lower case) one that only the speaker's own machine or network knows?"""
    return LOCAL.fullmatch(host) is not None
