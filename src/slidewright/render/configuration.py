"""Slidev's configuration as the standalone page's client reads it: `#slidev/configs` and the feature flags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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


def features(config: Mapping[str, Any]) -> dict[str, bool]:
    """The parts of the client that are switched on, as in a build by Slidev."""
    written = config.get("drawings")
    drawings = written if isinstance(written, Mapping) else {}
    return {
        "drawings": _in_build(drawings.get("enabled", True)),
        "drawingsPersist": bool(drawings.get("persist")),
        "presenter": _in_build(config.get("presenter", True)),
        "wakeLock": _in_build(config.get("wakeLock", True)),
        "browserExporter": _in_build(config.get("browserExporter", "dev")),
        "print": config.get("download") in (True, "true", "auto"),
    }


def _in_build(value: object) -> bool:
    return value is True or value == "build"
