"""The feature deck as Slidev's exporter takes it: all slides on one tall print page, and cut out of it."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from shutil import copytree

import numpy as np
from chromium import Browser, Page
from likeness import Pixels
from PIL import Image

DECK = Path(__file__).with_name("deck")
WIDTH, HEIGHT = 980, 552
STRIP = 6  # slides that are photographed at once
# The reference was made without the network, so without the themes' web fonts; `download` brings the print page.
HEADMATTER = "theme: {theme}\nfonts: {{provider: none}}\ndownload: true\n"
SLIDES = "[...document.querySelectorAll('.print-slide-container')]"
SETTLED = f"""new Promise(done => {{
  const before = {SLIDES}.length
  setTimeout(() => done({SLIDES}.length === before), 1000)
}})"""
READY = f"""{SLIDES}.every(slide => slide.querySelector('.slidev-page')?.children.length)
  && [...document.images].every(image => image.complete) && document.fonts.status === 'loaded'
  && [...document.querySelectorAll('.mermaid')].every(one => (one.shadowRoot ?? one).querySelector('svg'))
  && {SETTLED}"""
NAMES = f"{SLIDES}.map(slide => slide.id)"
# Chromium draws a frame of another origin at the size it has on the screen, not doubled: let files be one origin.
SWITCHES = ("--allow-file-access-from-files",)


@dataclass(frozen=True, slots=True)
class Series:
    """One export of the deck: its name among the references, its theme, and how it is shown."""

    name: str
    theme: str = "default"
    is_dark: bool = False
    has_clicks: bool = False

    def name_of(self, slide: str) -> str:
        """The name of a picture: of `007-02`, the slide's own; with clicks, of that click."""
        no, click = slide.split("-")
        return f"{int(no):02}-{click}" if self.has_clicks else f"{int(no):02}"


ALL_SERIES = (
    Series("default"),
    Series("seriph", theme="seriph"),
    Series("default-dark", is_dark=True),
    Series("default-clicks", has_clicks=True),
)


def build(folder: Path, theme: str) -> Path:
    """The deck's page in that theme, built with the command line."""
    deck = folder / theme
    copytree(DECK, deck)
    entry = deck / "slides.md"
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace("theme: default\n", HEADMATTER.format(theme=theme), 1), encoding="utf-8")
    command = [sys.executable, "-m", "slidewright", "build", "slides.md", "-o", "out.html"]
    environment = {**os.environ, "SLIDEWRIGHT_CACHE_DIR": str(folder / "cache")}
    done = subprocess.run(command, cwd=deck, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return deck / "out.html"


def photographs(browser: Browser, deck: Path, series: Series, count: int, scale: int) -> Iterator[tuple[str, Pixels]]:
    """About `count` pictures of a built deck as the references name them: `07`, or `07-02` at its first click.

    The references are of scale 2 on a screen of scale 1: what Chromium does with its screen, it does with letters too.
    """
    page = browser.page(WIDTH, HEIGHT * count)
    page.emulate(prefers_color_scheme="dark" if series.is_dark else "light")
    page.open(f"{deck.as_uri()}?print={'clicks' if series.has_clicks else 'true'}#/print")
    page.wait(READY, timeout=60)
    names = page.evaluate(NAMES)
    for start in range(0, len(names), STRIP):
        some = names[start : start + STRIP]
        yield from zip(
            map(series.name_of, some), np.split(_strip(page, start, len(some), scale), len(some)), strict=True
        )
    page.close()


def _strip(page: Page, start: int, count: int, scale: int) -> Pixels:
    """Some slides, one below the other: one picture of six takes a third of the time of six pictures."""
    clip = {"x": 0, "y": HEIGHT * start, "width": WIDTH, "height": HEIGHT * count, "scale": scale}
    options = {"format": "png", "optimizeForSpeed": True, "clip": clip}
    return pixels(BytesIO(base64.b64decode(page.call("Page.captureScreenshot", options)["data"])))


def pixels(file: BytesIO | Path) -> Pixels:
    """The pixels of a picture."""
    return np.asarray(Image.open(file).convert("RGB"))
