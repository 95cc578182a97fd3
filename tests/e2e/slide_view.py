"""Look at one slide of an open page: boxes in canvas pixels, computed styles and what an expression says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from chromium import Page

# Slidev's client says this on every page, in its own builds too.
KNOWN = "Failed to patch FloatingVue"
TOOLS = """(no => {
  const slide = document.querySelector(`#slide-content .slidev-page-${no}`)
  const $ = selector => slide.querySelector(selector)
  const css = (selector, name) => getComputedStyle($(selector))[name]
  const box = selector => {
    const { x, y, width, height } = $(selector).getBoundingClientRect()
    const own = slide.parentElement.getBoundingClientRect()
    return [x - own.x, y - own.y, width, height].map(Math.round)
  }
  return %s
})(%s)"""

SETTLED = """(no => {
  const shown = document.querySelectorAll('#slideshow > .slidev-page:not([style*="display: none"])')
  return shown.length === 1 && shown[0].matches(`.slidev-page-${no}:not([class*="-enter-"])`)
    && !!shown[0].querySelector('*')?.checkVisibility()
})(%s)"""


def complaints(page: Page) -> list[str]:
    """What the console said, but for what it says in Slidev's own builds too."""
    return [error for error in page.errors if KNOWN not in error]


class SlideView:
    """One slide at a time of a deck that is open in a page."""

    def __init__(self, page: Page, deck: Path) -> None:
        self.page = page
        self.no = 1
        page.open(f"{deck.as_uri()}#/1")
        self.wait("slide.firstElementChild")

    def go(self, no: int, clicks: int = 0) -> None:
        """Go to a slide at a click and wait until it alone is shown and no longer moves."""
        self.no = no
        self.page.evaluate(f"location.hash = '#/{no}?clicks={clicks}'")
        self.page.wait(SETTLED % no)

    def look(self, expression: str) -> Any:
        """Value of an expression that may use `slide`, `$(selector)`, `css(selector, name)` and `box(selector)`."""
        return self.page.evaluate(TOOLS % (expression, self.no))

    def wait(self, expression: str) -> Any:
        """Value of such an expression as soon as it is truthy; raises TimeoutError."""
        return self.page.wait(
            f"document.querySelector('#slide-content .slidev-page-{self.no}') && {TOOLS % (expression, self.no)}"
        )

    def css(self, selector: str, name: str) -> str:
        """Computed style of the first element that a selector finds in the slide."""
        return str(self.look(f"css({json.dumps(selector)}, {json.dumps(name)})"))

    def box(self, selector: str) -> list[int]:
        """Left, top, width and height of an element, in pixels of the canvas where the page has its size."""
        return list(self.look(f"box({json.dumps(selector)})"))
