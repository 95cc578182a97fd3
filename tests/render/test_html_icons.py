"""Icons in the page's modules and style sheets: those that a deck uses, from the sets that it has."""

from __future__ import annotations

import json
import re

import pytest
from pages import page, rendered, told

from slidewright.engine import Engine
from slidewright.resources import bundle_folder

pytestmark = pytest.mark.skipif(
    not (bundle_folder() / "manifest.json").is_file(), reason="the JavaScript bundles are not built in this checkout"
)
PLACE = "node_modules/@iconify-json/{}/icons.json"


def icon_set(name: str, **icons: str) -> str:
    return json.dumps({"prefix": name, "icons": {icon: {"body": body} for icon, body in icons.items()}})


def modules(text: str) -> set[str]:
    return set(re.findall(r'slidewright\.modules\["~icons/([^"]+)"\]', text))


def tags(text: str) -> set[str]:
    body = text.split('slidewright.modules["slidewright/icons"]=')[1].split("\n}")[0]
    return set(re.findall(r'"([^"]+)":require\(', body))


def test_only_the_icons_that_are_used_are_modules(engine: Engine) -> None:
    text = page(engine, "# <ri-home-line/>\n\n<mdi-home/> <MdiHome/> <carbon-nope/> <v-clicks/>\n")
    assert modules(text) == {"mdi/home", "ri/home-line"}
    assert tags(text) == {"mdi-home", "MdiHome", "ri-home-line"}


def test_a_deck_without_icons_has_none(engine: Engine) -> None:
    text = page(engine, "# A\n")
    assert modules(text) == tags(text) == set()


def test_the_decks_own_component_comes_before_an_icon(engine: Engine) -> None:
    files = {"slides.md": "<carbon-home/> <mdi-home/>", "components/CarbonHome.vue": "<template><b/></template>"}
    assert tags(page(engine, files)) == {"mdi-home"}


def test_an_imported_icon_is_a_module(engine: Engine) -> None:
    script = "<script setup>\nimport Cat from '~icons/ph/cat'\nimport Rocket from '~icons/uim/rocket.vue'\n</script>\n"
    files = {"slides.md": f"<Cat/><Rocket/>\n\n{script}", PLACE.format("uim"): icon_set("uim", rocket="<path id='r'/>")}
    text = page(engine, files)
    assert modules(text) == {"ph/cat", "uim/rocket.vue"}
    assert "<path id='r'/>" in text


def test_an_imported_icon_that_is_not_there_is_told_with_its_place(engine: Engine) -> None:
    deck = "# A\n\n<Cat/>\n\n<script setup>\nimport Cat from '~icons/ph/katze'\n</script>\n"
    assert ("unknown-icon", 6, "there is no icon `katze` in the set `ph`") in told(engine, deck)


def test_a_projects_set_comes_before_the_bundled_one(engine: Engine) -> None:
    own = icon_set("mdi", home="<path d='M7 7'/>", nothing="<path d='M8 8'/>")
    files = {"slides.md": '<mdi-home/> <mdi-cat/> <div class="i-mdi-home"/>', PLACE.format("mdi"): own}
    text = page(engine, files)
    assert text.count("M7 7") == 2, "as a tag and as a class"
    assert modules(text) == {"mdi/home", "mdi/cat"}
    assert "M8 8" not in text


def test_an_icon_does_not_end_the_element_it_stands_in(engine: Engine) -> None:
    own = icon_set("uim", bad="</script><script>alert(1)</script></style><b>")
    text = page(engine, {"slides.md": '<uim-bad/> <div class="i-uim:bad"/>', PLACE.format("uim"): own})
    assert "</script><script>alert" not in text
    styles = re.findall(r"<style>(.*?)</style>", text, re.S)
    assert any(r".i-uim\:bad{" in style and "alert(1)" in style.split(r".i-uim\:bad{")[1] for style in styles)


@pytest.mark.parametrize(
    "entry", [3, {"body": 3}, {"body": None}, {}, {"parent": "bad"}, {"body": "x", "width": "wide"}]
)
def test_a_broken_icon_breaks_nothing(engine: Engine, entry: object) -> None:
    own = json.dumps({"prefix": "uim", "icons": {"bad": entry, "good": {"body": "<g id='good'/>"}}})
    files = {"slides.md": '# A\n\n<uim-bad/> <uim-good/>\n\n<div class="i-uim:bad"/>', PLACE.format("uim"): own}
    assert "<g id='good'/>" in page(engine, files)


def test_icons_that_are_not_there_are_told_with_their_places(engine: Engine) -> None:
    deck = "# A\n\n<mdi-nope/>\n\n<div class='i-carbon:nope i-uim:x'/>\n\n---\n\n<uim-rocket/> <uim-ship/>\n"
    found = [item for item in told(engine, deck) if item[0] == "unknown-icon"]
    assert found == [
        ("unknown-icon", 3, "there is no icon `nope` in the set `mdi`"),
        ("unknown-icon", 5, "there is no icon `nope` in the set `carbon`"),
        ("unknown-icon", 5, "the icon set `uim` is not installed"),
    ]
    assert "not-rendered" not in {rule for rule, _, _ in told(engine, deck)}


def test_a_package_that_is_installed_later_changes_the_page(engine: Engine) -> None:
    deck = '<uim-rocket/> <div class="i-uim:rocket"/>'
    assert modules(page(engine, deck)) == set()
    text = page(engine, {"slides.md": deck, PLACE.format("uim"): icon_set("uim", rocket="<path d='M9 9'/>")})
    assert modules(text) == {"uim/rocket"} and text.count("M9 9") == 2
    assert rendered(engine, {"slides.md": deck, PLACE.format("uim"): icon_set("uim", rocket="<g/>")}).diagnostics == ()


def test_titles_of_listings_wear_the_icons_of_their_kinds_where_the_set_is_there(engine: Engine) -> None:
    deck = "# A\n\n```ts [main.ts]\nlet a\n```\n\n```sh [pnpm]\npnpm i\n```\n\n```js [x ~i-ph:cat~]\n1\n```\n"
    assert rendered(engine, deck).diagnostics == ()
    names = {"file-type-typescript": "M1 701", "file-type-light-pnpm": "M2 702", "file-type-rust": "M3 703"}
    own = icon_set("vscode-icons", **{name: f"<path d='{path}'/>" for name, path in names.items()})
    text = page(engine, {"slides.md": deck, PLACE.format("vscode-icons"): own})
    assert "M1 701" in text and "M2 702" in text and "M3 703" not in text
    assert ".i-ph\\:cat{" in text
