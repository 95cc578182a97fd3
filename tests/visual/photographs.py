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
MOST = 100  # slides and clicks on a page
# The reference was made without the network, so without the themes' web fonts; `download` brings the print page.
HEADMATTER = "theme: {theme}\nfonts: {{provider: none}}\ndownload: true\n"
SLIDES = "[...document.querySelectorAll('.print-slide-container')]"
READY = f"""{SLIDES}.every(slide => slide.querySelector('.slidev-page')?.children.length)
  && [...document.images].every(image => image.complete) && document.fonts.status === 'loaded'
  && new Promise(done => {{ const before = {SLIDES}.length; setTimeout(() => done({SLIDES}.length === before), 1000) }})"""
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


def photographs(browser: Browser, deck: Path, series: Series, scale: int) -> Iterator[tuple[str, Pixels]]:
    """Pictures of a built deck as the references name them: `07`, or `07-02` at its first click.

    The references are of scale 2 on a screen of scale 1: what Chromium does with its screen, it does with letters too.
    """
    page = browser.page(WIDTH, HEIGHT * MOST)
    page.emulate(prefers_color_scheme="dark" if series.is_dark else "light")
    page.open(f"{deck.as_uri()}?print={'clicks' if series.has_clicks else 'true'}#/print")
    page.wait(READY, timeout=60)
    for index, name in enumerate(page.evaluate(NAMES)):
        no, click = name.split("-")
        yield no[1:] + (f"-{click}" if series.has_clicks else ""), _cut(page, index, scale)
    page.close()


def _cut(page: Page, index: int, scale: int) -> Pixels:
    clip = {"x": 0, "y": HEIGHT * index, "width": WIDTH, "height": HEIGHT, "scale": scale}
    options = {"format": "png", "optimizeForSpeed": True, "clip": clip}
    data = base64.b64decode(page.call("Page.captureScreenshot", options)["data"])
    return pixels(BytesIO(data))


def pixels(file: BytesIO | Path) -> Pixels:
    """The pixels of a picture."""
    return np.asarray(Image.open(file).convert("RGB"))
