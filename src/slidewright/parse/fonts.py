"""Slidev's `fonts:` resolved: families with their fallback stacks, and which would be web fonts (format B.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from slidewright.parse.javascript import falsy, string, trim
from slidewright.vocabulary.configuration import MONO_STACK, SANS_STACK, SERIF_STACK, WEIGHTS

STACKS = {"sans": SANS_STACK, "serif": SERIF_STACK, "mono": MONO_STACK}
NAMED = (*STACKS, "custom", "local")
"""Keys that take family names; `weights` takes numbers too."""


def resolve_fonts(fonts: Mapping[str, Any]) -> dict[str, Any]:
    """The resolved `fonts` of a configuration: every list spelled out."""
    fallbacks = not falsy(fonts.get("fallbacks", True))
    weights = fonts.get("weights")
    named = {key: names(fonts.get(key)) for key in NAMED}
    families = {key: _stack(named[key], stack) if fallbacks else named[key] for key, stack in STACKS.items()}
    return {
        **families,
        "webfonts": _webfonts(fonts.get("webfonts"), named, fallbacks),
        "provider": fonts.get("provider", "google"),
        "local": named["local"],
        "italic": fonts.get("italic", False),
        "weights": names(WEIGHTS if falsy(weights) else weights),
    }


def font_faults(fonts: Mapping[str, Any]) -> Iterator[str]:
    """What stands where Slidev expects names; it does not start with that, and we read it as text."""
    for key in (*NAMED, "weights"):
        for item in _items(fonts.get(key)):
            if item is None or not (isinstance(item, str) or key == "weights"):
                yield f"`{string(item)}` under `fonts.{key}` is neither a name nor a list of names"


def names(value: Any) -> list[str]:
    """A comma list or a list of comma lists, as names."""
    return [trim(part) for item in _items(value) for part in string(item).split(",")]


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _webfonts(written: Any, named: Mapping[str, list[str]], fallbacks: bool) -> Any:
    if not falsy(written):
        return written
    wanted = [*named["sans"], *named["serif"], *named["mono"], *named["custom"]] if fallbacks else []
    return [name for name in dict.fromkeys(wanted) if name not in named["local"]]


def _stack(families: list[str], stack: tuple[str, ...]) -> list[str]:
    quoted = (name if _is_quoted(name) else f'"{name}"' for name in families)
    return list(dict.fromkeys((*quoted, *stack)))


def _is_quoted(name: str) -> bool:
    return len(name) > 1 and name[0] in "\"'" and name[0] == name[-1]
