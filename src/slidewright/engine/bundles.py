"""What the build hook has bundled: where it is, which version, what it holds."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, TypedDict

from slidewright.engine.errors import EngineError
from slidewright.resources import bundle_folder

MISSING = "the JavaScript bundles are missing: `pip install -e .` in the checkout makes them (needs network once)"


class Manifest(TypedDict):
    """`manifest.json` of the bundles: names only, all from the published packages."""

    versions: dict[str, str]
    virtual: dict[str, list[str]]
    features: list[str]
    layouts: list[str]
    components: list[str]
    modules: list[str]
    sheets: list[str]
    unoPackages: list[str]
    themes: dict[str, dict[str, Any]]
    languages: list[str]
    aliases: dict[str, str]
    icons: list[str]
    titleIcons: dict[str, str]


def _read(name: str) -> str:
    try:
        return (bundle_folder() / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise EngineError(MISSING) from None


@cache
def stamp() -> str:
    """Hash of everything that the bundles are made from; raises EngineError where there are none."""
    return _read("stamp")


@cache
def manifest() -> Manifest:
    """What the bundles hold; raises EngineError where there are none."""
    found: Manifest = json.loads(_read("manifest.json"))
    return found


def server_script() -> Path:
    """The script of the engine's process."""
    return bundle_folder() / "engine" / "server.mjs"
