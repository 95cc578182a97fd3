"""A deck in `slidewright serve`, and a window of Chromium that looks at it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from chromium import Page

PATIENCE = 60.0  # seconds: on a machine that does other things, too


def until(condition: Callable[[], Any], what: str = "it", seconds: float = PATIENCE) -> Any:
    """The first true value of a condition."""
    end = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < end, f"waited {seconds:g} s for {what}"
        time.sleep(0.02)
    return value


def free_port() -> int:
    """A port that no preview takes by itself: they look from 3030 on."""
    with socket.socket() as listener:
        listener.bind(("localhost", 0))
        return int(listener.getsockname()[1])


class Live:
    """A preview in a process of its own; it can be closed and started again."""

    def __init__(self, folder: Path, cache: Path, *options: str) -> None:
        self.folder = folder
        self.log = folder.parent / f"{folder.name}.log"
        self._environment = {**os.environ, "SLIDEWRIGHT_CACHE_DIR": str(cache)}
        self._command = [sys.executable, "-m", "slidewright", "serve", "slides.md", *options]
        self.start()

    def start(self) -> None:
        """Start it, and wait until it is open."""
        with self.log.open("w") as log:
            started = subprocess.Popen(self._command, cwd=self.folder, stdout=log, stderr=log, env=self._environment)
        self.process = started
        self.url = until(self._address, "the address of the preview").rstrip("/")

    def _address(self) -> str | None:
        assert self.process.poll() is None, self.said()
        found = re.search(r"http://localhost:\d+/", self.said())
        return found[0] if found and "watching" in self.said() else None

    def said(self) -> str:
        """What it printed."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def write(self, name: str, content: str | bytes) -> None:
        """Save a file as editors do: another one in its place."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f".{path.name}.new")
        new.write_bytes(content.encode() if isinstance(content, str) else content)
        new.replace(path)

    def edit(self, old: str, new: str, name: str = "slides.md") -> None:
        """Replace some text of a file."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def findings(self) -> dict[str, Any]:
        """The current findings."""
        with urllib.request.urlopen(f"{self.url}/@slidewright/findings.json", timeout=PATIENCE) as answer:
            found: dict[str, Any] = json.loads(answer.read())
            return found

    def close(self) -> int:
        """End it as Ctrl-C does; its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)


class Window:
    """A window that looks at a preview. It is marked, so that a reload shows."""

    def __init__(self, page: Page, live: Live, route: str = "1") -> None:
        self.page = page
        page.open(f"{live.url}/#/{route}")
        self.wait("window.slidewright?.live?.status === 'connected'")
        self.wait("document.querySelector('.slidev-layout, .slidev-note, #slide-container')")
        page.evaluate("window.mark = 'not reloaded'")

    def wait(self, expression: str) -> Any:
        """The first true value of an expression."""
        return self.page.wait(expression, PATIENCE)

    def get(self, expression: str) -> Any:
        """The value of an expression."""
        return self.page.evaluate(expression)

    def shows(self, text: str) -> bool:
        """Wait until the slide on show has a text."""
        return bool(self.wait(f"({SHOWN})?.innerText.includes({json.dumps(text)})"))

    @property
    def is_marked(self) -> bool:
        """Is this still the page that was opened?"""
        return bool(self.get("window.mark === 'not reloaded'"))

    @property
    def route(self) -> str:
        """Where it is."""
        return str(self.get("location.hash")).removeprefix("#/")

    def errors(self) -> list[str]:
        """What the page complained of."""
        return [error for error in self.page.errors if "Failed to patch FloatingVue" not in error]


SHOWN = "[...document.querySelectorAll('#slide-content .slidev-page')].find(e => e.style.display !== 'none')"
Files = Mapping[str, str | bytes]
Open = Callable[..., tuple[Live, Window]]
Start = Callable[..., Live]


def write_files(folder: Path, files: Files) -> Path:
    """A folder with these files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
