from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from slidewright.resources import bundle_folder

sys.path.insert(0, str(Path(__file__).parent))

from chromium import Browser, Page, required
from live import Files, Live, Open, Start, Window, write_files

Build = Callable[..., Path]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Build files of a deck with the command line; the page."""
    if not (bundle_folder() / "manifest.json").is_file():
        pytest.skip("the JavaScript bundles are not built in this checkout")

    def run(files: Mapping[str, str | bytes], *options: str) -> Path:
        folder = tmp_path_factory.mktemp("deck")
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        environment = {**os.environ, "SLIDEWRIGHT_CACHE_DIR": str(tmp_path_factory.getbasetemp() / "cache")}
        command = [sys.executable, "-m", "slidewright", "build", "slides.md", "-o", "out.html", *options]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        (folder / "stderr.txt").write_text(done.stderr, encoding="utf-8")
        return folder / "out.html"

    return run


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with Browser(required()) as browser:
        yield browser


@pytest.fixture
def opened(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Open]:
    """Open files of a deck in the preview, with a window that looks at a route of it."""
    if not (bundle_folder() / "manifest.json").is_file():
        pytest.skip("the JavaScript bundles are not built in this checkout")
    lives: list[Live] = []
    pages: list[Page] = []

    def run(files: Files, route: str = "1", *options: str) -> tuple[Live, Window]:
        cache = tmp_path_factory.getbasetemp() / "cache"
        lives.append(Live(write_files(tmp_path / "deck", files), cache, *options))
        pages.append(browser.page(1280, 720))
        return lives[-1], Window(pages[-1], lives[-1], route)

    yield run
    for page in pages:
        page.close()
    for live in lives:
        assert live.close() == 0, live.said()


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Start previews of files of a deck; they run until the module's tests are done, and end in order."""
    if not (bundle_folder() / "manifest.json").is_file():
        pytest.skip("the JavaScript bundles are not built in this checkout")
    lives: list[Live] = []

    def run(files: Files, *options: str) -> Live:
        folder = write_files(tmp_path_factory.mktemp("decks") / "talk", files)
        lives.append(Live(folder, tmp_path_factory.getbasetemp() / "cache", *options))
        return lives[-1]

    yield run
    for live in lives:
        assert live.close() == 0, live.said()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.page()
    page.emulate(prefers_color_scheme="light")
    yield page
    page.close()
