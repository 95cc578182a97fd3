"""The DevTools protocol over a pipe: JSON texts that end with NUL, commands with numbers, answers and events."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import threading
import time
from collections.abc import Callable
from typing import Any

from slidewright.browser.errors import BrowserError

_PIECE = 1 << 20  # bytes read at a time

Event = Callable[[str, dict[str, Any]], None]  # (method, parameters) of an event in one session


class Connection:
    """Commands to a browser, one at a time; what it tells on its own goes to the listener of the session."""

    def __init__(self, reads: int, writes: int) -> None:
        self._writes = writes
        self._last = 0
        self._messages: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._listeners: dict[str, Event] = {}
        threading.Thread(target=_receive, args=(reads, self._messages), daemon=True).start()

    def listen(self, session: str, listener: Event) -> None:
        """Hand the events of a session to a listener while a command waits for its answer."""
        self._listeners[session] = listener

    def call(
        self, method: str, parameters: dict[str, Any] | None = None, session: str = "", timeout: float = 60
    ) -> Any:
        """The result of one command; `timeout` in seconds. Raises BrowserError for a refusal, silence or its end."""
        self._last += 1
        message: dict[str, Any] = {"id": self._last, "method": method, "params": parameters or {}}
        if session:
            message["sessionId"] = session
        self._send(json.dumps(message).encode() + b"\0")
        answer = self._answer(method, time.monotonic() + timeout, timeout)
        if "error" in answer:
            raise BrowserError(f"the browser refuses {method}: {answer['error'].get('message')}")
        return answer["result"]

    def wait(self, done: Callable[[], bool], timeout: float) -> bool:
        """Take events in until `done` or until the time (seconds) is over; whether it is done."""
        limit = time.monotonic() + timeout
        while not done():
            if self._next(limit) is None:
                return done()
        return True

    def close(self) -> None:
        """Let go of our end: the browser ends when nobody speaks to it any more."""
        with contextlib.suppress(OSError):
            os.close(self._writes)

    def _send(self, content: bytes) -> None:
        try:
            while content:
                content = content[os.write(self._writes, content) :]
        except OSError as error:
            raise BrowserError("the browser has ended") from error

    def _answer(self, method: str, limit: float, timeout: float) -> dict[str, Any]:
        while True:
            message = self._next(limit)
            if message is None:
                raise BrowserError(f"no answer to {method} from the browser within {timeout:g} s")
            if message.get("id") == self._last:
                return message

    def _next(self, limit: float) -> dict[str, Any] | None:
        """The next message, an event told to its listener already; None when the time is over."""
        try:
            message = self._messages.get(timeout=max(0.0, limit - time.monotonic()))
        except queue.Empty:
            return None
        if message is None:
            self._messages.put(None)
            raise BrowserError("the browser has ended")
        listener = self._listeners.get(message.get("sessionId", ""))
        if listener and "method" in message:
            listener(message["method"], message.get("params", {}))
        return message


def _receive(reads: int, messages: queue.SimpleQueue[dict[str, Any] | None]) -> None:
    # Reading in a thread is the one way to wait with a time limit on every platform.
    parts: list[bytes] = []
    with contextlib.suppress(OSError, ValueError), open(reads, "rb", buffering=0) as stream:
        while piece := stream.read(_PIECE):
            *whole, rest = piece.split(b"\0")
            for end in whole:
                messages.put(json.loads(b"".join([*parts, end])))
                parts = []
            parts.append(rest)
    messages.put(None)
