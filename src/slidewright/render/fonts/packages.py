"""Published font packages (`@fontsource/…`, `@fontsource-variable/…`): where they are, and which files they hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.errors import InputError
from slidewright.render.fonts import ranges
from slidewright.resources import bundle_folder
from slidewright.vocabulary.fonts import font_package
from slidewright.workspace import DiskWorkspace, Kind, Workspace, join

REGULAR = 400

_FACE = re.compile(r"@font-face\s*\{([^}]*)\}")
_FILE = re.compile(r"""url\(\s*["']?(\./[^"')\s]+\.woff2)["']?\s*\)""")
_WEIGHT = re.compile(r"font-weight:\s*(\d{1,4}(?:\s+\d{1,4})?)\s*;")
_RANGE = re.compile(r"unicode-range:\s*([^;}]*)")
_SHEET = re.compile(r"(\d{3})\.css")
_SCOPES = ("@fontsource", "@fontsource-variable")
# A variable package's sheet with the axis of weights alone; without that axis there is only the index.
_VARIABLE = {"normal": ("wght.css", "index.css"), "italic": ("wght-italic.css", "index-italic.css")}


class FontPackage(NamedTuple):
    """A package's folder in a workspace: the project's own, or the one of what is bundled."""

    workspace: Workspace
    folder: PurePosixPath


class FontFile(NamedTuple):
    """One file of a family: `weight` as CSS has it (`400`, or `200 900` of a variable font)."""

    workspace: Workspace
    path: PurePosixPath
    style: str
    weight: str
    ranges: ranges.Ranges


def find(family: str, workspace: Workspace, folder: PurePosixPath) -> FontPackage | None:
    """The package of a family: in `node_modules` near the deck's `folder`, else among those that are bundled."""
    name = font_package(family)
    if name is None:
        return None
    installed = (top / "node_modules" / scope for top in (folder, *folder.parents) for scope in _SCOPES)
    places = [*((workspace, place) for place in installed), (_bundled(), PurePosixPath(_SCOPES[0]))]
    found = (FontPackage(files, place / name) for files, place in places)
    return next((package for package in found if package.workspace.kind(package.folder) is Kind.FOLDER), None)


def font_files(package: FontPackage, weights: Sequence[int], italic: bool) -> list[FontFile]:
    """The files of a family in the weights that it has of those wanted, or in the one nearest to regular."""
    has_both = ("normal", "italic") if italic else ("normal",)
    return [file for style in has_both for sheet in _sheets(package, weights, style) for file in _files(*sheet)]


def left_out(package: FontPackage, weights: Sequence[int]) -> list[int]:
    """The weights among those wanted that the family is published in, but not in this copy of its package."""
    names = package.workspace.names(package.folder)
    try:
        published = json.loads(package.workspace.read_bytes(package.folder / "metadata.json"))["weights"]
        return [weight for weight in weights if weight in published and not names & {f"{weight}.css", "index.css"}]
    except (InputError, ValueError, KeyError, TypeError, RecursionError):
        return []


def _sheets(package: FontPackage, weights: Sequence[int], style: str) -> Iterator[tuple[FontPackage, str, str]]:
    """The style sheets of a package to read."""
    names = package.workspace.names(package.folder)
    ending = "" if style == "normal" else f"-{style}"
    present = {int(match[1]) for name in names if (match := _SHEET.fullmatch(name.replace(f"{ending}.css", ".css")))}
    available = {weight for weight in present if f"{weight}{ending}.css" in names}
    if available:
        nearest = min(available, key=lambda weight: (abs(weight - REGULAR), weight))
        for weight in sorted(available.intersection(weights)) or [nearest]:
            yield package, f"{weight}{ending}.css", style
    elif variable := next((name for name in _VARIABLE[style] if name in names), None):
        yield package, variable, style


def _files(package: FontPackage, sheet: str, style: str) -> Iterator[FontFile]:
    """What a package's style sheet declares and the package holds."""
    workspace, folder = package
    try:
        css = workspace.read(folder / sheet).text
    except InputError:
        return
    for match in _FACE.finditer(css):
        file, weight, span = _FILE.search(match[1]), _WEIGHT.search(match[1]), _RANGE.search(match[1])
        path = join(folder, file[1]) if file else None
        if path is not None and path.is_relative_to(folder) and workspace.exists(path):
            covers = ranges.read(span[1]) if span else ranges.EVERYTHING
            yield FontFile(workspace, path, style, weight[1] if weight else str(REGULAR), covers)


@cache
def _bundled() -> Workspace:
    return DiskWorkspace(bundle_folder() / "fonts")
