"""The theme of a deck: one of those that are bundled with the client, or what its folder says (format B.2, B.9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from slidewright.engine import manifest
from slidewright.parse.javascript import spread
from slidewright.roots import Package, Roots
from slidewright.roots.packages import is_path, slidev_facts
from slidewright.workspace import Workspace

_PREFIX = "@slidev/theme-"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its `name` if it is a bundled one, the layouts that it then brings, its own configuration.

    `scheme` is the one colour scheme that it is made for, `light` or `dark`.
    """

    name: str = ""
    layouts: frozenset[str] = frozenset()
    defaults: Mapping[str, Any] = field(default_factory=dict)
    scheme: str | None = None


NONE = Theme()


def theme_of(roots: Roots, workspace: Workspace) -> Theme | None:
    """The deck's theme; None where it is neither bundled nor in the project.

    The bundled ones are taken even where they are installed: they fit the client that is bundled with them.
    """
    if roots.theme is None:
        return NONE
    if found := bundled_as(roots.theme):
        return bundled(found)
    if roots.theme.folder is None:
        return None
    facts = slidev_facts(workspace, roots.theme.folder)
    scheme = facts.get("colorSchema")
    one = scheme if scheme in ("light", "dark") else None
    defaults = {**({"colorSchema": one} if one else {}), **spread(facts.get("defaults"))}
    return Theme(defaults=defaults, scheme=one)


def bundled_as(theme: Package) -> str | None:
    """The short name under which a theme is bundled; None for any other."""
    name = theme.name.removeprefix(_PREFIX)
    return name if not is_path(theme.name) and name in manifest()["themes"] else None


def bundled(name: str) -> Theme | None:
    """A theme of the bundles by its short name."""
    found = manifest()["themes"].get(name)
    return Theme(name, frozenset(found["layouts"]), found["defaults"]) if found else None
