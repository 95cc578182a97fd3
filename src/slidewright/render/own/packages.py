"""npm packages as they are installed: `node_modules` near the importing file, never outside the project."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from slidewright.errors import InputError
from slidewright.render.own.exports import IMPORT, REQUIRE, entry, mapped, replaced
from slidewright.workspace import Kind, Workspace, join

_NAME = re.compile(r"(@[^/@\s]+/[^/\s]+|[^./@\s][^/\s]*)(?:/(.*))?", re.DOTALL)
_ECMA = re.compile(r"(?:^|[\n;}])[^\S\n]*(?:import\s*[\w$\"'{*]|export\s*[\w{*])")
MANIFEST_BYTES = 1_000_000
"""A larger `package.json` is none."""


class Package(NamedTuple):
    """An installed package: its folder with links resolved, and what its `package.json` says."""

    folder: PurePosixPath
    facts: dict[str, Any]


def split(specifier: str) -> tuple[str, str]:
    """Name and subpath of a package import: `@a/b/c/d` is `@a/b` and `c/d`; two empty texts where it is none."""
    match = _NAME.fullmatch(specifier)
    return (match[1], match[2] or "") if match else ("", "")


class Packages:
    """Looks packages up in a workspace; each folder is read once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.facts = lru_cache(maxsize=None)(self._read)
        self._installed = lru_cache(maxsize=None)(self._look)

    def find(self, name: str, importer: PurePosixPath) -> Package | None:
        """The package of that name that a file sees: in the nearest `node_modules` upward."""
        for parent in importer.parents:
            if parent.name != "node_modules" and (found := self._installed(parent / "node_modules" / name)):
                return found
        return None

    def around(self, path: PurePosixPath) -> Package | None:
        """The package that a file belongs to; None for the deck's own."""
        for parent in path.parents:
            if facts := self.facts(parent):
                return Package(parent, facts)
            if parent.name == "node_modules":
                return None
        return None

    def files(self, package: Package, subpath: str, ecma: bool) -> Iterator[PurePosixPath]:
        """The file that a subpath (empty: the package itself) stands for, as paths to be tried in turn."""
        conditions = IMPORT if ecma else REQUIRE
        if package.facts.get("exports") is not None:
            target = entry(package.facts["exports"], f"./{subpath}" if subpath else ".", conditions)
            yield from self._inside(package.folder, target)
            return
        folder, facts = package.folder, package.facts
        if subpath:
            yield from self._inside(folder, subpath)
            folder, facts = folder / subpath, self.facts(folder / subpath)
        yield from self._main(folder, facts)

    def internal(self, package: Package, name: str, ecma: bool) -> str | None:
        """What `#name` means inside a package."""
        imports = package.facts.get("imports")
        return mapped(imports, name, IMPORT if ecma else REQUIRE) if isinstance(imports, dict) else None

    def in_browser(self, package: Package | None, name: str) -> str | bool | None:
        """What a package puts in the place of one of its files or dependencies for browsers."""
        return replaced(package.facts.get("browser"), name) if package else None

    def _main(self, folder: PurePosixPath, facts: dict[str, Any]) -> Iterator[PurePosixPath]:
        browser = facts.get("browser")
        fields = [facts.get(name) for name in ("module", "jsnext:main", "main")]
        if isinstance(browser, str):
            at = 0 if not isinstance(fields[0], str) or self._is_ecma(join(folder, browser)) else 1
            fields.insert(at, browser)
        for target in (*fields, "index"):
            yield from self._inside(folder, target)

    def _is_ecma(self, path: PurePosixPath | None) -> bool:
        try:
            return path is not None and bool(_ECMA.search(self._workspace.read(path).text))
        except InputError:
            return False

    @staticmethod
    def _inside(folder: PurePosixPath, target: Any) -> Iterator[PurePosixPath]:
        path = join(folder, target) if isinstance(target, str) and target else None
        if path is not None and path.is_relative_to(folder):
            yield path

    def _look(self, folder: PurePosixPath) -> Package | None:
        if self._workspace.kind(folder) is not Kind.FOLDER:
            return None
        real = self._workspace.real(folder)
        return Package(real, self.facts(real))

    def _read(self, folder: PurePosixPath) -> dict[str, Any]:
        path = folder / "package.json"
        try:
            if not self._workspace.exists(path) or self._workspace.size(path) > MANIFEST_BYTES:
                return {}
            facts = json.loads(self._workspace.read_bytes(path))
        except (InputError, ValueError, RecursionError):
            return {}
        return facts if isinstance(facts, dict) else {}
