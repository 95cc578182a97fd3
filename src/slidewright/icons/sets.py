"""Which icons there are for a deck: an installed set's before a bundled one's, as Slidev takes the project's own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from slidewright.icons.bundled import bundled_names
from slidewright.icons.installed import IconSet, names, paths, read_set, subset
from slidewright.icons.likeness import near
from slidewright.vocabulary.icons import BUNDLED, Icon
from slidewright.workspace import Kind, Workspace


class IconSets:
    """The sets for a deck in a folder of a workspace; each is read when an icon of it is asked for, and once."""

    def __init__(self, workspace: Workspace, folder: PurePosixPath) -> None:
        self._workspace, self._folder = workspace, folder
        self._read: dict[str, IconSet | None] = {}
        self._names: dict[str, frozenset[str]] = {}

    @cached_property
    def any_installed(self) -> bool:
        """Is there any package of icons near the deck?"""
        folders = (parent / "node_modules" for parent in (self._folder, *self._folder.parents))
        packages = (folder / name for folder in folders for name in ("@iconify-json", "@iconify"))
        return any(self._workspace.kind(package) is Kind.FOLDER for package in packages)

    def has(self, name: str) -> bool:
        """Is the set bundled or installed? It is not read for that."""
        return name in BUNDLED or (self.any_installed and any(paths(self._workspace, self._folder, name)))

    def is_readable(self, name: str) -> bool:
        """Are there names of a set that is there?"""
        return bool(self._own_names(name) or bundled_names(name))

    def find(self, icon: Icon) -> Icon | None:
        """The icon as its set spells it; None where the set has none of that name, or is not there."""
        for known in (self._own_names(icon.set), bundled_names(icon.set)):
            for name in icon.spellings:
                if name in known:
                    return Icon(icon.set, name)
        return None

    def may_have(self, icon: Icon) -> bool:
        """Is the icon there, or may it be, since nobody has made the bundles of this checkout?"""
        return self.find(icon) is not None or (icon.set in BUNDLED and not bundled_names(icon.set))

    def is_own(self, icon: Icon) -> bool:
        """Is the icon one of an installed set?"""
        return icon.name in self._own_names(icon.set)

    def near(self, icon: Icon) -> tuple[str, ...]:
        """Up to three names of the set that are like the one that it does not have, best first."""
        return near(icon.name, self._own_names(icon.set) | bundled_names(icon.set))

    def collections(self, icons: Iterable[Icon]) -> dict[str, dict[str, Any]]:
        """Those of the icons that are of installed sets, in Iconify's form, by set: what the engine is handed."""
        wanted: dict[str, list[str]] = {}
        for icon in sorted(set(icons)):
            if self.is_own(icon):
                wanted.setdefault(icon.set, []).append(icon.name)
        return {name: subset(self._set(name) or {}, name, found) for name, found in wanted.items()}

    def _set(self, name: str) -> IconSet | None:
        if name not in self._read:
            self._read[name] = read_set(self._workspace, self._folder, name) if self.any_installed else None
        return self._read[name]

    def _own_names(self, name: str) -> frozenset[str]:
        if name not in self._names:
            icons = self._set(name)
            self._names[name] = frozenset() if icons is None else names(icons)
        return self._names[name]
