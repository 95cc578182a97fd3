"""Each address that Slidev's dev server has shows the same thing in the preview."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from chromium import Browser, Page
from live import SHOWN, Live, Start

pytestmark = pytest.mark.browser

FILES = {
    "slides.md": """---
title: Talk
---

# One

---
routeAlias: intro
---

# Two

<v-clicks>

- first
- second

</v-clicks>

<!-- note of two -->

---
routeAlias: über uns
---

# Three
""",
    "setup/routes.ts": """import About from '../About.vue'
export default routes => [{ path: '/about', component: About }, ...routes]
""",
    "About.vue": "<template><main id='about'>About</main></template>",
}
SAYS = "document.body.innerText.includes('{}')"
SHOWS = f"({SHOWN})?.innerText.includes('{{}}')"
PRESENTS = "document.querySelector('.grid-section.main')?.innerText.includes('{}')"


@pytest.fixture(scope="module")
def live(started: Start) -> Live:
    return started(FILES)


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    page = browser.page(1280, 720)
    yield page
    page.close()


@pytest.mark.parametrize(
    ("address", "shown", "route"),
    [
        ("/", SHOWS.format("One"), "/1"),
        ("/3", SHOWS.format("Three"), "/3"),
        ("/2?clicks=1", f"{SHOWS.format('Two')} && !!document.querySelector('.slidev-vclick-current')", "/2?clicks=1"),
        ("/intro", SHOWS.format("Two"), "/intro"),
        ("/intro?clicks=2", SHOWS.format("second"), "/intro?clicks=2"),
        ("/über uns", SHOWS.format("Three"), "/%C3%BCber%20uns"),
        ("/presenter", PRESENTS.format("One"), "/presenter/1"),
        ("/presenter/3", PRESENTS.format("Three"), "/presenter/3"),
        ("/presenter/intro", PRESENTS.format("Two"), "/presenter/intro"),
        ("/overview", "document.querySelectorAll('.overview-slide-block').length === 3", "/overview"),
        ("/notes", "document.title === 'Notes - Talk - Slidev'", "/notes"),
        ("/notes-edit", SAYS.format("note of two"), "/overview"),
        ("/entry", SAYS.format("Presenter"), "/entry"),
        ("/print", "document.querySelectorAll('#print-content .print-slide-container').length === 3", "/print"),
        ("/export", "document.querySelectorAll('#print-content .print-slide-container').length === 3", "/print"),
        ("/presenter/print", SAYS.format("note of two"), "/presenter/print"),
        ("/about", "!!document.querySelector('#about')", "/about"),
        ("/nowhere", SHOWS.format("One"), "/nowhere"),
        ("/no/where", SAYS.format("404"), "/no/where"),
    ],
)
def test_an_address_shows_what_slidev_shows(live: Live, window: Page, address: str, shown: str, route: str) -> None:
    window.open(f"{live.url}{address}")
    window.wait(shown, 30)
    assert window.evaluate("location.pathname + location.hash") == f"/#{route}"


def test_a_frame_without_bars_is_asked_for_before_the_hash(live: Live, window: Page) -> None:
    window.open(f"{live.url}/intro?embedded=true")
    window.wait(SHOWS.format("Two"), 30)
    assert window.evaluate("location.search") == "?embedded=true"
