"""Slidev's `fonts:` resolved: families with their fallback stacks, and which would be web fonts (format B.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slidewright.parse.javascript import string, trim
from slidewright.vocabulary.configuration import MONO_STACK, SANS_STACK, SERIF_STACK, WEIGHTS

STACKS = {"sans": SANS_STACK, "serif": SERIF_STACK, "mono": MONO_STACK}
GENERIC = frozenset(name for stack in STACKS.values() for name in stack)


def resolve_fonts(fonts: Mapping[str, Any]) -> dict[str, Any]:
    """The resolved `fonts` of a configuration: every list spelled out."""
    fallbacks = fonts.get("fallbacks", True) is not False
    local = names(fonts.get("local"))
    families = {kind: names(fonts.get(kind)) for kind in STACKS}
    if fonts.get("webfonts"):
        webfonts = names(fonts["webfonts"])
    elif fallbacks:
        wanted = [*families["sans"], *families["serif"], *families["mono"], *names(fonts.get("custom"))]
        webfonts = [name for name in dict.fromkeys(wanted) if name not in local]
    else:
        webfonts = []
    return {
        **{kind: _stack(families[kind], stack) if fallbacks else families[kind] for kind, stack in STACKS.items()},
        "webfonts": webfonts,
        "provider": fonts.get("provider", "google"),
        "local": local,
        "italic": fonts.get("italic", False),
        "weights": list(dict.fromkeys(names(fonts.get("weights", WEIGHTS)))),
    }


def names(value: Any) -> list[str]:
    """A comma list or a list of comma lists, as names."""
    items = value if isinstance(value, list) else [] if value is None or value is False else [value]
    parts = (trim(part) for item in items for part in string(item).split(","))
    return list(dict.fromkeys(part for part in parts if part))


def _stack(families: list[str], stack: tuple[str, ...]) -> list[str]:
    quoted = [name if name[0] in "\"'" else f'"{name}"' for name in families]
    return [*quoted, *(name for name in stack if name not in quoted)]
