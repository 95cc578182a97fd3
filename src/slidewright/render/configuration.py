"""Slidev's configuration as the standalone page's client reads it: `#slidev/configs` and the feature flags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

# What the client must believe in one offline file, whatever the deck says.
_STANDALONE = {
    "routerMode": "hash",  # a file has no server that would answer /2
    "remote": False,
    "editor": False,
    "favicon": "",
    "preloadImages": False,  # the pictures are in the page; asking for their paths would leave it
    "monaco": False,
    "pwa": False,
    "record": False,
}


def client_configuration(config: Mapping[str, Any], title: str, info: str | None) -> dict[str, Any]:
    """What `#slidev/configs` exports: `title` for the window, `info` as HTML."""
    result = {**config, **_STANDALONE, "slidesTitle": title}
    result["fonts"] = {**config["fonts"], "webfonts": []}
    if info is not None:
        result["info"] = info
    if not isinstance(config.get("download"), str):
        result["download"] = False
    return result


def features(config: Mapping[str, Any], mode: Literal["build", "dev"] = "build") -> dict[str, bool]:
    """The parts of the client that are switched on, as in a build by Slidev, or as by its dev server.

    But for the exporter, which is Slidev's own build's even where it is asked for by `dev`.
    """
    written = config.get("drawings")
    drawings = written if isinstance(written, Mapping) else {}
    return {
        "drawings": _is_on(drawings.get("enabled", True), mode),
        "drawingsPersist": mode == "build" and bool(drawings.get("persist")),  # else a server keeps them
        "presenter": _is_on(config.get("presenter", True), mode),
        "wakeLock": _is_on(config.get("wakeLock", True), mode),
        "browserExporter": _is_on(config.get("browserExporter", "dev"), "build"),
        "print": mode == "dev" or config.get("download") in (True, "true", "auto"),
    }


def _is_on(value: object, mode: str) -> bool:
    return value is True or value == mode
