"""A deck with a local theme, an addon and parts of its own in Chromium: what each root brings, and who wins."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import Browser, Page

pytestmark = pytest.mark.browser

DECK = """\
---
theme: ./theme
addons: [./addon]
title: Roots
---

# One

<Badge/> <theme-only/> <MadeInMain/>

---
layout: mine
tone: loud
---

# Two

<p class="x brand-box zoom-7">styled</p>

```foo
xx yy
```

$\\RR$

---
layout: banner
---

# Three

---

# Four

<Broken/> <Twice/> <p class="rest">still here</p>
"""
MAIN = "import { defineAppSetup } from '@slidev/types'\nimport { name } from '../names'\n"
FILES = {
    "slides.md": DECK,
    # the theme
    "theme/package.json": json.dumps(
        {"name": "t", "slidev": {"colorSchema": "dark", "defaults": {"themeConfig": {"primary": "#123456"}}}}
    ),
    "theme/layouts/banner.vue": "<template><div class='slidev-layout banner'><slot/></div></template>",
    "theme/layouts/mine.vue": "<template><i>the theme's</i></template>",
    "theme/components/Badge.vue": "<template><b class='badge'>theme</b></template>",
    "theme/components/ThemeOnly.vue": "<template><b class='only'>{{ $nav.total }}</b></template>",
    "theme/global-top.vue": "<template><div class='layer'>theme top</div></template>",
    "theme/styles/index.ts": "import '@slidev/client/styles/layouts-base.css'\nimport './a.css'",
    "theme/styles/a.css": ".x { color: rgb(1, 1, 1); background: rgb(9, 9, 9) }\n"
    ".banner { background: url(/theme/p.svg) }",
    "theme/public/p.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
    # the addon
    "addon/package.json": json.dumps({"name": "a", "slidev": {"addons": ["./inner"]}}),
    "addon/inner/components/Twice.ts": "import { h } from 'vue'\n"
    "export default { render: () => h('b', { class: 'twice' }, '2') }",
    "addon/components/Badge.vue": "<template><b class='badge'>addon</b></template>",
    "addon/slide-top.vue": "<template><u class='on-slide'>{{ $page }}/{{ $frontmatter.tone }}</u></template>",
    "addon/style.css": ".x { color: rgb(2, 2, 2) }",
    "addon/setup/root.ts": "export default () => { window.rootRan = (window.rootRan ?? 0) + 1 }",
    # the deck's own folder
    "components/Badge.vue": "<template><b class='badge'>deck</b></template>",
    "components/Broken.vue": "<script setup>\nconst x = \n</script>\n<template><b/></template>",
    "components/Unused.vue": "<template><div></template>",
    "layouts/mine.vue": "<script setup>\ndefineProps({ tone: String })\n</script>\n"
    "<template><div class='slidev-layout mine' :class='tone'><slot/></div></template>",
    "global-top.vue": "<template><div class='layer'>deck top {{ $nav.currentPage }}</div></template>",
    "global-bottom.vue": "<template><div class='below'>{{ $slidev.configs.title }}</div></template>",
    "custom-nav-controls.vue": "<template><button class='own-control'>more</button></template>",
    "style.css": ".x { color: rgb(3, 3, 3) }",
    "uno.config.ts": "import { defineConfig, presetUno } from 'unocss'\nimport { brand } from './names'\n"
    "export default defineConfig({ presets: [presetUno()], theme: { colors: { brand } }, "
    "shortcuts: { 'brand-box': 'border-4 border-brand' }, rules: [[/^zoom-(\\d)$/, ([, n]) => ({ zoom: n })]] })",
    "names.ts": "export const name: string = 'MadeInMain'\nexport const brand = '#00ff00'",
    "setup/main.ts": MAIN + "export default defineAppSetup(({ app, router }) => {\n"
    "  app.component(name, { template: '', render: () => 'from main' })\n  window.hasRouter = Boolean(router)\n})",
    "setup/shortcuts.ts": "import type { NavOperations, ShortcutOptions } from '@slidev/types'\n"
    "import { defineShortcutsSetup } from '@slidev/types'\n"
    "export default defineShortcutsSetup((nav: NavOperations, base: ShortcutOptions[]) => "
    "[...base, { key: 'e', fn: () => nav.go(3) }])",
    "setup/routes.ts": "import { h } from 'vue'\nexport default routes => "
    "[{ path: '/about', component: { render: () => h('h1', { class: 'about' }, 'About') } }, ...routes]",
    "setup/context-menu.ts": "import { computed } from 'vue'\n"
    "export default items => computed(() => [...items.value, { label: 'Own entry', action: () => {} }])",
    "setup/shiki.ts": "import { defineShikiSetup } from '@slidev/types'\nexport default defineShikiSetup(() => ({ "
    "themes: { dark: 'nord', light: 'min-light' }, langs: [{ name: 'foo', scopeName: 'source.foo', "
    "patterns: [{ match: 'x+', name: 'keyword' }] }] }))",
    "setup/katex.ts": "export default () => ({ macros: { '\\\\RR': '\\\\mathbb{R}' } })",
    "index.html": "<head><meta name='own' content='1'><script>window.fromIndex = 1</script></head>"
    "<body><div id='extra'>extra</div></body>",
}


@pytest.fixture(scope="module")
def deck(build: Callable[..., Path]) -> Path:
    return build(FILES)


@pytest.fixture(scope="module")
def shown(browser: Browser, deck: Path) -> Page:
    return browser.page()


def at(page: Page, deck: Path, place: str, selector: str) -> None:
    page.open(f"{deck.as_uri()}#/{place}")
    page.wait(f"document.querySelector({json.dumps(selector)})?.offsetParent")


def text(page: Page, selector: str) -> str:
    return str(page.evaluate(f"document.querySelector({json.dumps(selector)}).textContent"))


def style(page: Page, selector: str, name: str) -> str:
    return str(page.evaluate(f"getComputedStyle(document.querySelector({json.dumps(selector)})).{name}"))


def test_only_what_is_broken_is_told(deck: Path) -> None:
    told = (deck.parent / "stderr.txt").read_text()
    rules = [line.rpartition("[")[2].rstrip("]") for line in told.splitlines()[:-1]]
    assert rules == ["broken-code", "broken-code"]
    assert "components/Broken.vue:" in told
    assert "components/Unused.vue:1" in told


def test_a_component_of_the_deck_goes_before_the_addons_and_the_themes(shown: Page, deck: Path) -> None:
    at(shown, deck, "1", ".slidev-page-1 .badge")
    assert text(shown, ".slidev-page-1 .badge") == "deck"
    assert text(shown, ".slidev-page-1 .only") == "4"
    assert "from main" in text(shown, ".slidev-page-1")


def test_an_own_layout_goes_before_the_themes_and_has_its_props(shown: Page, deck: Path) -> None:
    at(shown, deck, "2", ".slidev-page-2 .mine")
    assert shown.evaluate("document.querySelector('.slidev-page-2 .mine').classList.contains('loud')")
    at(shown, deck, "3", ".slidev-page-3 .banner")
    assert "blob:" in style(shown, ".slidev-page-3 .banner", "backgroundImage")


def test_layers_of_all_roots_stand_in_order_with_their_context(shown: Page, deck: Path) -> None:
    at(shown, deck, "2", ".slidev-page-2 .on-slide")
    layers = shown.evaluate("[...document.querySelectorAll('#slide-content > .layer')].map(e => e.textContent)")
    assert layers == ["theme top", "deck top 2"]
    assert text(shown, ".slidev-page-2 .on-slide") == "2/loud"
    assert text(shown, "#slide-content > .below") == "Roots"
    assert shown.evaluate("document.querySelector('nav .own-control').textContent") == "more"


def test_styles_cascade_from_the_theme_to_the_deck(shown: Page, deck: Path) -> None:
    at(shown, deck, "2", ".slidev-page-2 .x")
    assert style(shown, ".slidev-page-2 .x", "color") == "rgb(3, 3, 3)"
    assert style(shown, ".slidev-page-2 .x", "backgroundColor") == "rgb(9, 9, 9)"


def test_unocss_knows_the_decks_configuration(shown: Page, deck: Path) -> None:
    at(shown, deck, "2", ".slidev-page-2 .x")
    assert style(shown, ".slidev-page-2 .x", "borderTopColor") == "rgb(0, 255, 0)"
    assert style(shown, ".slidev-page-2 .x", "zoom") == "7"


def test_the_themes_package_sets_scheme_and_variables(shown: Page, deck: Path) -> None:
    at(shown, deck, "1", ".slidev-page-1")
    assert shown.evaluate("document.documentElement.classList.contains('dark')")
    assert "#123456" in shown.evaluate("document.body.style.getPropertyValue('--slidev-theme-primary')")


def test_code_and_formulas_follow_the_setup_files(shown: Page, deck: Path) -> None:
    at(shown, deck, "2", ".slidev-page-2 pre")
    assert shown.evaluate("document.querySelector('.slidev-page-2 pre').classList.contains('nord')")
    assert shown.evaluate("document.querySelectorAll('.slidev-page-2 pre .line > span').length") > 1
    assert text(shown, ".slidev-page-2 .mathbb, .slidev-page-2 .amsrm") == "R"


def test_a_shortcut_of_the_decks_own_works(shown: Page, deck: Path) -> None:
    at(shown, deck, "1", ".slidev-page-1 .badge")
    shown.press("e")
    shown.wait("location.hash.startsWith('#/3')")


def test_setup_files_run_for_the_app_its_root_and_its_routes(shown: Page, deck: Path) -> None:
    at(shown, deck, "1", ".slidev-page-1 .badge")
    assert shown.evaluate("[window.hasRouter, window.rootRan]") == [True, 1]
    at(shown, deck, "about", ".about")


def test_index_html_adds_to_head_and_body(shown: Page, deck: Path) -> None:
    at(shown, deck, "1", ".slidev-page-1 .badge")
    assert shown.evaluate("[window.fromIndex, document.querySelector('meta[name=own]').content]") == [1, "1"]
    assert text(shown, "#extra") == "extra"


def test_a_broken_component_is_a_box_and_the_slide_goes_on(shown: Page, deck: Path) -> None:
    at(shown, deck, "4", ".slidev-page-4 .rest")
    assert "components/Broken.vue" in text(shown, ".slidev-page-4 [role=alert]")
    assert text(shown, ".slidev-page-4 .twice") == "2"
    assert "Unused" not in text(shown, "#app")


def test_the_page_asks_the_network_for_nothing(shown: Page, deck: Path) -> None:
    at(shown, deck, "2", ".slidev-page-2 .mine")
    assert not [url for url in shown.requests if url.startswith("http")]
