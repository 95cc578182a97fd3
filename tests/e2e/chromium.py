"""Drive headless Chromium over its debugging pipe (Chrome DevTools Protocol): no library but the test runner's."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
)
NAMED_KEYS = {  # key: (code, virtual key code, text)
    "ArrowRight": ("ArrowRight", 39, ""),
    "ArrowLeft": ("ArrowLeft", 37, ""),
    "ArrowDown": ("ArrowDown", 40, ""),
    "ArrowUp": ("ArrowUp", 38, ""),
    "PageDown": ("PageDown", 34, ""),
    "PageUp": ("PageUp", 33, ""),
    "Escape": ("Escape", 27, ""),
    "Enter": ("Enter", 13, "\r"),
    "Home": ("Home", 36, ""),
    "End": ("End", 35, ""),
    "Backspace": ("Backspace", 8, ""),
    "Shift": ("ShiftLeft", 16, ""),
    "Control": ("ControlLeft", 17, ""),
    " ": ("Space", 32, " "),
    "`": ("Backquote", 192, "`"),
}
SHIFT, CONTROL = 8, 2  # modifiers of the protocol


def key(name: str) -> tuple[str, int, str]:
    """Code, virtual key code and text of a key: of a named one, a letter or a digit."""
    if name in NAMED_KEYS:
        return NAMED_KEYS[name]
    return f"Digit{name}" if name.isdigit() else f"Key{name.upper()}", ord(name.upper()), name


def executable() -> str | None:
    """Path of a Chromium, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def required() -> str:
    """Path of a Chromium; skips the test without one, or fails it where the gate asks for the browser."""
    path = executable()
    if path is None:
        (pytest.fail if os.environ.get("SLIDEWRIGHT_REQUIRE_BROWSER") else pytest.skip)("no Chromium on this machine")
    return path


def _spawn(command: list[str], readable: int, writable: int) -> int:
    """Start a process whose descriptors 3 and 4 are these two, which are closed here; its process id."""
    high = [fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 10) for fd in (readable, writable)]
    silence = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (1, 2)]
    pipes = [(os.POSIX_SPAWN_DUP2, fd, place) for fd, place in zip(high, (3, 4), strict=True)]
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[*silence, *pipes])
    for fd in (readable, writable, *high):
        os.close(fd)
    return pid


class Browser:
    """One headless Chromium with a profile of its own; use as a context manager."""

    def __init__(self, path: str, *switches: str) -> None:
        self._profile = tempfile.mkdtemp(prefix="slidewright-chromium-")
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        command = [path, *SWITCHES, *switches, f"--user-data-dir={self._profile}"]
        self._pid = _spawn(command, theirs_in, theirs_out)
        self._last = 0
        self._buffer = bytearray()
        self._answers: dict[int, dict[str, Any]] = {}
        self._pages: dict[str, Page] = {}

    def page(self, width: int = 980, height: int = 552, scale: float = 1) -> Page:
        """A new tab with a viewport of that size in CSS pixels."""
        target = self.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        page = self._pages[session] = Page(self, session, target)
        for domain in ("Page", "Runtime", "Network", "Log"):
            page.call(f"{domain}.enable")
        page.call("Emulation.setFocusEmulationEnabled", {"enabled": True})  # several tabs as several windows
        page.resize(width, height, scale)
        return page

    def call(self, method: str, params: dict[str, Any] | None = None, session: str = "", timeout: float = 60) -> Any:
        """Result of one command; raises RuntimeError with Chromium's message."""
        self._last += 1
        number = self._last
        message: dict[str, Any] = {"id": number, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data) :]
        self.pump(lambda: number in self._answers, timeout)
        answer = self._answers.pop(number, None)
        if answer is None:
            raise TimeoutError(f"{method}: no answer within {timeout} s")
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error'].get('message')}")
        return answer["result"]

    def pump(self, done: Callable[[], bool], timeout: float) -> None:
        """Read messages until `done()` or until the time is over."""
        limit = time.monotonic() + timeout
        while not done() and (left := limit - time.monotonic()) > 0:
            if select.select([self._in], [], [], left)[0]:
                self._read()

    def _read(self) -> None:
        piece = os.read(self._in, 1 << 20)
        if not piece:
            raise EOFError("Chromium closed its pipe")
        self._buffer += piece
        if b"\0" not in piece:
            return
        *messages, rest = bytes(self._buffer).split(b"\0")
        self._buffer = bytearray(rest)
        for message in map(json.loads, messages):
            if "id" in message:
                self._answers[message["id"]] = message
            elif page := self._pages.get(message.get("sessionId", "")):
                page.note(message["method"], message["params"])

    def close(self) -> None:
        """End this Chromium and remove its profile."""
        with suppress(OSError, EOFError, TimeoutError):
            self.call("Browser.close", timeout=5)
        limit = time.monotonic() + 5
        while os.waitpid(self._pid, os.WNOHANG) == (0, 0):
            if time.monotonic() > limit:
                os.kill(self._pid, signal.SIGKILL)
            time.sleep(0.01)
        os.close(self._in)
        os.close(self._out)
        shutil.rmtree(self._profile, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()


class Page:
    """One tab: what it asked the network for, what it complained about, and how to drive it."""

    def __init__(self, browser: Browser, session: str, target: str) -> None:
        self._browser, self._session, self._target = browser, session, target
        self.requests: list[str] = []
        self.errors: list[str] = []
        self._loaded = False

    def call(self, method: str, params: dict[str, Any] | None = None, timeout: float = 60) -> Any:
        """Result of one command in this tab."""
        return self._browser.call(method, params, self._session, timeout)

    def resize(self, width: int, height: int, scale: float = 1) -> None:
        """Set the viewport, in CSS pixels."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
        self.call("Emulation.setDeviceMetricsOverride", metrics)

    def emulate(self, **features: str) -> None:
        """Set CSS media features, such as `prefers_color_scheme="dark"`."""
        pairs = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", {"features": pairs})

    def open(self, url: str, timeout: float = 60) -> None:
        """Navigate and wait for the load event (a change of the hash alone does not load again)."""
        self._loaded = False
        answer = self.call("Page.navigate", {"url": url})
        if "errorText" in answer:
            raise RuntimeError(f"{url}: {answer['errorText']}")
        if "loaderId" in answer:
            self._browser.pump(lambda: self._loaded, timeout)

    def evaluate(self, expression: str) -> Any:
        """Value of a JavaScript expression; a promise is awaited; raises RuntimeError where it throws."""
        params = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        answer = self.call("Runtime.evaluate", params)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description") or details["text"])
        return answer["result"].get("value")

    def wait(self, expression: str, timeout: float = 30) -> Any:
        """Value of an expression as soon as it is truthy; raises TimeoutError."""
        limit = time.monotonic() + timeout
        while (value := self.evaluate(expression)) in (None, False, 0, ""):
            if time.monotonic() > limit:
                raise TimeoutError(f"not within {timeout} s: {expression}\n" + "\n".join(self.errors))
            self._browser.pump(lambda: False, 0.03)
        return value

    def press(self, name: str, modifiers: int = 0) -> None:
        """Press and release one key, with `SHIFT` or `CONTROL` held."""
        held = [named for named, bit in (("Shift", SHIFT), ("Control", CONTROL)) if modifiers & bit]
        for modifier in held:
            self._key("keyDown", modifier, modifiers)
        self._key("keyDown", name, modifiers)
        self._key("keyUp", name, modifiers)
        for modifier in held:
            self._key("keyUp", modifier, 0)

    def _key(self, kind: str, name: str, modifiers: int) -> None:
        code, number, text = key(name)
        event = {"key": name, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers}
        written = text if kind == "keyDown" and not modifiers & CONTROL else ""
        self.call("Input.dispatchKeyEvent", {"type": kind, "text": written, **event})

    def mouse(self, kind: str, x: float, y: float, button: str = "none") -> None:
        """One event of the mouse: "mousePressed", "mouseMoved" or "mouseReleased", in CSS pixels."""
        event = {"type": kind, "x": x, "y": y, "button": button, "clickCount": 1}
        self.call("Input.dispatchMouseEvent", {**event, "buttons": 1 if button == "left" else 0})

    def click(self, x: float, y: float, button: str = "left") -> None:
        """Click at a place of the viewport, in CSS pixels."""
        self.mouse("mouseMoved", x, y)
        self.mouse("mousePressed", x, y, button)
        self.mouse("mouseReleased", x, y, button)

    def click_on(self, selector: str) -> None:
        """Click in the middle of the first element that a selector finds, as soon as there is one."""
        middle = "(({ x, y, width, height }) => [x + width / 2, y + height / 2])"
        found = f"document.querySelector({json.dumps(selector)})"
        box = f"{found} && {middle}({found}.getBoundingClientRect())"
        self.click(*self.wait(box))

    def drag(self, *places: tuple[float, float]) -> None:
        """Press at the first place, move over the others and release at the last, in CSS pixels."""
        self.mouse("mouseMoved", *places[0])
        self.mouse("mousePressed", *places[0], "left")
        for place in places[1:]:
            self.mouse("mouseMoved", *place, "left")
        self.mouse("mouseReleased", *places[-1], "left")

    def swipe(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """One finger from a place to another, in CSS pixels."""
        steps = [
            (start[0] + (end[0] - start[0]) * part / 4, start[1] + (end[1] - start[1]) * part / 4) for part in range(5)
        ]
        for number, (x, y) in enumerate(steps):
            kind = "touchMove" if number else "touchStart"
            self.call("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
        self.call("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def screenshot(self, path: Path) -> None:
        """Save the viewport as PNG."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", {"format": "png"})["data"]))

    def close(self) -> None:
        """Close the tab; the next one remembers nothing of it, such as dark mode."""
        with suppress(RuntimeError, TimeoutError):
            self.evaluate("localStorage.clear()")
        self._browser.call("Target.closeTarget", {"targetId": self._target})

    def note(self, method: str, params: dict[str, Any]) -> None:
        """Keep what an event tells."""
        if method == "Page.loadEventFired":
            self._loaded = True
        elif method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            self.errors.append(details.get("exception", {}).get("description") or details["text"])
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "assert"):
            self.errors.append(" ".join(str(a.get("value") or a.get("description")) for a in params["args"]))
        elif method == "Log.entryAdded" and params["entry"]["level"] == "error":
            self.errors.append(f"{params['entry']['text']} {params['entry'].get('url', '')}")
