"""The door: calls go to the cache first, and only what is not there to a process that starts when needed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from slidewright.engine.bundles import stamp
from slidewright.engine.errors import EngineError
from slidewright.engine.folders import cache_folder

if TYPE_CHECKING:
    from slidewright.engine.cache import ResultCache
    from slidewright.engine.process import EngineProcess

TIMEOUT = 60.0  # seconds for one result; the slowest seen is below two
_RESULTS = "results.sqlite3"
_PATIENCE = 3  # items in one batch that may break the engine before the whole is given up


Call = tuple[str, str, Any]
"""Module, function and argument."""


def open_engine(cache: bool = True) -> Engine:
    """An engine that keeps its results in the user's cache folder (`SLIDEWRIGHT_CACHE_DIR` names another).

    Nothing starts and nothing is opened before the first call. Use it in a `with` statement, or close it.
    """
    return Engine(cache_folder() if cache else None)


class Engine:
    """Functions of the bundled JavaScript modules; see `assets/engine/engine` for what there is.

    `folder` is where results are kept, None for nowhere.
    """

    def __init__(self, folder: Path | None, timeout: float = TIMEOUT) -> None:
        self.folder = folder
        self._timeout = timeout
        self._cache: ResultCache | None = None
        self._process: EngineProcess | None = None
        self._is_closed = False

    def call(self, module: str, function: str, argument: Any) -> Any:
        """The function's result for one JSON value; `{"error": …}` when that value is at fault."""
        return self.call_many(module, function, [argument])[0]

    def call_many(self, module: str, function: str, arguments: Sequence[Any]) -> list[Any]:
        """The results in the order of the arguments; equal arguments are computed once.

        Raises EngineError if the engine cannot work at all; what breaks it by itself gives `{"error": …}`.
        """
        keys = [_key(module, function, argument) for argument in arguments]
        found = self._cached(keys)
        missing = {key: argument for key, argument in zip(keys, arguments, strict=True) if key not in found}
        if missing:
            found |= self._computed(module, function, missing)
        return [json.loads(found[key]) for key in keys]

    @property
    def is_new(self) -> bool:
        """Is nothing kept of earlier calls, so that its process will be needed whatever is asked?"""
        return self.folder is None or not (self.folder / _RESULTS).exists()

    def prepare(self, *modules: str) -> None:
        """Start the process and let it load modules while the caller does something else."""
        self._running().prepare(modules)

    def get_ahead(self) -> None:
        """Where nothing is kept, start at once with what every slide needs, while the caller imports all else."""
        if self.is_new:
            self.prepare("vue", "uno")

    def warm(self, calls: Sequence[Call]) -> None:
        """Let the process do something once, so that it is quick when it is asked for; nothing comes of it."""
        self._warm(self._running(), calls)

    def renew(self, calls: Sequence[Call]) -> Callable[[], None]:
        """Start another process and warm it; what this gives puts it in the place of the one there is.

        After thousands of calls that has grown large. May be called in another thread than all else.
        """
        process = self._spare()
        self._warm(process, calls)
        return lambda: self._adopt(process)

    def _spare(self) -> EngineProcess:
        from slidewright.engine.process import EngineProcess

        return EngineProcess(self.folder)

    def _adopt(self, process: EngineProcess) -> None:
        if self._is_closed:
            process.close()
            return
        self._stop()
        self._process = process

    def _warm(self, process: EngineProcess, calls: Sequence[Call]) -> None:
        from slidewright.engine.process import ProcessFailed

        with suppress(ProcessFailed):
            for module, function, argument in calls:
                list(process.results(module, function, [argument], self._timeout))

    def close(self) -> None:
        """End the process for good and let go of the cache; safe to call again, and while another thread calls."""
        self._is_closed = True
        self._stop()
        if self._cache is not None:
            self._cache.close()
            self._cache = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _cached(self, keys: Sequence[bytes]) -> dict[bytes, str]:
        if self.folder is None or self._is_closed:
            return {}
        if self._cache is None:
            from slidewright.engine.cache import ResultCache

            self._cache = ResultCache(self.folder / _RESULTS)
        return self._cache.get_many(list(dict.fromkeys(keys)))

    def _computed(self, module: str, function: str, missing: dict[bytes, Any]) -> dict[bytes, str]:
        results: dict[bytes, str] = {}
        broken: dict[bytes, str] = {}
        while len(results) + len(broken) < len(missing):
            rest = {key: argument for key, argument in missing.items() if key not in results and key not in broken}
            reason = self._run(module, function, rest, results)
            if reason is None:
                break
            culprit = next(key for key in rest if key not in results)
            broken[culprit] = json.dumps({"error": reason})
            if len(broken) > _PATIENCE:
                raise EngineError(f"the JavaScript engine failed {len(broken)} times: {reason}")
        if self._cache is not None:
            self._cache.put_many(results)
        return results | broken

    def _run(self, module: str, function: str, arguments: dict[bytes, Any], results: dict[bytes, str]) -> str | None:
        """Add results until all are there or the process fails, which is then explained."""
        from slidewright.engine.process import ProcessFailed

        try:
            process = self._running()
            made = process.results(module, function, list(arguments.values()), self._timeout)
            for key, text in zip(arguments, made, strict=True):
                results[key] = text
        except ProcessFailed as error:
            self._stop()
            return str(error)
        return None

    def _running(self) -> EngineProcess:
        from slidewright.engine.process import EngineProcess

        running = self._process
        if running is None or not running.is_running:
            self._stop()
            running = self._process = None if self._is_closed else EngineProcess(self.folder)
        if running is None or self._is_closed:  # by another thread, perhaps just now
            self._stop()
            raise EngineError("the JavaScript engine is closed")
        return running

    def _stop(self) -> None:
        running, self._process = self._process, None
        if running is not None:
            running.close()


def _key(module: str, function: str, argument: Any) -> bytes:
    text = json.dumps([stamp(), module, function, argument], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).digest()
