"""The themes that the page can wear, and the theme of a deck (format B.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_OFFICIAL = re.compile(r"(?:@slidev/theme-)?(default|seriph)")
_LAYOUTS = frozenset({"cover", "fact", "intro", "quote", "section", "statement"})


@dataclass(frozen=True, slots=True)
class Theme:
    """A bundled theme: its npm `package` ("" for no theme), the layouts it brings, and its own configuration."""

    package: str = ""
    layouts: frozenset[str] = frozenset()
    defaults: Mapping[str, Any] = field(default_factory=dict)


NONE = Theme()
THEMES = {
    "default": Theme(
        "@slidev/theme-default",
        _LAYOUTS,
        {"fonts": {"mono": "Fira Code", "sans": "Avenir Next,Nunito Sans", "local": "Avenir Next"}},
    ),
    "seriph": Theme(
        "@slidev/theme-seriph",
        _LAYOUTS,
        {
            "fonts": {
                "mono": "PT Mono",
                "sans": "PT Serif",
                "serif": "PT Serif",
                "italic": True,
                "weights": "400, 700",
            }
        },
    ),
}


def theme_of(config: Mapping[str, Any]) -> Theme | None:
    """The theme that a configuration names, or None where it is not one of those that are bundled."""
    name = config.get("theme")
    if name is None or name in ("none", ""):
        return NONE
    match = _OFFICIAL.fullmatch(name) if isinstance(name, str) else None
    return THEMES[match[1]] if match else None
