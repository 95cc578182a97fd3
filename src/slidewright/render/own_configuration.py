"""A deck's configuration of UnoCSS, Shiki and KaTeX: run by the engine, which then answers as it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from slidewright.engine import ConfiguredEngine, Engine, manifest
from slidewright.render.assets import AssetTable
from slidewright.render.brought import Brought, Paths
from slidewright.render.own import ImportFault, OwnCode, module_name, own_code
from slidewright.roots.parts import CHEMISTRY
from slidewright.text import Location, Span
from slidewright.workspace import Workspace

_PROVIDED = {"shiki": ("shiki",), "katex": ("katex", CHEMISTRY, "vite")}
"""What the engine gives to a configuration file that imports it."""


@dataclass(frozen=True, slots=True)
class Configured:
    """The engine that a deck is rendered with, the faults of its configuration, and what tells one from another."""

    engine: Engine
    faults: tuple[ImportFault, ...] = ()
    state: str = ""


def configured(engine: Engine, workspace: Workspace, folder: PurePosixPath, files: Brought) -> Configured:
    """An engine with the configuration that a deck's roots bring; the same engine where they bring none."""
    if not files.configurations:
        return Configured(engine)
    code = {name: _compiled(engine, workspace, folder, name, paths) for name, paths in files.configurations.items()}
    own = {name: _argument(made, files.configurations[name]) for name, made in code.items()}
    apart = ConfiguredEngine(engine, own)
    faults = [fault for made in code.values() for fault in made.faults]
    told = [fault.message for fault in faults]
    for name, paths in files.configurations.items():
        failing = _failing(apart, workspace, name, paths)
        faults += (fault for fault in failing if not any(message in fault.message for message in told))
    return Configured(apart, tuple(faults), apart.state)


def _compiled(engine: Engine, workspace: Workspace, folder: PurePosixPath, name: str, paths: Paths) -> OwnCode:
    provided = manifest()["unoPackages"] if name == "uno" else _PROVIDED[name]
    return own_code(engine, workspace, AssetTable(workspace), paths, folder, provided=provided)


def _argument(code: OwnCode, paths: Paths) -> dict[str, Any]:
    return {"modules": [list(module) for module in code.modules], "entries": [module_name(path) for path in paths]}


def _failing(engine: Engine, workspace: Workspace, name: str, paths: Paths) -> Iterator[ImportFault]:
    """The files that fail when they are run."""
    result = engine.call(name, "faults", {})
    if "error" in result:
        yield _fault(workspace, paths[-1], str(result["error"]))
    known = {module_name(path): path for path in paths}
    for fault in result.get("faults", ()):
        yield _fault(workspace, known.get(fault["entry"], paths[-1]), str(fault["message"]))


def _fault(workspace: Workspace, path: PurePosixPath, message: str) -> ImportFault:
    return ImportFault(path, "", Location(workspace.read(path), Span(0, 0)), message)
