"""Web fonts in Chromium, from `file://` and without a network: those that Slidev would fetch are in the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import Page
from published import package

pytestmark = pytest.mark.browser

BODY = "# Heading\n\nPlain, *slanted*, **bold** and `a => b`\n\n```ts\nconst a = b\n```\n"
LOADED = """document.fonts.ready.then(() => [...document.fonts].filter(face => face.status === 'loaded')
  .map(face => `${face.family.replaceAll('"', '')} ${face.weight} ${face.style}`).sort())"""
WIDTH = """(family => { const span = document.createElement('span')
  span.style.cssText = `position:absolute;font:40px ${family}`; span.textContent = 'Hamburgefonts iiiWWW 0123'
  document.body.append(span); const { width } = span.getBoundingClientRect(); span.remove(); return width })"""
KNOWN = "Failed to patch FloatingVue"


def opened(page: Page, deck: Path) -> list[str]:
    page.open(f"{deck.as_uri()}#/1")
    page.wait("document.querySelector('.slidev-page-1 h1')?.innerText === 'Heading'")
    page.wait("document.fonts.status === 'loaded' && document.fonts.size >= 0")
    return list(page.evaluate(LOADED))


def silent(page: Page) -> bool:
    return page.errors == [error for error in page.errors if KNOWN in error] and all(
        url.startswith(("data:", "blob:", "file:")) for url in page.requests
    )


def test_a_deck_of_the_default_theme_wears_its_fonts(page: Page, build: Callable[..., Path]) -> None:
    loaded = opened(page, build({"slides.md": BODY}))
    assert {"Nunito Sans 400 normal", "Nunito Sans 600 normal", "Fira Code 400 normal"} <= set(loaded)
    assert page.evaluate("document.fonts.check('16px \"Nunito Sans\"') && document.fonts.check('16px \"Fira Code\"')")
    assert page.evaluate(f"{WIDTH}('\"Nunito Sans\", monospace')") != page.evaluate(f"{WIDTH}('monospace')")
    assert silent(page)


def test_seriph_wears_its_fonts_slanted_too(page: Page, build: Callable[..., Path]) -> None:
    loaded = opened(page, build({"slides.md": f"---\ntheme: seriph\nlayout: default\n---\n\n{BODY}"}))
    assert {"PT Serif 400 normal", "PT Serif 400 italic", "PT Serif 700 normal", "PT Mono 400 normal"} <= set(loaded)
    assert silent(page)


def test_an_installed_family_is_worn_and_an_absent_one_is_told(page: Page, build: Callable[..., Path]) -> None:
    head = "---\nfonts:\n  sans: House Sans\n  mono: Nowhere Mono\n---\n\n"
    deck = build({"slides.md": head + BODY, "package.json": "{}", **package("house-sans", "400", "600")})
    assert opened(page, deck) == ["House Sans 400 normal", "House Sans 600 normal"]
    told = (deck.parent / "stderr.txt").read_text(encoding="utf-8")
    assert "slides.md:4:9: warning: the font `Nowhere Mono` is not in the page" in told
    assert "npm install @fontsource/nowhere-mono" in told
    assert "House" not in told
    assert silent(page)


def test_without_a_provider_the_page_has_no_fonts(page: Page, build: Callable[..., Path]) -> None:
    deck = build({"slides.md": f"---\nfonts:\n  provider: none\n---\n\n{BODY}"}, "--readable")
    assert opened(page, deck) == []
    assert "@font-face" not in deck.read_text(encoding="utf-8")
