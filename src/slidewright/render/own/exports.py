"""The maps `exports`, `imports` and `browser` of a `package.json`, as Node and bundlers read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

IMPORT = ("browser", "import", "module", "production", "default")
REQUIRE = ("browser", "require", "module", "production", "default")


def entry(exports: Any, subpath: str, conditions: tuple[str, ...]) -> str | None:
    """The file that `exports` gives for a subpath (`.`, `./x`), relative to the package; None for none."""
    if not isinstance(exports, dict) or not any(str(key).startswith(".") for key in exports):
        return _target(exports, "", conditions) if subpath == "." else None
    return mapped(exports, subpath, conditions)


def mapped(table: Mapping[str, Any], name: str, conditions: tuple[str, ...]) -> str | None:
    """The target of a name in `exports` or `imports`: an exact key, else the pattern with the longest beginning."""
    if name in table and "*" not in name:
        return _target(table[name], "", conditions)
    patterns = [key for key in table if isinstance(key, str) and _fits(key, name)]
    for key in sorted(patterns, key=lambda key: (-len(key.partition("*")[0]), -len(key))):
        before, star, after = key.partition("*")
        rest = name[len(before) : len(name) - len(after)] if star else name[len(before) :]
        return _target(table[key], rest, conditions)
    return None


def _fits(key: str, name: str) -> bool:
    before, star, after = key.partition("*")
    if star:
        return name.startswith(before) and name.endswith(after) and len(name) > len(before) + len(after) - 1
    return key.endswith("/") and name.startswith(key)  # folders, which Node has given up and old packages have not


def _target(value: Any, rest: str, conditions: tuple[str, ...], depth: int = 0) -> str | None:
    if isinstance(value, str):
        return value.replace("*", rest) if "*" in value else value + (rest if value.endswith("/") else "")
    if depth > 20:
        return None
    if isinstance(value, dict):
        chosen = [item for key, item in value.items() if key in conditions]
    else:
        chosen = value if isinstance(value, list) else []
    found = (_target(item, rest, conditions, depth + 1) for item in chosen)
    return next((target for target in found if target is not None), None)


def replaced(browser: Any, name: str) -> str | bool | None:
    """What a `browser` map puts in the place of a file (`./x`) or a package: False for nothing, None for itself."""
    if not isinstance(browser, dict):
        return None
    endings = ("", ".js", "/index.js") if name.startswith(".") else ("",)
    spellings = (name, *(name.removesuffix(ending) for ending in endings[1:] if name.endswith(ending)))
    for spelling in (*spellings, *(name + ending for ending in endings[1:])):
        if isinstance(browser.get(spelling), (str, bool)):
            found: str | bool = browser[spelling]
            return found
    return None
