"""Previews of a deck in processes of their own, and a page of Chromium that notes when it shows an edit."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from chromium import Page
from live import free_port

OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"  # neither side waits for a network
PATIENCE = 120.0  # seconds
QUIET = 0.35  # seconds between edits
NOTE_WHAT_IS_SHOWN = """
window.seen = {}
const look = () => {
  const slide = document.querySelector('#slide-content .slidev-page-2')
  if (!slide?.getBoundingClientRect().height) return
  const classes = [...slide.querySelectorAll('[class*=edit]')].map(e => e.className)
  const widths = [...slide.querySelectorAll('img')].map(e => `edit${e.naturalWidth}x`)
  for (const [mark] of [slide.textContent, ...classes, ...widths].join(' ').matchAll(/edit\\d+x/g)) {
    if (mark in seen) continue
    seen[mark] = 0
    requestAnimationFrame(() => { seen[mark] = performance.timeOrigin + performance.now() })
  }
}
new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
document.addEventListener('load', look, true)
"""


class Program(NamedTuple):
    """What shows a deck: the command without its port, and the route of the second slide."""

    name: str
    command: list[str]
    route: str


OURS = Program("slidewright", [sys.executable, "-m", "slidewright", "serve", "slides.md"], "#/2")


def slidev(lab: Path, folder: Path) -> Program:
    """Slidev, as it is installed in the lab, for the deck of a folder."""
    if not (folder / "node_modules").exists():
        shutil.copy(lab / "package.json", folder)
        shutil.copytree(lab / "node_modules", folder / "node_modules", symlinks=True, copy_function=os.link)
    node = shutil.which("node")
    assert node is not None
    return Program("slidev", [node, "node_modules/@slidev/cli/bin/slidev.mjs", "slides.md"], "2")


def wait_for_port(process: subprocess.Popen[bytes], port: int) -> None:
    """Wait until a process listens."""
    end = time.monotonic() + PATIENCE
    while True:
        assert process.poll() is None and time.monotonic() < end, "the preview does not listen"
        with suppress(OSError), socket.create_connection(("localhost", port), 1):
            return
        time.sleep(0.01)


class Preview:
    """A preview, the second slide of its deck on show."""

    def __init__(self, program: Program, folder: Path, page: Page, cache: Path) -> None:
        self.folder, self.page = folder, page
        environment = {**os.environ, "SLIDEWRIGHT_CACHE_DIR": str(cache)}
        page.call("Page.addScriptToEvaluateOnNewDocument", {"source": NOTE_WHAT_IS_SHOWN})
        port = free_port()
        command = [*program.command, "--port", str(port)]
        with (folder / f"{program.name}.log").open("ab") as log:
            start = time.time()
            self.process = subprocess.Popen(
                command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment
            )
        try:
            wait_for_port(self.process, port)
            page.call("Page.navigate", {"url": f"http://localhost:{port}/{program.route}"})
            self.start = self.shown_at("edit0x") - start
        except BaseException:
            self.close()
            raise

    def shown_at(self, mark: str) -> float:
        """When the page painted a mark, in seconds since the epoch; it may have loaded anew meanwhile."""
        return float(self.page.wait(f"window.seen?.{mark}", PATIENCE)) / 1000

    def save(self, name: str, content: bytes, mark: str, quiet: float = QUIET) -> float:
        """Seconds from a save, as editors do it, until it is painted; then wait for so many."""
        new = self.folder / f".{name}.new"
        new.write_bytes(content)
        start = time.time()
        new.replace(self.folder / name)
        seconds = self.shown_at(mark) - start
        time.sleep(quiet)
        return seconds

    def close(self) -> None:
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def shown(program: Program, folder: Path, page: Page, cache: Path) -> Iterator[Preview]:
    """A preview that is ended, and its page closed, at the end."""
    preview = Preview(program, folder, page, cache)
    try:
        yield preview
    finally:
        preview.close()
        page.close()
