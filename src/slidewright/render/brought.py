"""What a deck's roots bring to the page, as files: layouts, components, layers, styles, setup and configuration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from slidewright.render.own import module_name
from slidewright.roots import Roots
from slidewright.roots.parts import (
    LAYERS,
    STYLES,
    UNO_CONFIGS,
    components,
    is_for_chemistry,
    layers,
    layouts,
    named,
    setups,
    text_of,
)
from slidewright.vocabulary.standalone import NODE_ENDINGS, NODE_FILES
from slidewright.workspace import Workspace

IN_PAGE = (
    "code-runners",
    "context-menu",
    "main",
    "mermaid",
    "mermaid-renderer",
    "monaco",
    "root",
    "routes",
    "shortcuts",
)
"""Setup files that run in the page (format F.3)."""

Paths = tuple[PurePosixPath, ...]


@dataclass(frozen=True, slots=True)
class Brought:
    """The files that a deck's roots bring, each kind in Slidev's order (theme, addons, deck).

    `configurations` are those that the engine runs, by the library that they are for; `unused` those that only Slidev
    itself can run, since they are about its own build.
    """

    layouts: Mapping[str, PurePosixPath]
    components: Mapping[str, PurePosixPath]
    layers: Mapping[str, Paths]
    setups: Mapping[str, Paths]
    styles: Paths
    configurations: Mapping[str, Paths]
    unused: Paths

    def entries(self) -> tuple[PurePosixPath, ...]:
        """The files of code that the page may open."""
        lists = (*self.layers.values(), *self.setups.values())
        several = [path for paths in lists for path in paths]
        return tuple(dict.fromkeys((*self.layouts.values(), *self.components.values(), *several)))

    def names(self) -> dict[str, Any]:
        """The modules of the page by what they are: what `createRoots` is given."""
        return {
            "layouts": _named(self.layouts),
            "components": _named(self.components),
            "layers": {name: [module_name(path) for path in self.layers[name]] for name in LAYERS},
            "setups": {name: [module_name(path) for path in self.setups[name]] for name in IN_PAGE},
        }


def brought(workspace: Workspace, roots: Roots) -> Brought:
    """The files of the roots that have a folder."""
    return Brought(
        layouts(workspace, roots.folders),
        components(workspace, roots.folders),
        layers(workspace, roots),
        {name: tuple(setups(workspace, roots, name)) for name in IN_PAGE},
        tuple(named(workspace, roots.folders, STYLES)),
        _configurations(workspace, roots),
        tuple(_unused(workspace, roots)),
    )


def _named(files: Mapping[str, PurePosixPath]) -> dict[str, str]:
    return {name: module_name(path) for name, path in files.items()}


def _configurations(workspace: Workspace, roots: Roots) -> dict[str, Paths]:
    """For UnoCSS of each root its setup file before its configuration, as Slidev merges them."""
    uno = ("setup/unocss.ts", "setup/unocss.js")
    found = {"uno": tuple(named(workspace, roots.folders, (*uno, *UNO_CONFIGS)))}
    found |= {name: tuple(setups(workspace, roots, name)) for name in ("shiki", "katex")}
    vite = named(workspace, roots.folders, (f"vite.config{ending}" for ending in NODE_ENDINGS))
    found["katex"] += tuple(path for path in vite if is_for_chemistry(workspace, path))
    return {name: paths for name, paths in found.items() if paths}


def _unused(workspace: Workspace, roots: Roots) -> Iterator[PurePosixPath]:
    """What of the packages runs in Node while Slidev builds; the checker tells of the deck's own folder.

    Of a package's configuration of Vite only plug-ins show in the slides.
    """
    folders = [folder for folder in roots.folders if folder != roots.deck]
    for path in named(workspace, folders, (stem + ending for stem in NODE_FILES for ending in NODE_ENDINGS)):
        if path.stem != "vite.config" or "plugins" in text_of(workspace, path):
            yield path
