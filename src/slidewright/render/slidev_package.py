"""The `package.json` of a Slidev project: exact versions, and the overrides without which they do not build."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from slidewright.errors import InputError
from slidewright.model import Deck
from slidewright.workspace import Workspace

SLIDEV = "53.0.0"
NODE = "22.12.0"

OFFICIAL_THEMES: Mapping[str, str] = {
    "default": "0.25.0",
    "seriph": "0.25.0",
    "apple-basic": "latest",
    "bricks": "latest",
    "shibainu": "latest",
}

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


def package_json(deck: Deck, workspace: Workspace) -> str:
    """The text of `package.json`; the dependencies of the deck's own are kept, ours win."""
    own = _own_package(deck, workspace)
    package: dict[str, Any] = {
        "name": _name(deck),
        "private": True,
        "type": "module",
        "engines": {"node": f">={NODE}"},
        "scripts": {"dev": "slidev --open", "build": "slidev build", "export": "slidev export"},
        "dependencies": dict(sorted({**_dependencies(own), **_needed(deck)}.items())),
        "overrides": dict(OVERRIDES),
    }
    if isinstance(own.get("slidev"), dict):
        package["slidev"] = own["slidev"]
    return json.dumps(package, indent=2, ensure_ascii=False)


def _own_package(deck: Deck, workspace: Workspace) -> dict[str, Any]:
    try:
        package = json.loads(workspace.read(deck.folder / "package.json").text)
    except (InputError, ValueError):
        return {}
    return package if isinstance(package, dict) else {}


def _dependencies(package: Mapping[str, Any]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for key in ("devDependencies", "dependencies"):
        listed = package.get(key)
        if isinstance(listed, dict):
            kept |= {str(name): str(version) for name, version in listed.items()}
    return kept


def _needed(deck: Deck) -> dict[str, str]:
    """Slidev itself, the theme, and what `<<<`-free decks need besides: nothing."""
    needed = {"@slidev/cli": SLIDEV}
    theme = deck.config["theme"]
    if isinstance(theme, str) and theme in OFFICIAL_THEMES:
        needed[f"@slidev/theme-{theme}"] = OFFICIAL_THEMES[theme]
    elif isinstance(theme, str) and _is_package(theme):
        needed[theme if "slidev-theme-" in theme or theme.startswith("@") else f"slidev-theme-{theme}"] = "latest"
    addons = deck.config["addons"]
    for addon in addons if isinstance(addons, list) else []:
        if isinstance(addon, str) and _is_package(addon):
            needed.setdefault(addon if addon.startswith("@") or "addon" in addon else f"slidev-addon-{addon}", "latest")
    return needed


def _is_package(name: str) -> bool:
    return bool(name) and name != "none" and not name.startswith((".", "/")) and ("/" not in name or name[0] == "@")


def _name(deck: Deck) -> str:
    """A legal package name from the deck's folder or file."""
    words = deck.folder.name or deck.entry.stem
    return "".join(char if char.isascii() and char.isalnum() else "-" for char in words.lower()).strip("-") or "slides"
