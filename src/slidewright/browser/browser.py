"""One headless Chromium: its switches, its profile, its end."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from slidewright.browser.connection import Connection
from slidewright.browser.errors import BrowserError
from slidewright.browser.executable import find_browser
from slidewright.browser.process import start
from slidewright.browser.tab import Tab

_SWITCHES = (
    "--headless=new",
    "--disable-gpu",
    "--hide-scrollbars",
    "--mute-audio",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",  # containers have too little of it
    "--force-color-profile=srgb",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no name leads anywhere: a deck is shown without a network
    "--password-store=basic",
    "--use-mock-keychain",
    "--remote-debugging-pipe",
)
_START = 60.0  # seconds; the first start of a day reads much from the disk
_END = 5.0  # seconds


class Browser:
    """A running browser; use as a context manager."""

    def __init__(self, executable: Path) -> None:
        self._resources = contextlib.ExitStack()
        made = tempfile.TemporaryDirectory(prefix="slidewright-browser-", ignore_cleanup_errors=True)
        profile = self._resources.enter_context(made)
        self._scratch = Path(profile)
        try:
            started = start([str(executable), *_SWITCHES, *_sandbox(), f"--user-data-dir={profile}"])
            self._resources.callback(started.end, _END)
            self._connection = Connection(started.reads, started.writes)
            self._resources.callback(self._leave)
            self.version = str(self._connection.call("Browser.getVersion", timeout=_START)["product"])
        except BaseException:
            self.close()
            raise

    def tab(self, width: int = 980, height: int = 552, scale: float = 1) -> Tab:
        """A new page with a viewport of that size in CSS pixels; `scale` are device pixels for each."""
        target = self._connection.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        attached = self._connection.call("Target.attachToTarget", {"targetId": target, "flatten": True})
        tab = Tab(self._connection, target, attached["sessionId"], self._scratch)
        tab.resize(width, height, scale)
        return tab

    def close(self) -> None:
        """End the browser and remove its profile; safe to call again."""
        self._resources.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _leave(self) -> None:
        with contextlib.suppress(BrowserError):
            self._connection.call("Browser.close", timeout=_END)
        self._connection.close()


def open_browser() -> Browser:
    """Start the browser of this machine; raises BrowserError where there is none or it does not start."""
    return Browser(find_browser())


def _sandbox() -> tuple[str, ...]:
    # Chromium refuses to run as root with its sandbox; everyone else keeps it.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ("--no-sandbox",) if is_root else ()
