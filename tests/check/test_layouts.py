from __future__ import annotations

import pytest
from shows import show_of

from slidewright.check.layouts import layout_name, layouts
from slidewright.vocabulary.layouts import BUILT_IN, THEMES

TEMPLATE = '<template><slot /><slot name="side" /></template>'


def names(head: str, **files: str) -> set[str] | None:
    found = layouts(show_of({"slides.md": f"---\n{head}\n---\n\n# A\n", **files}))
    return None if found is None else set(found) - set(BUILT_IN)


def test_a_deck_without_theme_has_what_is_built_in_and_the_default_theme_s() -> None:
    found = layouts(show_of({"slides.md": "# A\n"}))
    assert found is not None
    assert set(found) == set(BUILT_IN)
    assert found["two-cols"].slots == ("default", "left", "right")
    assert found["cover"].props == {"background"}


@pytest.mark.parametrize("theme", [name for name in THEMES if name != "none"])
def test_official_themes_are_known_by_both_their_names(theme: str) -> None:
    own = set(THEMES[theme]) - set(BUILT_IN)
    assert names(f"theme: {theme}") == own
    assert names(f"theme: '@slidev/theme-{theme}'") == own


@pytest.mark.parametrize("head", ["theme: none", "theme: null", "theme: ''"])
def test_no_theme_adds_nothing(head: str) -> None:
    assert names(head) == set()


@pytest.mark.parametrize(
    "head", ["theme: penguin", "theme: ./theme", "theme: ../theme", "addons: [more]", "addons: [./x]"]
)
def test_what_is_not_there_makes_the_layouts_unknown(head: str) -> None:
    assert names(head) is None


@pytest.mark.parametrize("package", ["@slidev/theme-penguin", "slidev-theme-penguin", "penguin"])
def test_an_installed_theme_is_found_by_any_of_its_names(package: str) -> None:
    assert names("theme: penguin", **{f"node_modules/{package}/layouts/ice.vue": TEMPLATE}) == {"ice"}


def test_packages_are_looked_for_in_the_folders_above_the_deck() -> None:
    files = {"talks/a/slides.md": "---\ntheme: penguin\n---\n", "node_modules/penguin/layouts/ice.vue": TEMPLATE}
    found = layouts(show_of(files, "talks/a/slides.md"))
    assert found is not None and found["ice"].slots == ("default", "side")


def test_a_theme_s_own_file_stands_for_the_bundled_table() -> None:
    assert names("theme: bricks", **{"node_modules/@slidev/theme-bricks/layouts/wall.vue": TEMPLATE}) == {"wall"}


@pytest.mark.parametrize(
    "command", ["slidev -t penguin", "cd x && slidev build --theme=penguin", "slidev a.md --theme b"]
)
def test_a_theme_that_a_script_gives_makes_the_layouts_unknown(command: str) -> None:
    assert names("title: A", **{"package.json": f'{{"scripts": {{"dev": "{command}"}}}}'}) is None


@pytest.mark.parametrize("command", ["slidev --open", "slidev && tool -t x", "slidev theme-t x"])
def test_other_scripts_say_nothing_of_the_theme(command: str) -> None:
    assert names("title: A", **{"package.json": f'{{"scripts": {{"dev": "{command}"}}}}'}) == set()


def test_addons_name_further_addons() -> None:
    files = {
        "node_modules/slidev-addon-one/package.json": '{"slidev": {"addons": ["two"]}}',
        "node_modules/slidev-addon-one/layouts/one.vue": TEMPLATE,
        "node_modules/slidev-addon-two/package.json": '{"slidev": {"addons": ["one"]}}',
        "node_modules/slidev-addon-two/layouts/two.vue": TEMPLATE,
    }
    assert names("addons: [one]", **files) == {"one", "two"}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"slidev": 1}', '{"slidev": {"addons": "x"}}', "[" * 100_000])
def test_a_package_file_that_says_nothing_is_passed_over(text: str) -> None:
    assert names("title: A", **{"package.json": text}) == set()


def test_the_deck_s_own_layouts_win_over_all_others() -> None:
    files = {"layouts/cover.vue": TEMPLATE, "layouts/deep/er.mts": "", "layouts/notes.md": "", "layouts/a.b.vue": ""}
    found = layouts(show_of({"slides.md": "# A\n", **files}))
    assert found is not None
    assert found["cover"].slots == ("default", "side")
    assert set(found) - set(BUILT_IN) == {"er", "a.b"}
    assert found["er"].slots is None and found["a.b"].props is None


@pytest.mark.parametrize(
    ("slides", "expected"),
    [
        ("# A\n\n---\n\n# B\n", ["cover", "default"]),
        ("---\nlayout: center\n---\n\n---\nlayout: ''\n---\n\n---\nlayout: 404\n---\n", ["center", "default", "404"]),
        ("---\ndefaults:\n  layout: center\n---\n\n---\nlayout:\n---\n\n---\n\n# C\n", ["center", "center", "center"]),
    ],
)
def test_the_layout_of_a_slide_is_chosen_as_in_slidev(slides: str, expected: list[str]) -> None:
    show = show_of({"slides.md": slides})
    assert [layout_name(show, slide) for slide in show.deck.slides][: len(expected)] == expected
