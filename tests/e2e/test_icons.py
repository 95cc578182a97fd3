"""Icons in Chromium: as tags, as classes, in own components and titles, with their colours."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from chromium import Page

pytestmark = pytest.mark.browser

DECK = """\
# Tags

<div id="tags" class="text-4xl">
<carbon-home class="text-red-500" data-id="home" />
<mdi:account id="account" text-5xl />
<MdiNumeric1Box id="digits" />
<logos-vue id="vue" />
<twemoji-cat id="cat" />
<uim-rocket id="rocket" />
<mdi-nope id="nope" />
<ph-cat id="mine" />
<Own />
</div>

Words and <ri-home-line id="inline" style="color: rgb(0, 0, 255)" /> in a line.

---

# Classes

<div id="mask" class="i-mdi:account text-5xl text-red-500" />
<div id="dashed" class="i-carbon-home text-3xl" />
<div id="attribute" i-tabler-abc text-3xl />
<div id="coloured" class="i-twemoji-cat text-3xl" />
<div id="forced" class="i-twemoji-cat?mask text-3xl" />
<div id="installed" class="i-uim:rocket text-3xl" />
<div id="nothing" class="i-mdi:nope text-3xl" />

```js [npm ~i-logos:npm-icon~]
const a = 1
```

---

# Gradients

<logos-angular-icon /> <logos-angular-icon />
"""

FILES = {
    "package.json": "{}",
    "components/Own.vue": '<template><i><tabler-abc id="in-own" /></i></template>',
    "components/PhCat.vue": "<template><b>mine</b></template>",
    "node_modules/@iconify-json/uim/icons.json": json.dumps(
        {
            "prefix": "uim",
            "width": 24,
            "height": 24,
            "icons": {
                "moon": {"body": "<circle r='1' fill='currentColor'/>"},
                "boat": {"body": "<circle cx='12' cy='12' r='9' fill='currentColor'/>"},
            },
            "aliases": {"rocket": {"parent": "boat", "rotate": 1}},
        }
    ),
}


@pytest.fixture(scope="module")
def deck(build: Callable[..., Path]) -> Path:
    return build({"slides.md": DECK, **FILES})


@pytest.fixture
def styled(page: Page, deck: Path) -> Callable[[int, str], dict[str, Any]]:
    """Facts of an element on a slide: its tag, size, colour, mask and background."""

    def facts(no: int, selector: str) -> dict[str, Any]:
        page.open(f"{deck.as_uri()}#/{no}")
        page.wait(f"document.querySelector('.slidev-page-{no} h1')")
        return dict(
            page.evaluate(
                f"""(() => {{
  const element = document.querySelector({json.dumps(selector)}), style = getComputedStyle(element)
  const {{ width, height }} = element.getBoundingClientRect()
  return {{ tag: element.tagName, width, height, inside: element.innerHTML, color: style.color,
    mask: style.maskImage, background: style.backgroundImage, fill: style.backgroundColor,
    names: [...element.classList] }}
}})()"""
            )
        )

    return facts


def test_tags_are_drawn_in_the_texts_colour(styled: Callable[[int, str], dict[str, Any]]) -> None:
    home = styled(1, "[data-id=home]")
    assert home["tag"] == "svg" and "<path" in home["inside"]
    assert {"slidev-icon", "text-red-500"} <= set(home["names"])
    assert home["color"] == "rgb(239, 68, 68)" and 'fill="currentColor"' in home["inside"]
    assert home["height"] == pytest.approx(36 * 1.2, abs=1)
    assert styled(1, "#inline")["color"] == "rgb(0, 0, 255)"


def test_tags_of_every_spelling_and_set(styled: Callable[[int, str], dict[str, Any]]) -> None:
    for name in ("account", "digits", "vue", "cat", "rocket"):
        found = styled(1, f"#{name}")
        assert found["tag"] == "svg" and found["width"] > 20, name
    assert "#41b883" in styled(1, "#vue")["inside"]
    assert "rotate(90 12 12)" in styled(1, "#rocket")["inside"]


def test_the_decks_own_components_come_first_and_draw_icons(styled: Callable[[int, str], dict[str, Any]]) -> None:
    assert styled(1, "#mine")["inside"] == "mine"
    assert styled(1, "#in-own")["tag"] == "svg"


def test_an_unknown_icon_stays_an_element_without_anything(styled: Callable[[int, str], dict[str, Any]]) -> None:
    found = styled(1, "#nope")
    assert (found["tag"], found["inside"]) == ("MDI-NOPE", "")


def test_classes_are_masks_or_pictures(styled: Callable[[int, str], dict[str, Any]]) -> None:
    mask = styled(2, "#mask")
    assert mask["mask"].startswith('url("data:image/svg+xml') and mask["fill"] == mask["color"] == "rgb(239, 68, 68)"
    assert mask["width"] == pytest.approx(48, abs=1)
    for name in ("dashed", "attribute", "forced", "installed"):
        assert styled(2, f"#{name}")["mask"].startswith("url("), name
    coloured = styled(2, "#coloured")
    assert coloured["background"].startswith("url(") and coloured["mask"] == "none"
    nothing = styled(2, "#nothing")
    assert nothing["background"] == nothing["mask"] == "none"


def test_the_title_of_a_listing_has_its_icon(styled: Callable[[int, str], dict[str, Any]]) -> None:
    icon = styled(2, ".slidev-code-block-title > :first-child")
    assert icon["background"].startswith("url(") and icon["width"] > 8


def test_two_drawings_of_an_icon_share_no_names(page: Page, deck: Path) -> None:
    page.open(f"{deck.as_uri()}#/3")
    ids = page.wait(
        "(e => e.length > 1 && e.map(x => x.id))([...document.querySelectorAll('.slidev-page-3 svg [id]')])"
    )
    assert len(ids) == len(set(ids))
    used = page.evaluate("[...document.querySelectorAll('.slidev-page-3 svg')].map(e => e.innerHTML).join('')")
    assert all(f"url(#{name})" in used for name in ids)


def test_only_what_is_used_is_in_the_page(deck: Path) -> None:
    from_page = deck.stat().st_size
    assert from_page < 3_000_000
    warnings = deck.with_name("stderr.txt").read_text(encoding="utf-8")
    assert warnings.count("there is no icon `nope` in the set `mdi`") == 2
    assert "rocket" not in warnings
