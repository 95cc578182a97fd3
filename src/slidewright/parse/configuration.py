"""Headmatter → Slidev's resolved configuration (format B.2)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from slidewright.parse.fonts import font_faults, resolve_fonts
from slidewright.parse.javascript import falsy, leading_number, number, spread, string
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
    layers = [DEFAULTS, theme, spread(headmatter.get("config")), headmatter]
    config: dict[str, Any] = {key: value for layer in layers for key, value in layer.items()}
    for key in NESTED:
        config[key] = {name: value for layer in layers for name, value in spread(layer.get(key)).items()}
    faulty = [ConfigurationError("fonts", message) for message in font_faults(config["fonts"])]
    config["fonts"] = resolve_fonts(config["fonts"])
    config["drawings"] = _drawings(config["drawings"], stem)
    errors = [*faulty, *_ratio(config), *_highlighter(config)]
    if config["colorSchema"] not in ("light", "dark"):
        config["colorSchema"] = "auto"
    return config, tuple(errors)


def _drawings(written: Mapping[str, Any], stem: str) -> dict[str, Any]:
    """The four settings of `drawings`; kept ones lie under the entry's name unless a folder is named."""
    drawings = {key: written.get(key, default) for key, default in DRAWINGS.items()}
    persist = drawings["persist"]
    if not isinstance(persist, str) or not persist:
        drawings["persist"] = False if falsy(persist) else f".slidev/drawings/{stem}"
    return drawings


def _ratio(config: dict[str, Any]) -> list[ConfigurationError]:
    written = config["aspectRatio"]
    ratio = aspect_ratio(written)
    config["aspectRatio"] = DEFAULTS["aspectRatio"] if ratio is None else ratio
    message = f"`{string(written)}` is no aspect ratio"
    return [] if ratio is not None else [ConfigurationError("aspectRatio", message)]


def aspect_ratio(written: Any) -> float | None:
    """Width by height of a number, a numeric string, or two numbers around `:`, `/`, `x` or `|`.

    None for what Slidev throws at, and for 0, negative and infinite ratios, with which it shows nothing.
    """
    ratio = math.nan
    if isinstance(written, (int, float)):
        ratio = float(written)
    elif isinstance(written, str):
        ratio = _quotient(written) if math.isnan(number(written)) else number(written)
    return ratio if 0 < ratio < math.inf else None


def _quotient(written: str) -> float:
    width, height = (*map(leading_number, RATIO.split(written)), math.nan)[:2]
    return width / height if height else math.nan


def _highlighter(config: dict[str, Any]) -> list[ConfigurationError]:
    written = config["highlighter"]
    if written == "shikiji":
        config["highlighter"] = "shiki"
    if written == "prism":
        config["highlighter"] = "shiki"
        return [ConfigurationError("highlighter", "Slidev no longer knows `prism`: it is `shiki` or nothing")]
    return []
