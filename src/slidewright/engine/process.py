"""The engine's process: Deno, with no right but to read the bundles; one JSON text a line."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import tempfile
import threading
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from slidewright.engine.bundles import server_script, stamp
from slidewright.engine.errors import EngineError

_FLAGS = (
    "--no-remote",
    "--no-npm",
    "--no-config",
    "--no-lock",
    "--no-prompt",
    "--quiet",
    "--v8-flags=--max-semi-space-size=1",  # MB; measured: 25 to 50 MB less memory, and no slower
)
_FAULT = "!"  # first character of a line that says why a whole request failed


class ProcessFailed(Exception):
    """The process died or fell silent; the request's remaining results will not come."""


def _executable() -> str:
    try:
        import deno

        return str(deno.find_deno_bin())
    except (ImportError, FileNotFoundError) as error:
        raise EngineError("the JavaScript engine is missing: reinstall the package `deno`") from error


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            with contextlib.suppress(OSError):
                stream.close()


class EngineProcess:
    """One running engine. `cache` is where V8 keeps compiled code between runs."""

    def __init__(self, cache: Path | None) -> None:
        stamp()  # says what to do when there are no bundles
        script = server_script()
        command = [_executable(), "run", *_FLAGS, f"--allow-read={script.parent}", str(script)]
        self._resources = contextlib.ExitStack()
        kept = cache / "deno" if cache else self._scratch_folder()
        environment = {**os.environ, "DENO_DIR": str(kept), "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
        self._errors = self._resources.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env=environment,
                cwd=script.parent,
            )
        except OSError as error:
            raise EngineError(f"the JavaScript engine does not start: {error}") from error
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        assert self._process.stdout is not None
        threading.Thread(target=_forward, args=(self._process.stdout, self._lines), daemon=True).start()
        self._finalizer = weakref.finalize(self, _stop, self._process)

    @property
    def is_running(self) -> bool:
        """Whether the process can still be asked."""
        return self._process.poll() is None

    def results(self, module: str, function: str, arguments: Sequence[Any], timeout: float) -> Iterator[str]:
        """The JSON texts of the results, in order, as they come; `timeout` in seconds for each.

        Raises ProcessFailed when the process dies or is late, EngineError when there is no such function.
        """
        self._request({"module": module, "function": function, "arguments": arguments})
        for _ in arguments:
            line = self._receive(timeout)
            if line.startswith(_FAULT):
                raise EngineError(f"the JavaScript engine failed: {line[1:]}")
            yield line

    def prepare(self, modules: Sequence[str]) -> None:
        """Let the process load modules while the caller goes on."""
        with contextlib.suppress(ProcessFailed):  # the call that needs the module will say it
            self._request({"prepare": modules})

    def close(self) -> None:
        """End the process; safe to call again."""
        self._finalizer()
        self._resources.close()

    def _scratch_folder(self) -> Path:
        # Deno must have a folder of its own: without a cache it is one that goes with the process.
        made = tempfile.TemporaryDirectory(prefix="slidewright-", ignore_cleanup_errors=True)
        return Path(self._resources.enter_context(made))

    def _request(self, request: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        line = json.dumps(request, separators=(",", ":")).encode("ascii") + b"\n"
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except OSError:
            raise ProcessFailed(self._last_words()) from None

    def _receive(self, timeout: float) -> str:
        try:
            line = self._lines.get(timeout=timeout)
        except queue.Empty:
            raise ProcessFailed(f"no result within {timeout:g} s") from None
        if not line.endswith(b"\n"):
            raise ProcessFailed(self._last_words())
        return line[:-1].decode("utf-8")

    def _last_words(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=1)
        self._errors.seek(0)
        written = [line.strip() for line in self._errors.read().decode("utf-8", "replace").splitlines() if line.strip()]
        if written and written[0].startswith("<--- Last few GCs"):  # V8 begins with tables
            return "the JavaScript engine ran out of memory"
        return written[0][:300] if written else f"the JavaScript engine ended with exit code {self._process.poll()}"


def _forward(stream: IO[bytes], lines: queue.SimpleQueue[bytes]) -> None:
    # Reading in a thread is the one way to wait with a time limit on every platform.
    with contextlib.suppress(OSError, ValueError):
        for line in stream:
            lines.put(line)
    lines.put(b"")
