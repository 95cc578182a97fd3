"""What a project knows of npm packages: those that are installed, those it lists, and those that are its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from slidewright.check.finding import Finding, at_reference
from slidewright.check.rules.rewriting import path_fix
from slidewright.check.show import Show
from slidewright.errors import InputError
from slidewright.model import Reference, ReferenceKind
from slidewright.resolve.outcomes import Resolved, Unresolvable
from slidewright.vocabulary.packages import KNOWN, Sort, package_names, short_name
from slidewright.workspace import Kind, Workspace

KINDS: dict[Sort, ReferenceKind] = {"theme": ReferenceKind.THEME, "addon": ReferenceKind.ADDON}
FIELDS = ("dependencies", "devDependencies", "peerDependencies", "optionalDependencies")
SKIPPED = frozenset(["node_modules", "dist"])
MAX_FOLDERS = 200
"""Folders looked at for the project's own packages."""


def unknown_packages(show: Show, sort: Sort) -> Iterator[Finding]:
    """Findings for the themes or the addons that nothing would install."""
    for resolved in show.resolutions:
        reference = resolved.reference
        if reference.kind is not KINDS[sort] or not isinstance(resolved.outcome, Unresolvable):
            continue
        if short_name(reference.target, sort) not in KNOWN[sort] and not _is_there(show, reference, sort):
            yield _finding(resolved, sort)


def _finding(resolved: Resolved, sort: Sort) -> Finding:
    reference = resolved.reference
    near = _near(reference.target, sort)
    install = f"list its package in `package.json`, or name a folder: `./{sort}`"
    help = f"did you mean `{near}`?" if near else install
    fix = path_fix(reference, near, is_safe=False) if near else None
    message = f"no {sort} `{reference.target}`: the project neither lists nor contains such a package"
    return at_reference(resolved, message, help, fix=fix)._replace(targets=("dev", "build"))


def _near(name: str, sort: Sort) -> str | None:
    """The known package that a misspelt name most likely means."""
    from difflib import get_close_matches

    short = short_name(name, sort)
    if short.lower() in KNOWN[sort]:
        return name.lower()
    near = get_close_matches(short, sorted(KNOWN[sort] - {"none"}), n=1, cutoff=0.7)
    return name.removesuffix(short) + near[0] if near else None


def _is_there(show: Show, reference: Reference, sort: Sort) -> bool:
    """Is a package installed, listed or the project's own? A project that lists nothing at all tells nothing."""
    names = set(package_names(reference.target, sort))
    workspace, folder = show.workspace, show.deck.folder
    folders = [folder, *folder.parents]
    if any(workspace.kind(place / "node_modules" / name) is Kind.FOLDER for place in folders for name in names):
        return True
    manifests, packages = _manifests(show), listed(show)
    if names & packages or not names.isdisjoint(str(found.get("name")) for found in manifests):
        return True
    if manifests and not packages:
        return _near(reference.target, sort) is None
    return not names.isdisjoint(_own_packages(workspace))


def listed(show: Show) -> frozenset[str]:
    """The packages that the `package.json` files from the deck's folder upward list."""
    return frozenset(name for found in _manifests(show) for field in FIELDS for name in _keys(found.get(field)))


def has_manifest(show: Show) -> bool:
    """Is there a `package.json` that can be read in the deck's folder or above?"""
    return bool(_manifests(show))


def _manifests(show: Show) -> list[dict[str, Any]]:
    folders = (show.deck.folder, *show.deck.folder.parents)
    return [found for place in folders if (found := manifest(show.workspace, place)) is not None]


def _keys(value: object) -> Iterator[str]:
    yield from value if isinstance(value, dict) else ()


def manifest(workspace: Workspace, folder: PurePosixPath) -> dict[str, Any] | None:
    """The `package.json` of a folder; None where there is none that can be read."""
    import json

    path = folder / "package.json"
    if not workspace.exists(path):
        return None
    try:
        content = json.loads(workspace.read(path).text)
    except (InputError, ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def _own_packages(workspace: Workspace) -> Iterator[str]:
    """Names of the packages that a project of several consists of."""
    folders = [PurePosixPath()]
    for _ in range(MAX_FOLDERS):
        if not folders:
            return
        folder = folders.pop(0)
        name = (manifest(workspace, folder) or {}).get("name")
        if isinstance(name, str):
            yield name
        for child in sorted(workspace.names(folder)):
            is_open = child not in SKIPPED and not child.startswith(".") and len(folder.parts) < 3
            if is_open and workspace.kind(folder / child) is Kind.FOLDER:
                folders.append(folder / child)
