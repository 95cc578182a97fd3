"""The `package.json` of a Slidev project: exact versions, and the overrides without which they do not build."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from slidewright.diagnostics import Diagnostic, Severity
from slidewright.errors import InputError
from slidewright.model import Deck
from slidewright.render.slidev_code import CodeNames
from slidewright.text import Location, Source, Span
from slidewright.vocabulary.icons import INSTALLED
from slidewright.workspace import Workspace

SLIDEV = "53.0.0"
NODE = "22.12.0"

OFFICIAL: Mapping[str, str] = {
    "@slidev/theme-default": "0.25.0",
    "@slidev/theme-seriph": "0.25.0",
    "@slidev/theme-apple-basic": "0.25.1",
    "@slidev/theme-bricks": "0.25.0",
    "@slidev/theme-shibainu": "0.25.0",
}

PLAYWRIGHT = "1.63.0"
"""The browser driver with which Slidev's build makes a PDF to download, or a picture of the first slide."""

UNOCSS = "66.10.5"
PINNED = (
    "unocss",
    "@unocss/cli",
    "@unocss/config",
    "@unocss/core",
    "@unocss/extractor-mdc",
    "@unocss/preset-mini",
    "@unocss/reset",
    "@unocss/rollup",
    "@unocss/vite",
)
OVERRIDES: Mapping[str, str] = {**dict.fromkeys(PINNED, UNOCSS), "magic-string@^1": "1.4.1"}
"""UnoCSS 66.12 asks for packages that were never published; magic-string 1.4.5 scrambles its style sheets."""

ANY = "latest"
"""For packages that nobody has named a version of."""

_NAME = re.compile(r"(?:@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*\Z")
_ELSEWHERE = re.compile(r"(?:workspace|file|link|portal|catalog):|\.{0,2}/")


@dataclass(frozen=True, slots=True)
class Package:
    """A project's `package.json`, and the dependencies of the deck's own that it cannot keep."""

    text: str
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Own:
    """A `package.json` of the user's: its text and what it says."""

    source: Source
    values: Mapping[str, Any]

    def dependencies(self) -> dict[str, str]:
        lists = [self.values.get(key) for key in ("devDependencies", "dependencies")]
        return {str(name): str(version) for part in lists if isinstance(part, dict) for name, version in part.items()}


def package(deck: Deck, workspace: Workspace, names: CodeNames, local: Iterable[PurePosixPath]) -> Package:
    """The package of a deck's project. `names` are those of its code, `local` the folders of its themes and addons.

    The dependencies of the `package.json` beside the deck are kept, of one further up those that the deck names. What
    Slidev itself needs wins.
    """
    beside = _read(workspace, deck.folder)
    above = None if beside else _above(workspace, deck.folder)
    own = beside.dependencies() if beside else _named(above, names) if above else {}
    for folder in local:
        theme = _read(workspace, folder)
        own = {**(theme.dependencies() if theme else {}), **own}
    kept = {name: version for name, version in own.items() if not _ELSEWHERE.match(version)}
    values: dict[str, Any] = {
        "name": _name(deck),
        "private": True,
        "type": "module",
        "engines": {"node": f">={NODE}"},
        "scripts": {"dev": "slidev --open", "build": "slidev build", "export": "slidev export"},
        "dependencies": dict(sorted({**kept, **_needed(deck, names, kept), **_pinned(kept)}.items())),
        "overrides": dict(OVERRIDES),
    }
    if beside and isinstance(beside.values.get("slidev"), dict):
        values["slidev"] = beside.values["slidev"]
    left_out = _left_out(beside or above, own)
    return Package(json.dumps(values, indent=2, ensure_ascii=False), tuple(left_out))


def _read(workspace: Workspace, folder: PurePosixPath) -> _Own | None:
    try:
        source = workspace.read(folder / "package.json")
        values = json.loads(source.text)
    except (InputError, ValueError, RecursionError):
        return None
    return _Own(source, values) if isinstance(values, dict) else None


def _above(workspace: Workspace, folder: PurePosixPath) -> _Own | None:
    return next((own for parent in folder.parents if (own := _read(workspace, parent))), None)


def _named(own: _Own, names: CodeNames) -> dict[str, str]:
    """Of the dependencies of a whole repository those that a deck has to do with."""
    return {
        name: version
        for name, version in own.dependencies().items()
        if name in names.packages or "slidev" in name or name.startswith("@iconify-json/")
    }


def _needed(deck: Deck, names: CodeNames, own: Mapping[str, str]) -> dict[str, str]:
    """Slidev itself, the theme, the addons, and the icon sets that are drawn from."""
    needed = {"@slidev/cli": SLIDEV}
    themes, addons = [deck.config["theme"]], deck.config["addons"]
    for kind, written in [("theme", themes), ("addon", addons if isinstance(addons, list) else [])]:
        for name in written:
            package = _package(kind, name, own) if isinstance(name, str) else None
            if package is not None:
                needed[package] = OFFICIAL.get(package, own.get(package, ANY))
    if deck.config["download"] in (True, "true", "auto") or _preview(deck) == "auto":
        needed["playwright-chromium"] = own.get("playwright-chromium", PLAYWRIGHT)
    for icons in names.icon_sets - INSTALLED:
        needed[f"@iconify-json/{icons}"] = own.get(f"@iconify-json/{icons}", "^1.0.0")
    return needed


def _preview(deck: Deck) -> Any:
    """The picture that other sites show of the deck."""
    meta = deck.config["seoMeta"]
    return meta.get("ogImage") if isinstance(meta, dict) else None


def _package(kind: str, name: str, own: Mapping[str, str]) -> str | None:
    """The package of a theme or an addon, looked for as Slidev does (format B.9); None for a folder or none."""
    if name == "none" or not _NAME.match(name):
        return None
    tried = (f"@slidev/{kind}-{name}", f"slidev-{kind}-{name}", name)
    known = next((package for package in tried if package in own or package in OFFICIAL), None)
    if known or name.startswith("@"):
        return known or name
    return name if kind in name else f"slidev-{kind}-{name}"


def _pinned(own: Mapping[str, str]) -> dict[str, str]:
    """npm refuses an override of a package that the project itself wants in another version."""
    pinned = {name: OVERRIDES[name] for name in PINNED if name in own}
    if re.match(r"[\^~]?1\b", own.get("magic-string", "")):
        pinned["magic-string"] = OVERRIDES["magic-string@^1"]
    return pinned


def _left_out(own: _Own | None, dependencies: Mapping[str, str]) -> Iterator[Diagnostic]:
    for name, version in dependencies.items():
        at = own.source.text.find(f'"{name}"') if own else -1
        if own and at >= 0 and _ELSEWHERE.match(version):
            message = f"`{version}` is no version outside this repository: the project goes without `{name}`"
            location = Location(own.source, Span(at, at + len(name) + 2))
            yield Diagnostic("outside-deck", Severity.WARNING, message, location)


def _name(deck: Deck) -> str:
    """A legal package name from the deck's folder or file."""
    words = deck.folder.name or deck.entry.stem
    name = "".join(char if char.isascii() and char.isalnum() else "-" for char in words.lower()).strip("-")
    return name[:100] or "slides"
