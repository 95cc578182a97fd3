"""A deck's configuration of UnoCSS, Shiki and KaTeX: run by the engine, which then answers as it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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
    """The engine that a deck is rendered with, and what tells one configuration from another.

    `found` are the faults that show when the files are run; `files` has the last file of each configuration.
    """

    engine: Engine
    found: tuple[ImportFault, ...] = ()
    state: str = ""
    files: Mapping[str, Location] = field(default_factory=dict)

    @property
    def faults(self) -> tuple[ImportFault, ...]:
        """What is wrong with the configuration, as far as it has been asked for anything."""
        given_up = self.engine.given_up if isinstance(self.engine, ConfiguredEngine) else {}
        late = (
            ImportFault(place.source.path, "", place, f"{given_up[name]}: the page is made without it")
            for name, place in self.files.items()
            if name in given_up
        )
        return (*self.found, *late)


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
    places = {name: _place(workspace, paths[-1]) for name, paths in files.configurations.items()}
    return Configured(apart, tuple(faults), apart.state, places)


def _compiled(engine: Engine, workspace: Workspace, folder: PurePosixPath, name: str, paths: Paths) -> OwnCode:
    provided = manifest()["unoPackages"] if name == "uno" else _PROVIDED[name]
    return own_code(engine, workspace, AssetTable(workspace), paths, folder, provided=provided)


def _argument(code: OwnCode, paths: Paths) -> dict[str, Any]:
    return {"modules": [list(module) for module in code.modules], "entries": [module_name(path) for path in paths]}


def _failing(engine: ConfiguredEngine, workspace: Workspace, name: str, paths: Paths) -> Iterator[ImportFault]:
    """The files that fail when they are run, and end."""
    result = engine.call(name, "faults", {})
    known = {module_name(path): path for path in paths}
    for fault in result.get("faults", ()):
        path = known.get(fault["entry"], paths[-1])
        yield ImportFault(path, "", _place(workspace, path), str(fault["message"]))


def _place(workspace: Workspace, path: PurePosixPath) -> Location:
    return Location(workspace.read(path), Span(0, 0))
