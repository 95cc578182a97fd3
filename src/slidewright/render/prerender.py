"""Mermaid diagrams drawn at build, by the page itself in a local browser: pictures for both colour schemes.

A page with all its diagrams drawn needs no library. What the browser drew is kept between builds, by the diagram and
all that it is drawn among: the styles, the setup of the deck, the library.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slidewright.engine.bundles import stamp
from slidewright.engine.cache import ResultCache
from slidewright.engine.folders import cache_folder
from slidewright.render.diagrams import Diagram

_PATIENCE = 60.0  # seconds for one diagram in both schemes
_DRAW = "Promise.all([false, true].map(dark => slidewright.draw({code}, {options}, dark)))"

Pictures = Sequence[tuple[str, Mapping[str, Any]] | None]  # light, dark: key in the page, {svg} or {error}


@dataclass(frozen=True, slots=True)
class Prerendered:
    """What was drawn: `pictures` as the page looks them up, what Mermaid says of those it `rejected`, and why some are
    `left` to the page."""

    pictures: Mapping[str, Mapping[str, Any]]
    rejected: Mapping[Diagram, str]
    left: Mapping[Diagram, str]

    def packed(self) -> str:
        """The pictures as the page reads them."""
        return json.dumps(self.pictures, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def prerender(
    diagrams: Iterable[Diagram], surroundings: Sequence[str], page: Callable[[], str], keep: bool
) -> Prerendered:
    """Draw Mermaid diagrams; `page` makes the text of a page that draws and shows nothing, with `surroundings` in it.

    Raises BrowserError where there is something to draw and no browser for it. `keep` allows the results on disk.
    """
    wanted = {_key(item, surroundings): item for item in diagrams if item.kind == "mermaid"}
    cache = _open_cache(keep)
    found = {key: json.loads(text) for key, text in cache.get_many(list(wanted)).items()} if cache else {}
    missing = {key: item for key, item in wanted.items() if key not in found}
    made, left = _drawn(missing, page) if missing else ({}, {})
    if cache:
        cache.put_many({key: json.dumps(value) for key, value in made.items()})
        cache.close()
    return _sorted_out({wanted[key]: pictures for key, pictures in {**found, **made}.items()}, left)


def _sorted_out(drawn: Mapping[Diagram, Pictures], left: Mapping[Diagram, str]) -> Prerendered:
    pictures = {key: value for both in drawn.values() for key, value in filter(None, both)}
    rejected = {
        item: str(value["error"]["message"])
        for item, both in drawn.items()
        for _, value in filter(None, both)
        if "error" in value
    }
    return Prerendered(pictures, rejected, left)


def _drawn(
    missing: Mapping[bytes, Diagram], page: Callable[[], str]
) -> tuple[dict[bytes, Pictures], dict[Diagram, str]]:
    from slidewright.browser import PageError, open_browser

    made: dict[bytes, Pictures] = {}
    left: dict[Diagram, str] = {}
    with open_browser() as browser:
        tab = browser.tab()
        tab.show(page())
        for key, item in missing.items():
            call = _DRAW.format(code=json.dumps(item.source), options=item.options or "{}")
            try:
                made[key] = tab.evaluate(call, _PATIENCE)
            except PageError as error:  # options that only the slide knows, such as `$frontmatter.theme`
                left[item] = str(error)
    return made, left


def _key(item: Diagram, surroundings: Sequence[str]) -> bytes:
    text = json.dumps([stamp(), item.source, item.options, *surroundings])
    return hashlib.sha256(text.encode("ascii")).digest()


def _open_cache(keep: bool) -> ResultCache | None:
    folder = cache_folder() if keep else None
    return ResultCache(folder / "diagrams.sqlite3") if folder else None
