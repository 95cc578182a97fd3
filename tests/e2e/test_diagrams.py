"""Mermaid in the page: the library when it is wanted, or pictures that were drawn at build."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import Page

pytestmark = pytest.mark.browser

KNOWN = "Failed to patch FloatingVue"  # Slidev's client says this on every page
DECK = """\
# Flow

```mermaid {scale: 0.5}
graph LR
  A[开始] --> B{Is it?}
  B -->|yes| C
```

---

# Sequence

```mermaid {theme: 'neutral'}
sequenceDiagram
  Alice->>Bob: Hello
```

```mermaid
mindmap
  root((centre))
    leaf
```

---

# Wrong

```mermaid
nonsense
```

---

# None
"""
SHADOW = "[...document.querySelectorAll('.slidev-page-{no} .mermaid')].map(one => one.shadowRoot?.innerHTML ?? '')"
PACKED = re.compile(r'<script type="text/plain" id="packed-(mermaid|drawings)">')


@pytest.fixture(scope="module", params=["library", "prerendered"])
def deck(request: pytest.FixtureRequest, build: Callable[..., Path]) -> Path:
    return build({"slides.md": DECK}, *(["--prerender"] if request.param == "prerendered" else []))


def drawn(page: Page, no: int, count: int) -> list[str]:
    """The diagrams of a slide as soon as all of them are there."""
    found = SHADOW.format(no=no)
    page.wait(f"{found}.filter(Boolean).length === {count}", 40)
    return list(page.evaluate(found))


def show(page: Page, deck: Path, no: int) -> None:
    page.open(f"{deck.as_uri()}#/{no}")


def foreign(page: Page, deck: Path) -> list[str]:
    return [url for url in page.requests if not url.startswith(("data:", "blob:", deck.as_uri()))]


def test_diagrams_are_drawn_and_nothing_is_asked_or_complained_of(page: Page, deck: Path) -> None:
    show(page, deck, 1)
    [flow] = drawn(page, 1, 1)
    assert flow.startswith("<svg")
    assert "开始" in flow
    page.evaluate("location.hash = '#/2'")
    sequence, mindmap = drawn(page, 2, 2)
    assert "Hello" in sequence
    assert "centre" in mindmap
    assert foreign(page, deck) == []
    assert [error for error in page.errors if KNOWN not in error] == []


def test_the_scale_sets_the_height(page: Page, deck: Path) -> None:
    show(page, deck, 1)
    drawn(page, 1, 1)
    svg = "document.querySelector('.slidev-page-1 .mermaid').shadowRoot.querySelector('svg')"
    page.wait(f"{svg}.getAttribute('height')")
    height, box = page.evaluate(f"[+{svg}.getAttribute('height'), +{svg}.getAttribute('viewBox').split(' ')[3]]")
    assert height == pytest.approx(box / 2)


def test_dark_mode_draws_anew_what_has_no_theme_of_its_own(page: Page, deck: Path) -> None:
    show(page, deck, 2)
    light = drawn(page, 2, 2)
    page.press("d")
    page.wait(f"{SHADOW.format(no=2)}[1] !== {json.dumps(light[1])}", 40)
    dark = drawn(page, 2, 2)
    assert dark[0] == light[0], "a theme that is named is worn in both"
    page.press("d")
    assert page.wait(f"{SHADOW.format(no=2)}[1] === {json.dumps(light[1])}", 40)


def test_a_diagram_that_mermaid_rejects_says_why(page: Page, deck: Path) -> None:
    show(page, deck, 3)
    assert "UnknownDiagramError: No diagram type" in page.wait(
        "document.querySelector('.slidev-page-3 pre.text-wrap')?.textContent", 40
    )


def test_labels_of_one_diagram_do_not_style_another(page: Page, deck: Path) -> None:
    show(page, deck, 2)
    ids = [re.search(r'<svg[^>]* id="([^"]+)"', text) for text in drawn(page, 2, 2)]
    assert len({match[1] for match in ids if match}) == 2


def test_what_is_packed_is_what_is_needed(deck: Path) -> None:
    text = deck.read_text(encoding="utf-8")
    told = (deck.parent / "stderr.txt").read_text(encoding="utf-8")
    if PACKED.findall(text) == ["mermaid"]:
        assert 1_800_000 < len(text.partition('id="packed-mermaid">')[2].partition("<")[0]) < 2_200_000
        assert told.count("warning") == 0
    else:
        assert PACKED.findall(text) == ["drawings"]
        assert len(text) < 1_200_000
        assert "slides.md:28:1: warning: Mermaid rejects the diagram: No diagram type" in told


def test_a_deck_without_diagrams_has_no_library(build: Callable[..., Path]) -> None:
    assert PACKED.findall(build({"slides.md": "# A\n\n`mermaid`\n"}).read_text(encoding="utf-8")) == []


def test_the_same_deck_is_drawn_the_same(build: Callable[..., Path]) -> None:
    deck = "```mermaid\ngitGraph\n  commit\n  branch b\n  commit\n```\n"
    first = build({"slides.md": deck}, "--prerender", "--no-cache").read_bytes()
    assert build({"slides.md": deck}, "--prerender", "--no-cache").read_bytes() == first


def test_options_that_only_the_slide_knows_leave_the_library_in(build: Callable[..., Path], page: Page) -> None:
    text = "---\nlook: forest\n---\n\n# A\n\n```mermaid {theme: $frontmatter.look}\ngraph LR\n  A --> B\n```\n"
    deck = build({"slides.md": text}, "--prerender")
    assert set(PACKED.findall(deck.read_text(encoding="utf-8"))) == {"mermaid", "drawings"}
    told = (deck.parent / "stderr.txt").read_text(encoding="utf-8")
    assert "slides.md:7:1: warning: not drawn at build: ReferenceError: $frontmatter is not defined" in told
    show(page, deck, 1)
    assert "#cde498" in drawn(page, 1, 1)[0]  # the forest theme's green


def test_a_diagram_written_as_a_tag_leaves_the_library_in(build: Callable[..., Path]) -> None:
    deck = build({"slides.md": "<Mermaid code-lz='IYA' />\n"}, "--prerender")
    assert "mermaid" in PACKED.findall(deck.read_text(encoding="utf-8"))


@pytest.mark.parametrize("options", [(), ("--prerender",)])
def test_the_decks_own_setup_chooses_the_theme(
    build: Callable[..., Path], page: Page, options: tuple[str, ...]
) -> None:
    define = "import { defineMermaidSetup } from '@slidev/types'\n"
    setup = f"{define}export default defineMermaidSetup(() => ({{ theme: 'forest' }}))\n"
    deck = build({"slides.md": "```mermaid\ngraph LR\n  A --> B\n```\n", "setup/mermaid.ts": setup}, *options)
    show(page, deck, 1)
    assert "#cde498" in drawn(page, 1, 1)[0]


@pytest.mark.parametrize("options", [(), ("--prerender",)])
def test_a_renderer_of_the_decks_own_draws_instead(
    build: Callable[..., Path], page: Page, options: tuple[str, ...]
) -> None:
    setup = "export default () => code => `<svg><text>mine: ${code}</text></svg>`\n"
    deck = build({"slides.md": "```mermaid\ngraph\n```\n", "setup/mermaid-renderer.ts": setup}, *options)
    show(page, deck, 1)
    assert "mine: graph" in drawn(page, 1, 1)[0]
