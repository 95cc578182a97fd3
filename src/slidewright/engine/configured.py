"""The engine with a deck's own configuration files, which run in a process of their own.

What such a file does to the engine's libraries must not reach results that other decks share: only calls that carry the
configuration, and are kept under it, go to that process.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from slidewright.engine.engine import Engine

if TYPE_CHECKING:
    from slidewright.engine.process import EngineProcess

_MODULES = {"shiki": "shiki", "twoslash": "shiki", "katex": "katex", "uno": "uno", "vue": "uno", "own": "uno"}
"""Whose configuration a module of the engine reads."""
_DIRECTIVES = re.compile(r"@apply|@screen|--at-apply|--uno|theme\(|icon\(")
_UNAFFECTED = ("extract", "match")
"""Functions of `uno` that find candidates, which no configuration changes."""
_PATIENCE = 20.0  # seconds for one result: a configuration that takes longer is given up


class ConfiguredEngine(Engine):
    """An engine whose calls carry what a deck configures.

    `own` has by `shiki`, `katex` and `uno` the files of that configuration: `modules`, each a name and a CommonJS body,
    and `entries`, the names of those that give it. `state` tells one configuration from another.
    """

    def __init__(self, base: Engine, own: Mapping[str, Any]) -> None:
        super().__init__(base.folder, _PATIENCE)
        self._base = base
        self._definitions = [{"state": _state(files), "files": files} for files in own.values()]
        self._states = {name: _state(files) for name, files in own.items()}
        self._told: EngineProcess | None = None
        self.state = _state(self._states)

    def call_many(self, module: str, function: str, arguments: Sequence[Any]) -> list[Any]:
        """The results in the order of the arguments; what no configuration concerns is asked of the shared engine."""
        own = self._states.get(_MODULES.get(module, ""))
        concerned = [own is not None and _is_concerned(module, function, argument) for argument in arguments]
        if not any(concerned):
            return self._base.call_many(module, function, arguments)
        pairs = list(zip(arguments, concerned, strict=True))
        apart = super().call_many(module, function, [{**argument, "own": own} for argument, is_own in pairs if is_own])
        shared = self._base.call_many(module, function, [argument for argument, is_own in pairs if not is_own])
        own_results, shared_results = iter(apart), iter(shared)
        return [next(own_results if is_own else shared_results) for _, is_own in pairs]

    def prepare(self, *modules: str) -> None:
        """Let the shared engine get ready."""
        self._base.prepare(*modules)

    def _running(self) -> EngineProcess:
        """The process, told of the configuration before anything is asked of it."""
        process = super()._running()
        if process is not self._told:
            list(process.results("evaluated", "define", self._definitions, _PATIENCE))
            self._told = process
        return process


def _state(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode("ascii")).hexdigest()


def _is_concerned(module: str, function: str, argument: Mapping[str, Any]) -> bool:
    """Style sheets are concerned where they hold UnoCSS's directives."""
    if module in ("vue", "own") or function == "directives":
        return bool(_DIRECTIVES.search(str(argument.get("source", argument.get("css", "")))))
    return function not in _UNAFFECTED
