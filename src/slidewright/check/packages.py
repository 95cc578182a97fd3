"""Themes and addons of a deck, and where their folders are in the project (format B.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from slidewright.check.show import Show
from slidewright.errors import InputError
from slidewright.workspace import Kind, join

THEMED = re.compile(r"\bslidev\b[^&|;]*\s(?:--theme|-t)[\s=]")


class Package(NamedTuple):
    """A theme or an addon: its name as written, and its folder, None where it is not in the project."""

    name: str
    folder: PurePosixPath | None


def theme(show: Show) -> Package | None:
    """The theme that a deck names; None where it wants no theme."""
    name = show.deck.config.get("theme")
    if not isinstance(name, str) or name in ("", "none"):
        return None
    return Package(name, _folder(show, name, "theme"))


def addons(show: Show) -> Iterator[Package]:
    """The addons that the deck, its `package.json` and those addons name, each once."""
    names = [*_names(show.deck.config.get("addons")), *_listed(show, show.deck.folder)]
    seen: set[str] = set()
    while names:
        name = names.pop(0)
        if name in seen:
            continue
        seen.add(name)
        package = Package(name, _folder(show, name, "addon"))
        yield package
        if package.folder is not None and package.folder != show.deck.folder:
            names += _listed(show, package.folder)


def package_facts(show: Show, folder: PurePosixPath) -> Mapping[str, Any]:
    """What stands in a folder's `package.json`; nothing where there is none that can be read."""
    path = folder / "package.json"
    if not show.workspace.exists(path):
        return {}
    import json

    try:
        facts = json.loads(show.workspace.read_bytes(path))
    except (InputError, ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) else {}


def is_themed_by_script(show: Show) -> bool:
    """Does a script of `package.json` start Slidev with another theme than the deck's (`slidev --theme x`)?"""
    scripts = package_facts(show, show.deck.folder).get("scripts")
    commands = scripts.values() if isinstance(scripts, dict) else ()
    return any(isinstance(command, str) and THEMED.search(command) for command in commands)


def _listed(show: Show, folder: PurePosixPath) -> list[str]:
    own = package_facts(show, folder).get("slidev")
    return _names(own.get("addons")) if isinstance(own, dict) else []


def _names(written: Any) -> list[str]:
    return [name for name in written if isinstance(name, str) and name] if isinstance(written, list) else []


def _folder(show: Show, name: str, kind: str) -> PurePosixPath | None:
    """A folder by its path from the entry's, or an installed package by any of the names that Slidev tries."""
    if name.startswith((".", "/", "@/")) or ("/" in name and not name.startswith("@")):
        return _existing(show, join(show.deck.folder, name.removeprefix("@/")))
    names = [name] if name.startswith("@") else [f"@slidev/{kind}-{name}", f"slidev-{kind}-{name}", name]
    for parent in (show.deck.folder, *show.deck.folder.parents):
        for candidate in names:
            found = _existing(show, join(parent / "node_modules", candidate))
            if found is not None:
                return found
    return None


def _existing(show: Show, path: PurePosixPath | None) -> PurePosixPath | None:
    return path if path is not None and show.workspace.kind(path) is Kind.FOLDER else None
