"""What needs an editor or a server: code with a note, and pictures where a build may fetch them."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from chromium import Page
from fixture_deck import picture

pytestmark = pytest.mark.browser

KNOWN = "Failed to patch FloatingVue"
EDITORS = """\
# Editors

```ts {monaco} {lines: true}
let a: number = 1
```

```js {monaco-diff}
let b = '{{ 1 }}'
~~~
let c = 2
let d
```

```py {monaco-run} {autorun: false}
print(1)
```

<<< ./own.ts {monaco-write}
"""
REMOTE = """\
---
plantUmlServer: SITE/plantuml
layout: image-right
image: SITE/back.png
---

![mine](SITE/a.png)

```plantuml {scale: 0.5, alt: 'Alice asks'}
@startuml
Alice -> Bob : {{ hi }}
@enduml
```

![](SITE/gone.png)
"""
SVG = b"""<?xml version="1.0"?><?plantuml 1?><svg xmlns="http://www.w3.org/2000/svg" width="80" height="60">
<script>window.top.hacked = 1</script><rect width="80" height="60" fill="#fc0"/></svg>"""


class Visitor(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = {"/a.png": picture(), "/back.png": picture(colour=(0, 90, 200))}.get(self.path)
        body = SVG if self.path.startswith("/plantuml/svg/") else body
        self.send_response(200 if body else 404)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Visitor)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def show(page: Page, deck: Path) -> None:
    page.open(f"{deck.as_uri()}#/1")
    page.wait("document.querySelector('.slidev-page-1 .slidev-layout')")


def unforeseen(page: Page, deck: Path) -> list[str]:
    foreign = [url for url in page.requests if not url.startswith(("data:", "blob:", deck.as_uri()))]
    return [*foreign, *(error for error in page.errors if KNOWN not in error)]


def told(deck: Path) -> list[str]:
    lines = (deck.parent / "stderr.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if "warning" in line]


def lines_told(deck: Path) -> list[int]:
    """The lines of the deck that warnings are about, those in one line for their cause included."""
    text = (deck.parent / "stderr.txt").read_text(encoding="utf-8")
    return sorted(int(line) for line in re.findall(r"(?:^slides\.md:|(?<=[ :])(?=\d+:\d+[ ,\n]))(\d+):\d+", text, re.M))


def test_editors_are_highlighted_code_with_a_note(page: Page, build: Callable[..., Path]) -> None:
    deck = build({"slides.md": EDITORS, "own.ts": "export const own = true\n"})
    show(page, deck)
    blocks = "[...document.querySelectorAll('.slidewright-code')].map(e => e.innerText)"
    page.wait(f"{blocks}.length === 4")
    editor, diff, run, write = page.evaluate(blocks)
    assert "let a: number = 1" in editor
    assert "editor: read-only in this file" in editor
    assert "let b = '{{ 1 }}'" in diff
    assert "let d" in diff
    assert "print(1)" in run
    assert "does not run" in run
    assert "export const own" in write
    panes = "document.querySelectorAll('.slidewright-code')[1].querySelectorAll('.shiki').length"
    assert page.evaluate(panes) == 2
    assert page.evaluate(
        "document.querySelectorAll('.slidewright-code')[0].querySelectorAll('.slidev-code-line-numbers').length"
    )
    assert lines_told(deck) == [3, 7, 14, 18], "all of one cause, each with its place"
    assert unforeseen(page, deck) == []


def test_plantuml_without_a_server_is_its_source_and_a_link(page: Page, build: Callable[..., Path], site: str) -> None:
    deck = build({"slides.md": REMOTE.replace("SITE", site)})
    show(page, deck)
    shown = page.wait("document.querySelector('.slidewright-code')?.innerText")
    assert "Alice -> Bob : {{ hi }}" in shown
    link = page.evaluate("document.querySelector('.slidewright-note a').href")
    assert link.startswith(f"{site}/plantuml/svg/")
    assert unforeseen(page, deck) == []
    assert len(told(deck)) == 4


def test_external_takes_pictures_and_diagrams_into_the_page(page: Page, build: Callable[..., Path], site: str) -> None:
    deck = build({"slides.md": REMOTE.replace("SITE", site)}, "--external", "--allow-private")
    [failure] = told(deck)
    assert f"not in the page: {site}/gone.png (404 Not Found) [remote-content]" in failure
    assert failure.startswith("slides.md:15:5")
    show(page, deck)
    sizes = "[...document.querySelectorAll('.slidev-page-1 img')].map(e => [e.alt, e.naturalWidth, e.src.slice(0, 5)])"
    page.wait(f"{sizes}.map(one => one[1]).join() === '40,80,400'")
    mine, diagram, gone = page.evaluate(sizes)
    assert mine == ["mine", 40, "blob:"]
    assert diagram == ["Alice asks", 80, "blob:"]
    assert gone[2] == "data:"
    assert page.evaluate("document.querySelector('.slidev-page-1 img[alt=\"Alice asks\"]').style.scale") == "0.5"
    back = "[...document.querySelectorAll('.slidev-page-1 *')].some(e => e.style.backgroundImage.includes('blob:'))"
    assert page.wait(back)
    assert page.evaluate("window.hacked") is None
    assert "hacked" not in deck.read_text(encoding="utf-8")
    assert unforeseen(page, deck) == []


def test_private_addresses_are_not_fetched_unless_allowed(build: Callable[..., Path], site: str) -> None:
    deck = build({"slides.md": REMOTE.replace("SITE", site)}, "--external")
    assert lines_told(deck) == [4, 7, 9, 15]
    [line] = told(deck)
    assert "(a private address)" in line
