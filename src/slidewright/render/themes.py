"""The themes that are bundled with the client, and the theme of a deck (format B.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from slidewright.engine import manifest

_PACKAGE = re.compile(r"(?:@slidev/theme-)?([a-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class Theme:
    """A bundled theme: its `name` ("" for no theme), the layouts it brings and its own configuration."""

    name: str = ""
    layouts: frozenset[str] = frozenset()
    defaults: Mapping[str, Any] = field(default_factory=dict)


NONE = Theme()


def theme_of(config: Mapping[str, Any]) -> Theme | None:
    """The theme that a configuration names, or None where it is not one of those that are bundled."""
    name = config.get("theme")
    if not name or name == "none":
        return NONE
    match = _PACKAGE.fullmatch(name) if isinstance(name, str) else None
    return bundled(match[1]) if match else None


def bundled(name: str) -> Theme | None:
    """A theme of the bundles by its short name."""
    found = manifest()["themes"].get(name)
    return Theme(name, frozenset(found["layouts"]), found["defaults"]) if found else None
