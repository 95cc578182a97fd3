"""The script between a deck on a server and Slidev's client: it knows no slide, so that it outlives all edits."""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.render import embed
from slidewright.render.configuration import features
from slidewright.render.pieces import Pieces
from slidewright.render.scripts import SETUPS, VIRTUAL_MODULES, module, virtual
from slidewright.render.templates import Templates
from slidewright.resources import asset_folder

CLIENT_FILES = (
    "assets.js",
    "own.js",
    "roots.js",
    "slides.js",
    "code.js",
    "standins.js",
    "live/files.js",
    "live/slides.js",
    "live/replace.js",
)
_LIVE = ("assets", "configs", "roots", "slides", "title-renderer")
"""Modules that read what may change from `slidewright.deck`."""


def glue(pieces: Pieces) -> str:
    """The script, which is to run after `slidewright.deck` is there and before Slidev's client."""
    return "".join(_glue(pieces.templates, embed.literal(features(pieces.config, "dev")), pieces.around.error_layout))


def _glue(templates: Templates, features: str, error_layout: str) -> Iterator[str]:
    yield f"slidewright.features={features}\nslidewright.virtual={{}}\nslidewright.modules??={{}}\n"
    for file in CLIENT_FILES:
        yield (asset_folder() / "client" / file).read_text(encoding="utf-8")
    context = {"error_layout": embed.literal(error_layout)}
    for name in ("assets", "roots"):
        yield module(f"slidewright/{name}", _render(templates, name, context))
    for name in VIRTUAL_MODULES:
        yield virtual(name, _render(templates, name, context))
    for name in SETUPS:
        yield virtual(f"setups/{name}", templates.render("html/modules/setup.js.j2", {"name": embed.literal(name)}))


def _render(templates: Templates, name: str, context: dict[str, str]) -> str:
    folder = "live" if name in _LIVE else "modules"
    return templates.render(f"html/{folder}/{name}.js.j2", context)
