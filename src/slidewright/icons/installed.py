"""Icon sets in `node_modules` near a deck: Iconify's JSON, read through the workspace when an icon is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from slidewright.errors import InputError
from slidewright.workspace import Kind, Workspace

MAX_BYTES = 64 << 20
"""A larger file is no icon set; the largest there is has about 30 MB."""
SEVERAL = 4
"""Sets that stay parsed between the builds of one process."""

IconSet = Mapping[str, Any]
"""A set in Iconify's form: `icons` and `aliases` by name, `width` and `height` for those without their own."""


def paths(workspace: Workspace, folder: PurePosixPath, name: str) -> Iterator[PurePosixPath]:
    """Where a set is installed, nearest first: its own package, or the one that holds all sets."""
    for parent in (folder, *folder.parents):
        modules = parent / "node_modules"
        if workspace.kind(modules) is not Kind.FOLDER:
            continue
        for path in (modules / "@iconify-json" / name / "icons.json", modules / "@iconify/json/json" / f"{name}.json"):
            if workspace.exists(path):
                yield path


def read_set(workspace: Workspace, folder: PurePosixPath, name: str) -> IconSet | None:
    """The nearest installed set of that name; None where there is none that can be read."""
    for path in paths(workspace, folder, name):
        try:
            if workspace.size(path) <= MAX_BYTES:
                return _parsed(Content(workspace.read_bytes(path)))
        except InputError:
            continue
    return None


class Content:
    """The bytes of a file, equal where their hash is: what is kept of them need not hold them."""

    def __init__(self, content: bytes) -> None:
        self.digest = hashlib.sha256(content).digest()
        self.bytes = content

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Content) and other.digest == self.digest


@lru_cache(maxsize=SEVERAL)
def _parsed(content: Content) -> IconSet | None:
    import json

    text, content.bytes = content.bytes, b""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and isinstance(found.get("icons"), dict) else None


def names(icons: IconSet) -> frozenset[str]:
    """The icons of a set, aliases included."""
    return frozenset((*icons["icons"], *_aliases(icons)))


def subset(icons: IconSet, prefix: str, wanted: Iterable[str]) -> dict[str, Any]:
    """Of a set no more than the wanted icons and those that they are aliases of."""
    aliases = _aliases(icons)
    made: dict[str, Any] = {"prefix": prefix, "icons": {}, "aliases": {}}
    made |= {side: icons[side] for side in ("width", "height") if isinstance(icons.get(side), (int, float))}
    for name in wanted:
        while name in aliases and name not in made["aliases"] and name not in icons["icons"]:
            made["aliases"][name] = aliases[name]
            name = str(aliases[name].get("parent"))
        if isinstance(icons["icons"].get(name), dict):
            made["icons"][name] = icons["icons"][name]
    return made


def _aliases(icons: IconSet) -> dict[str, Any]:
    found = icons.get("aliases")
    return {name: alias for name, alias in found.items() if isinstance(alias, dict)} if isinstance(found, dict) else {}
