"""The page's head: what search engines, messengers and tabs read of a deck."""

from __future__ import annotations

from typing import Any

import pytest

from slidewright.render.head import Head, head

BASE = {"info": False, "lang": None, "author": "", "keywords": None, "htmlAttrs": {}}


def made(title: str = "T", **config: Any) -> Head:
    return head({**BASE, **config}, title)


SEO = {
    "ogTitle": "one",
    "ogDescription": "two",
    "ogImage": "https://example.org/a.png",
    "ogUrl": "https://example.org",
    "twitterCard": "summary",
    "twitterSite": "@site",
    "twitterTitle": "three",
    "twitterDescription": "four",
    "twitterImage": "https://example.org/b.png",
    "twitterUrl": "https://example.org/t",
}


def test_search_engines_and_messengers_read_what_the_deck_says() -> None:
    assert made(seoMeta=SEO).properties == {
        "og:title": "one",
        "og:description": "two",
        "og:image": "https://example.org/a.png",
        "og:url": "https://example.org",
        "twitter:card": "summary",
        "twitter:site": "@site",
        "twitter:title": "three",
        "twitter:description": "four",
        "twitter:image": "https://example.org/b.png",
        "twitter:url": "https://example.org/t",
    }


def test_title_and_description_stand_in_where_the_deck_says_nothing() -> None:
    assert made("A talk - Slidev", info="About").properties == {
        "og:title": "A talk - Slidev",
        "og:description": "About",
    }
    assert made(info="About", author="Me", keywords=["a", "b"]).meta == {
        "description": "About",
        "author": "Me",
        "keywords": "a, b",
    }


@pytest.mark.parametrize("written", [None, 7, "text", [], {"ogTitle": 7, "unknown": "x"}])
def test_settings_of_the_wrong_kind_say_nothing(written: Any) -> None:
    assert "unknown" not in made(seoMeta=written).properties
