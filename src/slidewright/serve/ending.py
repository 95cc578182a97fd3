"""The end of a preview: Ctrl-C and the signals that end a process, at any moment, soon and with a known exit code."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

GRACE = 0.8  # seconds from a signal to the end, whatever hangs

_CLOSING = 1.0  # seconds that ending what runs beside the process may take then, on a machine that does other things
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # those that the platform has
_SIGNALS = tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))


class Ending:
    """Hears the signals that end a process. Before `expect` they raise KeyboardInterrupt, from then on they end `wait`.

    `leave` ends the process at once, after `close` has ended what runs beside it: at a second signal, and where what
    was told to end does not.
    """

    def __init__(self, leave: Callable[[int], None]) -> None:
        self._leave = leave
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_asked = asyncio.Event()
        self._is_expected = False
        self._is_ending = False
        self.close: Callable[[], None] = lambda: None

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Hear the signals while something is done; only the main thread can.

        `nohup` lets a process outlive its terminal: what it ignores is ignored.
        """
        heard = [one for one in _SIGNALS if one.name != "SIGHUP" or signal.getsignal(one) != signal.SIG_IGN]
        before = {number: signal.signal(number, self._hear) for number in heard}
        try:
            yield
        finally:
            for number, action in before.items():
                signal.signal(number, action)

    def expect(self) -> None:
        """From here on a signal lets the work end in order: what begins now is not to be torn."""
        self._is_expected = True

    def begin(self) -> None:
        """The work begins, in the running loop; a signal that came in the meantime ends it at once."""
        self._loop = asyncio.get_running_loop()
        if self._is_ending:
            self._is_asked.set()

    async def wait(self) -> None:
        """Return at the first signal."""
        await self._is_asked.wait()

    def limit(self, code: int) -> None:
        """Leave with this exit code once the grace is over, if the process is still there then."""
        self._is_ending = True
        timer = threading.Timer(GRACE, self._go, [code])
        timer.daemon = True
        timer.start()

    def _hear(self, number: int, frame: FrameType | None) -> None:
        if not self._is_expected:
            raise KeyboardInterrupt
        if self._is_ending:
            self._go(0)
            return
        self.limit(0)
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended by itself
                self._loop.call_soon_threadsafe(self._is_asked.set)

    def _go(self, code: int) -> None:
        closing = threading.Thread(target=self.close, daemon=True)  # what hangs may hang it, too
        closing.start()
        closing.join(_CLOSING)
        self._leave(code)
