"""The contract between a page and the bundled client, held with a page written by hand."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from slidewright.resources import bundle_folder

sys.path.insert(0, str(Path(__file__).parents[1] / "e2e"))

from chromium import Browser, Page, required

pytestmark = pytest.mark.browser

DECK = r"""
const modules = {
  'deck/one': (require, exports) => {
    const { h } = require('vue')
    const Cover = require('@slidev/theme-seriph/layouts/cover.vue').default
    const { useSlideContext } = require('@slidev/client/context')
    exports.__esModule = true
    exports.default = {
      setup() {
        useSlideContext().$clicksContext.setup()
        return () => h(Cover, { background: '#123' }, () => [h('h1', 'One')])
      },
    }
  },
  'deck/two': (require, exports) => {
    const { h, resolveComponent } = require('vue')
    const Plain = require('@slidev/client/layouts/default.vue').default
    const { useSlideContext } = require('@slidev/client/context.ts')
    exports.__esModule = true
    exports.default = {
      setup() {
        useSlideContext().$clicksContext.setup()
        const list = () => h('ul', [h('li', 'first'), h('li', 'second')])
        const parts = () => [h('h1', 'Two'), h(resolveComponent('VClicks'), null, list), h(resolveComponent('Toc'))]
        return () => h(Plain, null, parts)
      },
    }
  },
}
const rows = [{ title: 'One', name: 'deck/one' }, { title: 'Two', name: 'deck/two' }]
const configs = {
  aspectRatio: 16 / 9, canvasWidth: 980, colorSchema: 'auto', contextMenu: true, drawings: { enabled: true },
  remote: false, slidesTitle: 'By hand', themeConfig: {}, title: 'By hand', transition: null,
}
const slides = require => {
  const { reactive, shallowReactive, shallowRef, defineAsyncComponent } = require('vue')
  const errorComponent = require('@slidev/client/layouts/error.vue').default
  const loadingComponent = require('@slidev/client/internals/SlideLoading.vue').default
  return {
    slides: shallowRef(rows.map(({ title, name }, index) => {
      const frontmatter = reactive({})
      const noteHTML = `<p>About ${title}</p>`
      const slide = { title, level: 1, frontmatter, note: title, noteHTML, index, no: index + 1 }
      const load = async () => slidewright.require(name)
      const meta = shallowReactive({ slide, __clicksContext: null, __preloaded: false })
      const component = defineAsyncComponent({ loader: load, loadingComponent, errorComponent })
      return { no: index + 1, meta, load, component }
    })),
  }
}
const title = () => ({ default: { props: ['no'], render() { return rows[this.no - 1].title } } })
globalThis.slidewright = {
  features: { drawings: true, presenter: true },
  modules,
  virtual: { configs: () => ({ default: configs }), slides, 'title-renderer': title },
}
"""


@pytest.fixture(scope="module")
def page(bundles: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    path = required()
    client = bundle_folder() / "client"
    scripts = [DECK, *((client / name).read_text(encoding="utf-8") for name in ("themes/seriph.js", "shell.js"))]
    body = "".join("<script>" + code.replace("</script", "<\\/script") + "</script>" for code in scripts)
    file = tmp_path_factory.mktemp("page") / "by hand.html"
    file.write_text(f'<!DOCTYPE html><meta charset="utf-8"><div id="app"></div>{body}', encoding="utf-8")
    with Browser(path) as browser:
        opened = browser.page()
        opened.open(file.as_uri())
        yield opened


def test_the_client_plays_the_slides(page: Page) -> None:
    page.wait("document.querySelector('h1')?.textContent === 'One'")
    assert page.evaluate("location.hash") == "#/1"
    page.press("ArrowRight")
    page.wait("document.body.innerText.includes('Two') && location.hash === '#/2'")
    assert page.evaluate("document.querySelectorAll('li.slidev-vclick-hidden').length") == 2
    page.press("ArrowRight")
    page.wait("document.querySelectorAll('li.slidev-vclick-hidden').length === 1")
    assert page.evaluate("location.hash") == "#/2?clicks=1"


def test_it_has_the_presenters_view(page: Page) -> None:
    page.evaluate("location.hash = '#/presenter/1'")
    page.wait("document.body.innerText.includes('About One')")


def test_it_asks_for_nothing_and_complains_about_nothing(page: Page) -> None:
    assert page.errors == []
    assert [url for url in page.requests if not url.startswith(("file:", "data:", "blob:"))] == []


@pytest.mark.parametrize(
    "name", ["vue", "vue-router", "@vueuse/core", "@slidev/client", "@slidev/client/layouts/quote.vue"]
)
def test_modules_that_a_deck_may_import(page: Page, name: str) -> None:
    assert page.evaluate(
        f"slidewright.require({name!r}).__esModule && Object.keys(slidewright.require({name!r})).length >= 0"
    )


def test_an_unknown_module_is_named(page: Page) -> None:
    with pytest.raises(RuntimeError, match="the module “left-pad” is not in this page"):
        page.evaluate("slidewright.require('left-pad')")
