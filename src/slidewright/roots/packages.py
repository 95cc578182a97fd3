"""Themes and addons by name: where in the project they are, and what their `package.json` says (format B.9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from slidewright.errors import InputError
from slidewright.parse.javascript import spread
from slidewright.vocabulary.packages import Sort, package_names
from slidewright.workspace import Kind, Workspace, join


class Package(NamedTuple):
    """A theme or an addon: its name as written, and its folder, None where it is not in the project."""

    name: str
    folder: PurePosixPath | None


def find_package(workspace: Workspace, near: PurePosixPath, name: str, sort: Sort) -> Package:
    """A package by its path from a folder, or as installed under any of the names that Slidev tries."""
    return Package(name, next(_folders(workspace, near, name, sort), None))


def leads_outside(workspace: Workspace, near: PurePosixPath, name: str, sort: Sort) -> bool:
    """Is a package there only as a link, or a path, to what lies outside the workspace?"""
    kinds = [Kind.OUTSIDE if path is None else workspace.kind(path) for path in _places(workspace, near, name, sort)]
    return Kind.OUTSIDE in kinds and Kind.FOLDER not in kinds


def is_path(name: str) -> bool:
    """Does a theme's or an addon's name say where its folder is?"""
    return name.startswith((".", "/", "@/")) or ("/" in name and not name.startswith("@"))


def package_facts(workspace: Workspace, folder: PurePosixPath) -> Mapping[str, Any]:
    """What stands in a folder's `package.json`; nothing where there is none that can be read."""
    path = folder / "package.json"
    if not workspace.exists(path):
        return {}
    import json

    try:
        facts = json.loads(workspace.read_bytes(path))
    except (InputError, ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) else {}


def slidev_facts(workspace: Workspace, folder: PurePosixPath | None) -> Mapping[str, Any]:
    """What a theme or an addon tells Slidev: `slidev` of its `package.json`."""
    return spread(package_facts(workspace, folder).get("slidev")) if folder is not None else {}


def names(written: Any) -> list[str]:
    """The names in a list of addons, whatever else stands there."""
    return [name for name in written if isinstance(name, str) and name] if isinstance(written, list) else []


def _folders(workspace: Workspace, near: PurePosixPath, name: str, sort: Sort) -> Iterator[PurePosixPath]:
    for path in _places(workspace, near, name, sort):
        if path is not None and workspace.kind(path) is Kind.FOLDER:
            yield path


def _places(workspace: Workspace, near: PurePosixPath, name: str, sort: Sort) -> Iterator[PurePosixPath | None]:
    """Where the package may be; None is outside."""
    if is_path(name):
        yield join(near, name.removeprefix("@/"))
        return
    candidates = [name] if name.startswith("@") else package_names(name, sort)
    for folder in _upwards(workspace, near):
        yield from (join(folder / "node_modules", candidate) for candidate in candidates)


def _upwards(workspace: Workspace, near: PurePosixPath) -> Iterator[PurePosixPath]:
    """The folders where Node looks for packages: a link's own, and those of what it leads to."""
    yield from dict.fromkeys(folder for start in (near, workspace.real(near)) for folder in (start, *start.parents))
