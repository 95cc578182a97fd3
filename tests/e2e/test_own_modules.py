"""The deck's own modules in Chromium: what slides import, and what becomes of it when it fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import Page
from fixture_deck import picture

pytestmark = pytest.mark.browser

KNOWN = ("Failed to patch FloatingVue", "nowhere", "boom", "reading 'b'", "module that throws", "reading 'gone'")
DECK = """\
# Own

<Counter :start="3" label="n" class="first" />
<Counter :start="7" label="m"><b class="slotted">in a slot</b></Counter>
<p class="made">{{ made }}</p>

<script setup lang="ts">
import Counter from './components/Counter.vue'
import { twice } from './composables/twice'
import esm, { late } from 'tiny-esm'
import cjs from 'tiny-cjs'
import { ref } from 'vue'
const made = ref<string>([twice(4), esm, cjs('c')].join())
late().then(value => (made.value += `,${value}`))
</script>

---

# Missing

<Broken/> <Throws/> <Renders/>

<p class="rest">still here</p>

<script setup>
import Broken from './components/Broken.vue'
import Throws from './components/Throws.vue'
import Renders from './components/Renders.vue'
</script>

---

# Nothing

<script setup>
import { chunk } from 'lodash'
</script>

---

# Files

<img class="imported" :src="url">
<Pictured/> <Written/> <Elements label="j"/>
<p class="where">{{ where }}</p>
<p class="hooks">{{ active }} {{ left }} {{ page }} {{ useDarkMode().isDark.value }}</p>

<script setup>
import url from './one.png'
import Pictured from '@/components/Pictured.vue'
import Written from './components/Written.md'
import Elements from './components/Elements.tsx'
import configs from '#slidev/configs'
import { ref } from 'vue'
import { onSlideEnter, onSlideLeave, useDarkMode, useIsSlideActive, useNav, useSlideContext } from '@slidev/client'
const nav = useNav()
const where = ref('')
const left = ref(0)
const active = useIsSlideActive()
const { $page: page } = useSlideContext()
onSlideLeave(() => left.value++)
onSlideEnter(() => (where.value = `${configs.title} ${nav.currentPage.value} of ${nav.total.value}`))
</script>

---
src: ./pages/more.md
---

---

# Never shown

<script setup>
import { value } from './throws'
</script>

---

# Nor this

<script setup>
const nothing = null
const gone = nothing.gone
</script>
"""
FILES: dict[str, str | bytes] = {
    "slides.md": DECK,
    "pages/more.md": "# Elsewhere\n\n<Near/>\n\n<script setup>\nimport Near from './Near.vue'\n</script>\n",
    "pages/Near.vue": "<template><p class='near text-red-500'>near {{ $page }}</p></template>",
    "components/types.ts": "export interface Counted { start: number; label?: string }",
    "components/Counter.vue": """<script setup lang="ts">
import { ref, computed } from 'vue'
import type { Counted } from './types'
const props = withDefaults(defineProps<Counted>(), { label: 'none' })
const n = ref(props.start)
const colour = computed(() => (n.value % 2 ? 'rgb(0, 128, 0)' : 'rgb(128, 0, 0)'))
</script>
<template>
  <button class="count p-[13px]" @click="n++">
    {{ label }} {{ n }} on {{ $page }} <carbon-add class="sign" /><slot />
  </button>
</template>
<style scoped>
.count { color: v-bind(colour); border: 3px solid rgb(0, 0, 255); & .sign { width: 7px } }
</style>
""",
    "composables/twice.ts": "export const twice = (n: number): number => n * 2",
    "components/Broken.vue": "<script setup>import x from 'nowhere'</script><template>{{ x }}</template>",
    "components/Throws.vue": "<script setup>throw new Error('boom')</script><template>x</template>",
    "components/Renders.vue": "<script setup>const a = null</script><template><i>{{ a.b }}</i></template>",
    "components/Pictured.vue": """<script>import './sheet.css'
export default { data: () => ({ shown: 'shown' }) }</script>
<template><img src="../one.png"><img src="/two.png"><p class="boxed">{{ shown }}</p></template>
<style>.boxed { background: url(../one.png) }</style>
""",
    "components/sheet.css": "@import './deeper.css';\n.boxed { @apply pl-[11px]; }",
    "components/deeper.css": ".boxed { padding-right: 17px }",
    "components/Written.md": "Written in *Markdown* with `code`\n\n```js\nlet a\n```\n",
    "components/Elements.tsx": "export default (props: { label: string }) => "
    "<><b class='element' onClick={e => ((e.target as HTMLElement).textContent = 'clicked')}>{props.label}</b></>",
    "throws.ts": "export const value = 1\nthrow new Error('a module that throws')",
    "one.png": picture(),
    "public/two.png": picture(20, 10),
    "node_modules/tiny-esm/package.json": '{"exports": {"import": "./m.js"}}',
    "node_modules/tiny-esm/m.js": "export default 'esm'\nexport const late = async () => (await import('./late.js')).x",
    "node_modules/tiny-esm/late.js": "export const x = 'late'",
    "node_modules/tiny-cjs/package.json": '{"main": "lib"}',
    "node_modules/tiny-cjs/lib/index.js": "module.exports = x => x + require('./js')",
    "node_modules/tiny-cjs/lib/js.js": "module.exports = 'js'",
}


@pytest.fixture(scope="module")
def deck(build: Callable[..., Path]) -> Path:
    return build(FILES)


def show(page: Page, deck: Path, no: int, heading: str) -> None:
    page.open(f"{deck.as_uri()}#/{no}")
    page.wait(f"document.querySelector('.slidev-page-{no}')?.innerText.includes('{heading}')")


def complaints(page: Page) -> list[str]:
    """What the console says of anything but the components that are meant to fail (slides nearby are made early)."""
    return [error for error in page.errors if not any(known in error for known in KNOWN)]


def text(page: Page, selector: str) -> str:
    return str(page.wait(f"document.querySelector('{selector}')?.innerText.trim()"))


def style(page: Page, selector: str, name: str) -> str:
    return str(page.evaluate(f"getComputedStyle(document.querySelector('{selector}')).{name}"))


def test_a_slide_imports_typescript_components_and_packages(page: Page, deck: Path) -> None:
    show(page, deck, 1, "Own")
    assert page.wait("document.querySelector('.made')?.innerText === '8,esm,cjs,late'")
    assert complaints(page) == []


def test_a_component_counts_and_is_styled_by_its_own_rules(page: Page, deck: Path) -> None:
    show(page, deck, 1, "Own")
    assert text(page, ".count.first") == "n 3 on 1"
    assert style(page, ".count.first", "color") == "rgb(0, 128, 0)"
    page.evaluate("document.querySelector('.count.first').click()")
    assert page.wait("document.querySelector('.count.first').innerText.trim() === 'n 4 on 1'")
    assert style(page, ".count.first", "color") == "rgb(128, 0, 0)"
    assert style(page, ".count.first", "borderTopWidth") == "3px"
    assert style(page, ".count.first", "padding") == "13px"
    assert style(page, ".count.first .sign", "width") == "7px"
    assert text(page, ".count .slotted") == "in a slot"


def test_what_fails_shows_its_box_and_nothing_else_is_lost(page: Page, deck: Path) -> None:
    show(page, deck, 2, "Missing")
    assert page.wait("document.querySelectorAll('.slidewright-fault').length === 3")
    boxes = page.evaluate("[...document.querySelectorAll('.slidewright-fault')].map(e => e.innerText)")
    assert boxes[0] == "components/Broken.vue\ncannot import `nowhere`: the package `nowhere` is not installed"
    assert boxes[1] == "components/Throws.vue\nboom"
    assert boxes[2].startswith("components/Renders.vue\nCannot read properties of null")
    assert text(page, ".rest") == "still here"
    page.press("ArrowRight")
    assert page.wait("location.hash === '#/3'")
    assert "cannot import `lodash`" in text(page, ".slidev-page-3")
    page.evaluate("location.hash = '#/1'")
    assert text(page, ".count.first") == "n 3 on 1"


def test_pictures_style_sheets_markdown_and_jsx_are_imported(page: Page, deck: Path) -> None:
    show(page, deck, 4, "Files")
    sizes = "[...document.querySelectorAll('.slidev-page-4 img')].map(e => e.complete && e.naturalWidth).join()"
    assert page.wait(f"{sizes} === '40,40,20'")
    assert text(page, ".boxed") == "shown"
    assert style(page, ".boxed", "padding") == "0px 17px 0px 11px"
    assert page.wait("getComputedStyle(document.querySelector('.boxed')).backgroundImage.includes('blob:')")
    assert "Written in Markdown with code" in text(page, ".slidev-page-4")
    page.evaluate("document.querySelector('.element').click()")
    assert text(page, ".element") == "clicked"
    assert page.wait("document.querySelector('.where')?.innerText === 'Own 4 of 7'")
    assert complaints(page) == []


def test_scripts_know_their_slide_and_when_it_comes_and_goes(page: Page, deck: Path) -> None:
    show(page, deck, 4, "Files")
    assert page.wait("document.querySelector('.hooks')?.innerText === 'true 0 4 false'")
    page.press("ArrowRight")
    assert page.wait("document.querySelector('.hooks')?.innerText === 'false 1 4 false'")


def test_an_imported_deck_imports_from_its_own_folder(page: Page, deck: Path) -> None:
    show(page, deck, 5, "Elsewhere")
    assert text(page, ".near") == "near 5"
    assert style(page, ".near", "color") == "rgb(239, 68, 68)"


def test_a_slide_whose_script_throws_says_so(page: Page, deck: Path) -> None:
    show(page, deck, 6, "Slide 6")
    assert "a module that throws" in text(page, ".slidev-page-6")
    page.press("ArrowRight")
    assert page.wait("document.querySelector('.slidev-page-7')?.innerText.includes(\"reading 'gone'\")")
    page.evaluate("location.hash = '#/5'")
    assert text(page, ".near") == "near 5"


def test_what_is_not_there_is_told_with_its_place(deck: Path) -> None:
    told = (deck.parent / "stderr.txt").read_text(encoding="utf-8")
    assert "components/Broken.vue:1:30: warning: `components/Broken.vue` imports `nowhere`: " in told
    assert "slides.md:36:24: warning: `slides.md` imports `lodash`: the package `lodash` is not installed" in told
    assert told.count("unresolved-import") == 2


def test_a_changed_component_changes_the_page(page: Page, build: Callable[..., Path], tmp_path: Path) -> None:
    for said in ("before", "after"):
        files = {
            "slides.md": "# A\n\n<B/>\n\n<script setup>\nimport B from './B.vue'\n</script>\n",
            "B.vue": f"<template><p class='said'>{said}</p></template>",
        }
        show(page, build(files), 1, "A")
        assert text(page, ".said") == said
