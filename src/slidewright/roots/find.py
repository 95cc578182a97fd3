"""The roots of a deck, found once for the checker and the renderer alike (format B.9, F.2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from slidewright.model import Deck
from slidewright.parse.javascript import spread
from slidewright.roots.packages import Package, find_package, names, slidev_facts
from slidewright.workspace import Workspace

MOST_ADDONS = 100
"""Addons of addons that are followed."""


class Roots(NamedTuple):
    """Where a deck's parts come from; what stands later wins over what stands earlier.

    `theme` is None where the deck wants none. A package without a folder is not in the project. `deck` is the entry's
    folder.
    """

    theme: Package | None
    addons: tuple[Package, ...]
    deck: PurePosixPath

    @property
    def packages(self) -> tuple[Package, ...]:
        """The theme and the addons, there or not."""
        return self.addons if self.theme is None else (self.theme, *self.addons)

    @property
    def folders(self) -> tuple[PurePosixPath, ...]:
        """The folders that are there, in Slidev's order: theme, addons, deck."""
        found = (package.folder for package in self.packages if package.folder is not None)
        return tuple(dict.fromkeys((*found, self.deck)))


def find_roots(deck: Deck, workspace: Workspace) -> Roots:
    """The roots of a deck; a package that is not in the project has no folder."""
    name = deck.config.get("theme")
    wants = isinstance(name, str) and name not in ("", "none")
    theme = find_package(workspace, deck.folder, str(name), "theme") if wants else None
    defaults = spread(slidev_facts(workspace, theme.folder).get("defaults")) if theme else {}
    named = {**defaults, **spread(deck.headmatter.get("config")), **deck.headmatter}.get("addons")
    return Roots(theme, tuple(_addons(workspace, deck.folder, named)), deck.folder)


def _addons(workspace: Workspace, deck: PurePosixPath, named: Any) -> Iterator[Package]:
    """The addons that the deck, its `package.json` and those addons name, each once."""
    listed = slidev_facts(workspace, deck).get("addons")
    waiting = [(deck, name) for name in [*names(named), *names(listed)]]
    seen: set[PurePosixPath | str] = set()
    while waiting and len(seen) < MOST_ADDONS:
        near, name = waiting.pop(0)
        package = find_package(workspace, near, name, "addon")
        if (identity := package.folder or name) in seen:
            continue
        seen.add(identity)
        yield package
        if package.folder is not None and package.folder != deck:
            waiting += [(package.folder, one) for one in names(slidev_facts(workspace, package.folder).get("addons"))]
