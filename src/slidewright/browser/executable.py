"""Where Chromium, or a browser built on it, is on this machine."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Iterator
from pathlib import Path

from slidewright.browser.errors import BrowserError

VARIABLE = "SLIDEWRIGHT_CHROMIUM"
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
    "microsoft-edge-stable",
)
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def find_browser() -> Path:
    """The browser that SLIDEWRIGHT_CHROMIUM names, else the first on PATH or in the usual places.

    Raises BrowserError where there is none.
    """
    named = os.environ.get(VARIABLE)
    if named:
        found = shutil.which(named)
        if found is None:
            raise BrowserError(f"no program at `{named}`, which {VARIABLE} names")
        return Path(found)
    path = next(_present(), None)
    if path is None:
        raise BrowserError(f"no Chromium, Chrome or Edge on this machine ({VARIABLE} names one in an unusual place)")
    return path


def _present() -> Iterator[Path]:
    yield from (Path(path) for name in NAMES if (path := shutil.which(name)))
    yield from (path for path in _usual_places() if path.is_file())


def _usual_places() -> Iterator[Path]:
    if platform.system() == "Darwin":
        folders = [Path("/Applications"), Path("~/Applications").expanduser()]
        yield from (folder / name for folder in folders for name in _MAC)
    if platform.system() == "Windows":
        folders = [Path(value) for name in _WINDOWS_FOLDERS if (value := os.environ.get(name))]
        yield from (folder / name for folder in folders for name in _WINDOWS)
