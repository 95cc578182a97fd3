"""The engine with a deck's own configuration files, which run in a process of their own.

What such a file does to the engine's libraries must not reach results that other decks share: only calls that carry the
configuration, and are kept under it, go to that process.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from slidewright.engine.engine import Call, Engine
from slidewright.engine.errors import EngineError

if TYPE_CHECKING:
    from slidewright.engine.process import EngineProcess

_MODULES = {"shiki": "shiki", "twoslash": "shiki", "katex": "katex", "uno": "uno", "vue": "uno", "own": "uno"}
"""Whose configuration a module of the engine reads."""
_DIRECTIVES = re.compile(r"@apply|@screen|--at-apply|--uno|theme\(|icon\(")
_UNAFFECTED = ("extract", "match")
"""Functions of `uno` that find candidates, which no configuration changes."""
_SPOILT = "it spoils the engine's results"
_PATIENCE = 20.0  # seconds for one result: a configuration that takes longer is given up


class _GivenUp(Exception):
    """The process has failed, for this reason."""


class ConfiguredEngine(Engine):
    """An engine whose calls carry what a deck configures.

    `own` has by `shiki`, `katex` and `uno` the files of that configuration: `modules`, each a name and a CommonJS body,
    and `entries`, the names of those that give it. `state` tells one configuration from another. One that hangs, or
    brings the process down, is `given_up` for that reason: the shared engine answers instead.
    """

    def __init__(self, base: Engine, own: Mapping[str, Any]) -> None:
        super().__init__(base.folder, _PATIENCE)
        self._base = base
        self._definitions = [{"state": _state(files), "files": files} for files in own.values()]
        self._states = {name: _state(files) for name, files in own.items()}
        self.given_up: dict[str, str] = {}
        self._told: EngineProcess | None = None
        self.state = _state(self._states)

    def call_many(self, module: str, function: str, arguments: Sequence[Any]) -> list[Any]:
        """The results in the order of the arguments; what no configuration concerns is asked of the shared engine."""
        owns = [self._own(module, function, argument) for argument in arguments]
        if not any(owns):
            return self._base.call_many(module, function, arguments)
        pairs = list(zip(arguments, owns, strict=True))
        try:
            apart = self._apart(module, function, [{**argument, "own": own} for argument, own in pairs if own])
        except _GivenUp as stopped:
            self.given_up[_MODULES[module]] = str(stopped)
            return self._base.call_many(module, function, arguments)
        shared = self._base.call_many(module, function, [argument for argument, own in pairs if not own])
        own_results, shared_results = iter(apart), iter(shared)
        return [next(own_results if own else shared_results) for _, own in pairs]

    def warm(self, calls: Sequence[Call]) -> None:
        """Let both processes do something once, each what it will be asked for."""
        self._base.warm([call for call in calls if not self._own(*call)])
        if own := self._of_own(calls):
            super().warm(own)

    def renew(self, calls: Sequence[Call]) -> Callable[[], None]:
        """Start another process in the place of the shared one, and one in that of the deck's own, if that runs."""
        from slidewright.engine.process import ProcessFailed

        shared = self._base.renew([call for call in calls if not self._own(*call)])
        if self._process is None:
            return shared
        try:
            apart = super().renew(self._of_own(calls))
        except (ProcessFailed, EngineError):
            return shared  # and go on with the one there is

        def adopt() -> None:
            shared()
            apart()

        return adopt

    def _apart(self, module: str, function: str, arguments: Sequence[Any]) -> list[Any]:
        """The results of the process with the configuration; raises _GivenUp."""
        try:
            results = super().call_many(module, function, arguments)
        except ValueError:
            raise _GivenUp(_SPOILT) from None
        if not all(isinstance(result, dict) for result in results):
            raise _GivenUp(_SPOILT)
        return results

    def prepare(self, *modules: str) -> None:
        """Let the shared engine get ready."""
        self._base.prepare(*modules)

    def _run(self, module: str, function: str, arguments: dict[bytes, Any], results: dict[bytes, str]) -> str | None:
        """As of any engine, but to fail once is enough: each try would take as long."""
        reason = super()._run(module, function, arguments, results)
        if reason is not None:
            raise _GivenUp(reason)
        return None

    def _running(self) -> EngineProcess:
        """The process, told of the configuration before anything is asked of it."""
        process = super()._running()
        if process is not self._told:
            self._tell(process)
            self._told = process
        return process

    def _spare(self) -> EngineProcess:
        process = super()._spare()
        try:
            self._tell(process)
        except BaseException:
            process.close()
            raise
        return process

    def _adopt(self, process: EngineProcess) -> None:
        super()._adopt(process)
        self._told = process

    def _tell(self, process: EngineProcess) -> None:
        list(process.results("evaluated", "define", self._definitions, _PATIENCE))

    def _own(self, module: str, function: str, argument: Any) -> str | None:
        """The configuration that concerns a call; None where none does."""
        name = _MODULES.get(module, "")
        own = None if name in self.given_up else self._states.get(name)
        return own if own is not None and _is_concerned(module, function, argument) else None

    def _of_own(self, calls: Sequence[Call]) -> list[Call]:
        return [(*call[:2], {**call[2], "own": own}) for call in calls if (own := self._own(*call))]


def _state(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode("ascii")).hexdigest()


def _is_concerned(module: str, function: str, argument: Mapping[str, Any]) -> bool:
    """Style sheets are concerned where they hold UnoCSS's directives."""
    if module in ("vue", "own") or function == "directives":
        return bool(_DIRECTIVES.search(str(argument.get("source", argument.get("css", "")))))
    return function not in _UNAFFECTED
