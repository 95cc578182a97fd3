"""Headmatter → Slidev's resolved configuration (format B.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from slidewright.parse.fonts import resolve_fonts
from slidewright.parse.javascript import trim
from slidewright.vocabulary.configuration import DEFAULTS, DRAWINGS, NESTED

RATIO = re.compile(r"[:/x|]")


class ConfigurationError(ValueError):
    """A value with which Slidev does not start; `key` is the headmatter key it stands under."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


def resolve_configuration(
    headmatter: Mapping[str, Any], stem: str = "slides", theme: Mapping[str, Any] = MappingProxyType({})
) -> tuple[dict[str, Any], tuple[ConfigurationError, ...]]:
    """The configuration, and the values that stop Slidev (the default stands in for each).

    `stem` is the entry file's name without its ending: persisted drawings are kept under it. `theme` are the theme's
    own defaults, above Slidev's and below the deck's.
    """
    extra = headmatter.get("config")
    layers = [DEFAULTS, theme, extra if isinstance(extra, dict) else {}, headmatter]
    config: dict[str, Any] = {key: value for layer in layers for key, value in layer.items()}
    for key in NESTED:
        config[key] = _merged(layer.get(key) for layer in layers)
    config["fonts"] = resolve_fonts(config["fonts"])
    config["drawings"] = {**DRAWINGS, **config["drawings"]}
    if config["drawings"]["persist"] is True:
        config["drawings"]["persist"] = f".slidev/drawings/{stem}"
    errors = [*_ratio(config), *_highlighter(config)]
    if config["colorSchema"] not in ("light", "dark"):
        config["colorSchema"] = "auto"
    return config, tuple(errors)


def _merged(values: Any) -> dict[str, Any]:
    return {key: value for layer in values if isinstance(layer, Mapping) for key, value in layer.items()}


def _ratio(config: dict[str, Any]) -> list[ConfigurationError]:
    written = config["aspectRatio"]
    ratio = aspect_ratio(written)
    config["aspectRatio"] = DEFAULTS["aspectRatio"] if ratio is None else ratio
    return [] if ratio is not None else [ConfigurationError("aspectRatio", f"`{written}` is no aspect ratio")]


def aspect_ratio(written: Any) -> float | None:
    """Width by height of a number, a numeric string, or two numbers around `:`, `/`, `x` or `|`."""
    if isinstance(written, (int, float)) and not isinstance(written, bool):
        return written
    parts = [_number(part) for part in RATIO.split(written)] if isinstance(written, str) else []
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 2 and parts[0] is not None and parts[1]:
        return parts[0] / parts[1]
    return None


def _number(text: str) -> float | None:
    try:
        number = float(trim(text))
    except ValueError:
        return None
    return int(number) if number.is_integer() else number


def _highlighter(config: dict[str, Any]) -> list[ConfigurationError]:
    written = config["highlighter"]
    if written == "shikiji":
        config["highlighter"] = "shiki"
    if written == "prism":
        config["highlighter"] = "shiki"
        return [ConfigurationError("highlighter", "Slidev no longer knows `prism`: it is `shiki` or nothing")]
    return []
