"""Which configuration file is a deck's: the nearest one upward."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

OWN = "slidewright.toml"
SHARED = "pyproject.toml"
SECTION = ("tool", "slidewright")
"""Our table in the shared file."""


def find(start: Path) -> Path | None:
    """The configuration file for a deck or a folder: of the nearest folder upward that has one, or None.

    In one folder `slidewright.toml` goes before `pyproject.toml`, which counts only with our table in it.
    """
    place = Path(os.path.abspath(start))  # noqa: PTH100 (a deck that is a link is configured where it is named)
    for folder in (place, *place.parents) if _is(place.is_dir) else place.parents:
        own, shared = folder / OWN, folder / SHARED
        if _is(own.is_file):
            return own
        if _is(shared.is_file) and has_section(shared):
            return shared
    return None


def has_section(path: Path) -> bool:
    """Is our table in a shared file? Not in one that cannot be read."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    if b"slidewright" not in content:
        return False
    from slidewright.configuration.places import places

    return SECTION in places(content.decode("utf-8-sig", "replace"))


def _is(question: Callable[[], bool]) -> bool:
    """Its answer; no, where the folder may not be looked into."""
    try:
        return question()
    except (OSError, ValueError):
        return False
