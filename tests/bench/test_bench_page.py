"""How soon a page shows something, in Chromium: compared with an empty page and with a short deck of the same run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest
from chromium import Browser, required

from slidewright.resources import bundle_folder

pytestmark = [pytest.mark.slow, pytest.mark.browser]

SLIDE = "# Slide {no}\n\n- one {no}\n- two **words**\n\n<div v-click>later</div>\n\n```ts\nconst a = {no}\n```\n"
EMPTY = '<!DOCTYPE html><title>empty</title><div class="slidev-page-1"><div class="slidev-layout">hello</div></div>'
WATCH = """
const look = () => {
  const shown = document.querySelector('.slidev-page-1 .slidev-layout')
  if (shown?.getBoundingClientRect().height) requestAnimationFrame(() => { window.seen = performance.now() })
  else requestAnimationFrame(look)
}
look()"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    if not (bundle_folder() / "manifest.json").is_file():
        pytest.skip("the JavaScript bundles are not built in this checkout")

    def build(slides: int) -> Path:
        folder = tmp_path_factory.mktemp("deck")
        text = "\n---\n\n".join(SLIDE.format(no=no) for no in range(1, slides + 1))
        (folder / "slides.md").write_text(text, encoding="utf-8")
        environment = {**os.environ, "SLIDEWRIGHT_CACHE_DIR": str(folder / "cache")}
        command = [sys.executable, "-m", "slidewright", "build", "slides.md"]
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        return folder / "slides.html"

    return build


@pytest.fixture
def browser() -> Iterator[Browser]:
    with Browser(required()) as browser:
        yield browser


def first_sight(browser: Browser, url: str) -> float:
    """Milliseconds from the navigation to the frame after which the first slide is seen."""
    page = browser.page()
    page.call("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
    page.open(url)
    seen = float(page.wait("window.seen", 60))
    page.close()
    return seen


def test_the_first_slide_is_soon_there(
    browser: Browser, built: Callable[[int], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.html").write_text(EMPTY, encoding="utf-8")
    deck, empty = built(20).as_uri(), (tmp_path / "empty.html").as_uri()
    pairs = [(first_sight(browser, empty), first_sight(browser, deck)) for _ in range(7)]
    extra = median(page - nothing for nothing, page in pairs)
    with capsys.disabled():
        sys.stdout.write(f"\nfirst slide: {extra:.0f} ms after an empty page's text\n")
    assert extra > 0


def steps(browser: Browser, url: str) -> list[float]:
    """Milliseconds from a key to the frame that shows the next slide, for some slides, when the page is at rest."""
    page = browser.page()
    page.open(url)
    page.wait("document.querySelector('.slidev-page-2 .slidev-layout') && 1", 60)
    page.evaluate("new Promise(done => setTimeout(done, 4000))")  # the client opens further slides after three seconds
    times = []
    for no in range(2, 9):
        page.evaluate("window.start = performance.now()")
        page.press("ArrowDown")
        shown = f"(e => e && e.style.display !== 'none')(document.querySelector('.slidev-page-{no} .slidev-layout'))"
        page.wait(f"{shown} && 1")
        times.append(float(page.evaluate("performance.now() - window.start")))
    page.close()
    return times


def test_a_thousand_slides_are_as_quick_as_ten(
    browser: Browser, built: Callable[[int], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    few, many = built(10).as_uri(), built(1_000).as_uri()
    ratio = min(median(steps(browser, many)) / median(steps(browser, few)) for _ in range(2))
    with capsys.disabled():
        sys.stdout.write(f"\na step in 1,000 slides: {ratio:.1f} x one in 10\n")
    assert ratio < 5
