"""What a root may bring, by the names and places at which Slidev looks for it (format B.6, F.1 to F.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from slidewright.errors import InputError
from slidewright.roots.find import Roots
from slidewright.vocabulary.components import ENDINGS as COMPONENT_ENDINGS
from slidewright.vocabulary.components import pascal
from slidewright.workspace import Kind, Workspace

LAYOUT_ENDINGS = (".vue", ".js", ".mjs", ".ts", ".mts")
SCRIPT_ENDINGS = ("ts", "js", "mts", "mjs")
LAYERS: Mapping[str, tuple[str, ...]] = {
    "GlobalTop": ("global.vue", "global-top.vue", "GlobalTop.vue"),
    "GlobalBottom": ("global-bottom.vue", "GlobalBottom.vue"),
    "SlideTop": ("slide-top.vue", "SlideTop.vue"),
    "SlideBottom": ("slide-bottom.vue", "SlideBottom.vue"),
    "CustomNavControls": ("custom-nav-controls.vue", "CustomNavControls.vue"),
}
STYLES = tuple(f"{name}.{end}" for name in ("styles/index", "styles", "style") for end in ("ts", "js", "css"))
UNO_CONFIGS = ("uno.config.ts", "unocss.config.ts")

CHEMISTRY = "katex/contrib/mhchem"
"""The module whose import teaches KaTeX chemical equations."""
_IMPORT = re.compile(r"""\bimport\s(?:[^'"]*\bfrom\s*)?["']([^"']+)["']|\b(?:import|require)\s*\(""")

DEEPEST = 6
"""Folders below `components/` or `layouts/` that are looked into."""
MOST_FILES = 5000
"""Files below one of them that are looked at."""


def layouts(workspace: Workspace, folders: Iterable[PurePosixPath]) -> dict[str, PurePosixPath]:
    """The layouts of some roots by name, the last of a name winning."""
    files = (path for folder in folders for path in below(workspace, folder / "layouts"))
    return {path.name[: -len(path.suffix)]: path for path in files if path.suffix in LAYOUT_ENDINGS}


def components(workspace: Workspace, folders: Iterable[PurePosixPath]) -> dict[str, PurePosixPath]:
    """The components of some roots by their name in Pascal case, the last of a name winning."""
    files = (path for folder in folders for path in below(workspace, folder / "components"))
    return {component_name(path): path for path in files if path.suffix[1:] in COMPONENT_ENDINGS and _is_code(path)}


def component_name(path: PurePosixPath) -> str:
    """A component's name: its file's, or its folder's for an `index` file."""
    stem = path.name.partition(".")[0]
    return pascal((path.parent.name if stem == "index" else stem).replace("_", "-"))


def layers(workspace: Workspace, roots: Roots) -> dict[str, tuple[PurePosixPath, ...]]:
    """The layers by Slidev's name for each, from all roots, the theme's undermost."""
    return {name: tuple(named(workspace, roots.folders, files)) for name, files in LAYERS.items()}


def setups(workspace: Workspace, roots: Roots, name: str) -> list[PurePosixPath]:
    """The files `setup/NAME` of all roots, in the order in which Slidev runs them."""
    return list(named(workspace, roots.folders, tuple(f"setup/{name}.{end}" for end in SCRIPT_ENDINGS)))


def named(workspace: Workspace, folders: Iterable[PurePosixPath], names: Iterable[str]) -> Iterator[PurePosixPath]:
    """The files of these names in some folders, folder by folder."""
    wanted = tuple(names)
    yield from (folder / name for folder in folders for name in wanted if workspace.exists(folder / name))


def is_for_chemistry(workspace: Workspace, path: PurePosixPath) -> bool:
    """Is a file imported for KaTeX's chemistry alone, such as the `vite.config.ts` that Slidev's guide shows?"""
    imports = _IMPORT.findall(text_of(workspace, path))
    return bool(imports) and set(imports) <= {CHEMISTRY, "vite"} and CHEMISTRY in imports


def text_of(workspace: Workspace, path: PurePosixPath) -> str:
    """The text of a file; empty where there is none to read."""
    try:
        return workspace.read(path).text if workspace.exists(path) else ""
    except InputError:
        return ""


def below(workspace: Workspace, top: PurePosixPath) -> Iterator[PurePosixPath]:
    """The files below a folder, without packages that are installed there, and no further than is sensible."""
    left = MOST_FILES
    for path in _walk(workspace, top, DEEPEST):
        if (left := left - 1) < 0:
            return
        yield path


def _walk(workspace: Workspace, folder: PurePosixPath, deeper: int) -> Iterator[PurePosixPath]:
    for name in sorted(workspace.names(folder)):
        kind = workspace.kind(folder / name)
        if kind is Kind.FILE:
            yield folder / name
        elif kind is Kind.FOLDER and deeper and name != "node_modules":
            yield from _walk(workspace, folder / name, deeper - 1)


def _is_code(path: PurePosixPath) -> bool:
    """Declarations of types and tests stand beside components and are none."""
    return not path.name.endswith((".d.ts", ".test.ts", ".spec.ts"))
