"""One state of the deck on a live page."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from slidewright.model import Deck
from slidewright.render.live.files import LiveFile
from slidewright.text import Location

HARD = ("htmlAttrs", "lang", "routerMode")
"""Keys of the configuration that are settled when a page is loaded; the client reads all others whenever it draws."""


class Fault(NamedTuple):
    """Why the newest text of a slide, or of the deck (`slide` None), is not shown."""

    slide: int | None
    title: str
    message: str
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page has in a slide's place: names of modules, None for a slide that is still to be made.

    `name` is what an author would call the slide: its title, else how its text begins.
    """

    key: str
    row: str
    component: str | None = None
    title: str | None = None
    name: str = ""

    def entry(self) -> dict[str, Any]:
        """The slide as a message tells it."""
        return {"key": self.key, "row": json.loads(self.row), "component": self.component, "title": self.title}


@dataclass(frozen=True)
class LiveDeck:
    """`modules` are the bodies of all modules by name, `common` those of them that belong to no slide.

    `code_state` tells `common` and `roots` from others.

    `glue` is the script between deck and client, `base` tells what only a page that is loaded again can take.
    """

    deck: Deck
    slides: tuple[Shown, ...]
    modules: Mapping[str, str]
    common: Mapping[str, str]
    code_state: str
    styles: tuple[str, ...]
    fonts: str
    files: Mapping[str, LiveFile]
    config: Mapping[str, Any]
    glue: str
    head: Mapping[str, Any]
    end: str
    roots: Mapping[str, Any]
    variables: tuple[str, ...]
    theme: str
    draws_mermaid: bool
    base: str
    faults: tuple[Fault, ...] = ()
    unmade: tuple[int, ...] = ()

    @cached_property
    def sheets(self) -> dict[str, str]:
        """The style sheets in their order, by what tells them apart."""
        return {digest(css): css for css in (self.fonts, *self.styles) if css}


def digest(text: str) -> str:
    """What tells a text from another."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
