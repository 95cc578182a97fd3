"""The page's head: title, language, attributes, description and what search engines and messengers read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_INSIDE = "data: blob:"
# Of a page that is opened from a disk, `'self'` means nothing to some browsers.
_BESIDE = "'self' file: data: blob:"
_ATTRIBUTE_NAME = re.compile(r"[^\s\"'<>/=\x00-\x1f]+")

# Slidev's `seoMeta` keys, and what they are called in the page.
_SEO = {
    "ogTitle": "og:title",
    "ogDescription": "og:description",
    "ogImage": "og:image",
    "ogUrl": "og:url",
    "twitterCard": "twitter:card",
    "twitterSite": "twitter:site",
    "twitterTitle": "twitter:title",
    "twitterDescription": "twitter:description",
    "twitterImage": "twitter:image",
    "twitterUrl": "twitter:url",
}


@dataclass(frozen=True, slots=True)
class Head:
    """What the page's template says before any script: plain texts, not yet escaped."""

    title: str
    attributes: Mapping[str, str]
    meta: Mapping[str, str]
    properties: Mapping[str, str]


def policy(files_beside: bool) -> str:
    """The content security policy: nothing may leave the file, but for pictures, media and fonts that stand beside it.

    Frames show only what is in the page: a page beside it would have no policy.
    """
    shown = _BESIDE if files_beside else _INSIDE
    return (
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
        f"img-src {shown}; media-src {shown}; font-src {shown}; frame-src {_INSIDE}; object-src {_INSIDE}; "
        f"connect-src {_INSIDE}; base-uri 'none'; form-action 'none'"
    )


def slides_title(config: Mapping[str, Any], plain: Callable[[str], str]) -> str:
    """The window's title: `titleTemplate` with `%s` replaced by the deck's title, its Markdown made `plain`."""
    title = plain(str(config.get("title") or ""))
    full = str(config.get("titleTemplate") or "%s").replace("%s", title, 1)
    return "Slidev" if full == "Slidev - Slidev" else full


def head(config: Mapping[str, Any], title: str) -> Head:
    """The head of a deck's page, of Slidev's resolved configuration."""
    seo = config.get("seoMeta")
    seo = dict(seo) if isinstance(seo, dict) else {}
    seo.setdefault("ogTitle", title)
    if description := _text(config.get("info")):
        seo.setdefault("ogDescription", description)
    return Head(title, dict(_attributes(config)), dict(_meta(config)), dict(_properties(seo)))


def _attributes(config: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "lang", _text(config.get("lang")) or "en"
    given = config.get("htmlAttrs")
    for name, value in (given if isinstance(given, dict) else {}).items():
        if _ATTRIBUTE_NAME.fullmatch(name) and value is not None:
            yield name, str(value)


def _meta(config: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    keywords = config.get("keywords")
    texts = {
        "description": config.get("info"),
        "author": config.get("author"),
        "keywords": ", ".join(map(str, keywords)) if isinstance(keywords, list) else keywords,
    }
    for name, value in texts.items():
        if text := _text(value):
            yield name, text


def _properties(seo: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, name in _SEO.items():
        if text := _text(seo.get(key)):
            yield name, text


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
