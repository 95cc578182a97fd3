"""The path that a deck is put on: what the settings say, else what the project's own build does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from slidewright.check.rules.packages import manifest
from slidewright.check.show import Show
from slidewright.errors import InputError
from slidewright.workspace import Workspace

BUILD = re.compile(r"(?:slidev(?:@[\w.]+)?|npm run|(?:pnpm|yarn|bun)(?: run)?) build\b([^\n&|;]{0,300})")
"""Slidev's own command, and the script of a package that calls it."""
BASE = re.compile(r"--base(?:=|\s+)\\?[\"']?([^\s\"'\\]+)")
UNKNOWN = "/…/"
"""A base that only the build itself knows."""
WORKFLOWS = PurePosixPath(".github/workflows")


def base_of(show: Show) -> str:
    """The base of a deck; `/` where none is set, `UNKNOWN` where a build computes it."""
    if show.settings.base != "/":
        return show.settings.base
    return next((base for text in _builds(show) for base in _bases(text)), "/")


def _bases(text: str) -> Iterator[str]:
    for command in BUILD.findall(text) if "slidev" in text else ():
        match = BASE.search(command)
        if match and match[1] != "/":
            yield match[1] if "$" not in match[1] else UNKNOWN


def _builds(show: Show) -> Iterator[str]:
    """What builds the deck: the scripts of the nearest `package.json`, and the workflows of the project."""
    folder = show.deck.folder
    found = next(filter(None, (manifest(show.workspace, place) for place in (folder, *folder.parents))), {})
    scripts = found.get("scripts")
    own = [str(script) for script in scripts.values()] if isinstance(scripts, dict) else []
    yield from own
    called = "slidev" if any("slidev build" in script for script in own) else ""
    for name in sorted(show.workspace.names(WORKFLOWS)):
        if name.endswith((".yml", ".yaml")):
            yield f"{called}\n{_text(show.workspace, WORKFLOWS / name)}"


def _text(workspace: Workspace, path: PurePosixPath) -> str:
    try:
        return workspace.read(path).text
    except InputError:
        return ""
