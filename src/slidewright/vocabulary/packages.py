"""Themes and addons that decks name: Slidev's own, and those of its galleries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Sort = Literal["theme", "addon"]

OFFICIAL_THEMES = frozenset("default seriph apple-basic bricks shibainu none".split())
"""Published as `@slidev/theme-NAME`; `none` is no theme at all."""

THEMES = OFFICIAL_THEMES | frozenset(
    """
    academic alchemmist aliyun bricks-dark dracula eloc excalidraw field-manual flayyer frankfurt geist kotlin lilas
    light-icons meetup mokkapps neversink nord penguin purplin scholarly shadcn simtech tahta the-unnamed unicorn
    vuetiful zhozhoba
    """.split()
)

ADDONS = frozenset(
    """
    excalidraw fancy-arrow hls-player naive preload-images python-runner qrcode rabbit stem sync tikzjax tldraw typst
    window-mockup slidev-component-pager slidev-component-poll slidev-component-progress slidev-component-scroll
    slidev-component-spotlight slidev-component-zoom
    """.split()
)

KNOWN: Mapping[Sort, frozenset[str]] = {"theme": THEMES, "addon": ADDONS}


def package_names(name: str, sort: Sort) -> tuple[str, ...]:
    """The packages that a bare name may mean, in Slidev's order (format B.9)."""
    return (f"@slidev/{sort}-{name}", f"slidev-{sort}-{name}", name)


def short_name(name: str, sort: Sort) -> str:
    """A package's name without Slidev's prefixes: `@slidev/theme-seriph` is `seriph`."""
    return name.removeprefix(f"@slidev/{sort}-").removeprefix(f"slidev-{sort}-")


_NAME = re.compile(r"(?:@[a-z0-9~][a-z0-9._~-]*/)?[a-z0-9~][a-z0-9._~-]*")


def is_package_name(name: str) -> bool:
    """May a package of npm be called so?"""
    return len(name) <= 214 and _NAME.fullmatch(name) is not None
