"""`--assets`: a page whose pictures and media are files beside it, in Chromium, from a disk and from a server."""

from __future__ import annotations

import functools
import http.server
import io
import threading
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import Page
from fixture_deck import picture

from slidewright.resources import bundle_folder

pytestmark = pytest.mark.browser

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="green"/></svg>'
DECK = """\
---
layout: cover
background: ./back.png
---

# Cover

---

# Second

![one](./one.png)

<img src="./drawn.svg"> <img src="./zwei wörter.png">

<audio src="./sound.wav" controls preload="auto"></audio>

<iframe src="./frame.html" /> <iframe src="./framed.svg" class="svg" />

<div class="pictured">box</div>

<style>
.pictured { background-image: url('./two.png'); mask-image: url('./mask.svg'); }
</style>
"""
KNOWN = "Failed to patch FloatingVue"
SECOND = "document.querySelector('.slidev-page-2')"


def sound() -> bytes:
    stream = io.BytesIO()
    with wave.open(stream, "wb") as out:
        out.setparams((1, 1, 8000, 0, "NONE", ""))
        out.writeframes(b"\x80" * 800)
    return stream.getvalue()


def files() -> dict[str, str | bytes]:
    own = (bundle_folder() / "fonts/@fontsource/pt-mono/files/pt-mono-latin-400-normal.woff2").read_bytes()
    pictures = {
        name: picture(colour=(no * 40, 60, 20)) for no, name in enumerate(("back", "one", "two", "zwei wörter"))
    }
    return {
        "slides.md": DECK,
        **{f"{name}.png": content for name, content in pictures.items()},
        **{
            f"{name}.svg": SVG.replace("green", colour)
            for name, colour in (("drawn", "red"), ("framed", "blue"), ("mask", "black"))
        },
        "sound.wav": sound(),
        "frame.html": "<p>framed",
        "own.woff2": own,
        "style.css": "@font-face { font-family: Own; src: url(./own.woff2) } h1 { font-family: Own !important }",
    }


@pytest.fixture(scope="module", params=["inline", "dir", "my files/media"])
def deck(request: pytest.FixtureRequest, build: Callable[..., Path]) -> Path:
    return build(files(), "--assets", request.param)


@pytest.fixture
def served(deck: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=deck.parent)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{deck.name}"
        server.shutdown()


def everything_shows(page: Page, address: str) -> None:
    page.open(f"{address}#/1")
    cover = "document.querySelector('.slidev-page-1 .slidev-layout')"
    page.wait(f"{cover} && getComputedStyle({cover}).backgroundImage.includes('url(')")
    page.evaluate("location.hash = '#/2'")
    page.wait(f"[...{SECOND}?.querySelectorAll('img') ?? []].filter(image => image.naturalWidth === 40).length === 3")
    page.wait(f"{SECOND}.querySelector('audio').readyState > 2")
    page.wait(
        "document.fonts.check('16px Own') && [...document.fonts].some(f => f.family === 'Own' && f.status === 'loaded')"
    )
    page.wait(f"getComputedStyle({SECOND}.querySelector('.pictured')).backgroundImage.includes('url(')")
    assert [error for error in page.errors if KNOWN not in error] == []


def test_everything_shows_from_a_disk(page: Page, deck: Path) -> None:
    everything_shows(page, deck.as_uri())
    near = deck.parent.as_uri()
    assert [url for url in page.requests if not url.startswith(("data:", "blob:", near))] == []


def test_everything_shows_from_a_server(page: Page, served: str) -> None:
    everything_shows(page, served)
    assert [url for url in page.requests if not url.startswith(("data:", "blob:", served.rsplit("/", 1)[0]))] == []


def test_frames_are_in_the_page_and_under_its_policy(deck: Path) -> None:
    text = deck.read_text(encoding="utf-8")
    assert "frame-src data: blob:; object-src data: blob:; connect-src data: blob:;" in text
    assert text.count('data-type="text/html;charset=utf-8">') == 1
