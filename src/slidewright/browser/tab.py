"""One page in a browser: loaded from text or an address, asked by JavaScript expressions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from slidewright.browser.connection import Connection
from slidewright.browser.errors import BrowserError


class Tab:
    """A page; `errors` are the exceptions that nobody caught in it and what it wrote with `console.error`."""

    def __init__(self, connection: Connection, target: str, session: str, scratch: Path) -> None:
        self._connection, self._target, self._session = connection, target, session
        self._file = scratch / f"{target}.html"
        self._is_loaded = False
        self.errors: list[str] = []
        connection.listen(session, self._note)
        for domain in ("Page", "Runtime"):
            self.call(f"{domain}.enable")

    def call(self, method: str, parameters: dict[str, Any] | None = None, timeout: float = 60) -> Any:
        """The result of one command of the DevTools protocol; `timeout` in seconds."""
        return self._connection.call(method, parameters, self._session, timeout)

    def resize(self, width: int, height: int, scale: float) -> None:
        """Set the viewport in CSS pixels; `scale` are device pixels for each."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
        self.call("Emulation.setDeviceMetricsOverride", metrics)

    def open(self, url: str, timeout: float = 60) -> None:
        """Load an address and wait for its `load` event; raises BrowserError where it fails."""
        self._is_loaded = False
        answer = self.call("Page.navigate", {"url": url}, timeout)
        if "errorText" in answer:
            raise BrowserError(f"the browser cannot open {url}: {answer['errorText']}")
        # A change of the hash alone loads nothing.
        if "loaderId" in answer and not self._connection.wait(lambda: self._is_loaded, timeout):
            raise BrowserError(f"{url} is not loaded within {timeout:g} s")

    def show(self, html: str, timeout: float = 60) -> None:
        """Open a text as a page, from a file that goes with the browser: without an address it had no storage."""
        self._file.write_text(html, encoding="utf-8-sig", errors="replace")  # the mark says which encoding it is
        self.open(self._file.as_uri(), timeout)

    def evaluate(self, expression: str, timeout: float = 60) -> Any:
        """The value of a JavaScript expression as JSON, or of its promise; raises PageError where it throws."""
        parameters = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        answer = self.call("Runtime.evaluate", parameters, timeout)
        if "exceptionDetails" in answer:
            raise PageError(_words(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def close(self) -> None:
        """Close the page."""
        self._connection.call("Target.closeTarget", {"targetId": self._target})

    def _note(self, method: str, parameters: dict[str, Any]) -> None:
        if method == "Page.loadEventFired":
            self._is_loaded = True
        elif method == "Runtime.exceptionThrown":
            self.errors.append(_words(parameters["exceptionDetails"]))
        elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "assert"):
            values = (str(item.get("value") or item.get("description")) for item in parameters["args"])
            self.errors.append(" ".join(values))


class PageError(Exception):
    """An expression threw in a page; `str(error)` is what it threw, without its stack."""


def _words(details: dict[str, Any]) -> str:
    exception = details.get("exception", {})
    text = str(exception.get("description") or exception.get("value") or details.get("text"))
    return text.split("\n    at ")[0]
