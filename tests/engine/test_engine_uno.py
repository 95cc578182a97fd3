from __future__ import annotations

from typing import Any

from slidewright.engine import Engine
from slidewright.vocabulary.icons import ICON_SETS


def generated(engine: Engine, *tokens: str, theme: str | None = None) -> dict[str, Any]:
    return dict(engine.call("uno", "generate", {"tokens": list(tokens), "theme": theme}))


def tokens(engine: Engine, text: str) -> set[str]:
    return set(engine.call("uno", "extract", {"text": text})["tokens"])


def test_names_are_taken_from_tags_and_scripts_not_from_prose(engine: Engine) -> None:
    found = tokens(
        engine,
        '<p class="mt-4 hover:(font-bold)" text-xl>hidden</p><!-- flex --><style>.grid{}</style><script>"p-9"</script>',
    )
    assert {"mt-4", "hover:font-bold", '[text-xl=""]', "p-9"} <= found
    assert not {"hidden", "flex", "grid", "p"} & found


def test_the_colours_of_highlighted_code_are_no_names(engine: Engine) -> None:
    found = tokens(engine, '<span style="--shiki-dark:#CB7676;--shiki-light:#AB5959">let</span>')
    assert not any("shiki" in token for token in found)


def test_utilities_come_after_slidevs_own_layers(engine: Engine) -> None:
    css = generated(engine, "mt-[13px]", "abs-tl", '[text-xl=""]', "forward:text-red", "not-a-utility")
    assert ".mt-\\[13px\\]{margin-top:13px;}" in css["tail"]
    assert '[text-xl=""]' in css["tail"]
    assert ".slidev-nav-go-forward" in css["tail"]
    assert ".abs-tl" in css["head"] and ".prose" in css["head"] and "--un-rotate:0" in css["head"]
    assert "not-a-utility" not in css["head"] + css["tail"]


def test_fonts_are_variables_of_the_page(engine: Engine) -> None:
    assert "font-family:var(--slidewright-font-sans)" in generated(engine, "font-sans")["tail"]


def test_the_clients_own_names_are_always_there(engine: Engine) -> None:
    css = generated(engine)
    assert ".i-carbon\\:arrow-left" in css["tail"]
    assert ".slidev-glass-effect" in css["head"]


def test_icons_of_bundled_sets(engine: Engine) -> None:
    css = generated(
        engine, "i-carbon-add", "i-mdi:account", "hover:i-fa6-solid-user", "i-am", "i-carbon:nope", "i-uim:x"
    )
    assert ".i-carbon-add{" in css["tail"] and ".i-mdi\\:account{" in css["tail"]
    assert ".hover\\:i-fa6-solid-user:hover{" in css["tail"]
    assert not any(name in css["tail"] for name in ("i-am", "nope", "uim"))


def test_icons_of_one_colour_are_masks_and_the_others_pictures(engine: Engine) -> None:
    tail = generated(engine, "i-tabler-abc", "i-logos-vue", "i-twemoji-cat?mask", "i-ri-home-line?bg")["tail"]
    rules = {name: tail.split(f"{name}{{")[1].split("}")[0] for name in ("abc", "vue", "\\?mask", "\\?bg")}
    assert all("mask:var(--un-icon)" in rules[name] for name in ("abc", "\\?mask"))
    assert all("background-size:100% 100%" in rules[name] for name in ("vue", "\\?bg"))
    assert "background-color:currentColor" in rules["abc"]


def test_an_alias_and_digits_of_a_class(engine: Engine) -> None:
    css = generated(engine, "i-mdi:user", "i-mdi:numeric1-box")
    assert ".i-mdi\\:user{" in css["tail"] and ".i-mdi\\:numeric1-box{" in css["tail"]


def test_icons_of_a_projects_sets_come_first(engine: Engine) -> None:
    own = {
        "uim": {"prefix": "uim", "icons": {"rocket": {"body": "<circle r='7'/>"}}, "aliases": {}},
        "mdi": {"prefix": "mdi", "icons": {"cat": {"body": "<circle r='8'/>"}}, "aliases": {}},
    }
    tokens = ["i-uim:rocket", "i-mdi-cat", "i-mdi:dog"]
    css = engine.call("uno", "generate", {"tokens": tokens, "theme": None, "icons": own})
    assert "r='7'" in css["tail"] and "r='8'" in css["tail"] and ".i-mdi\\:dog{" in css["tail"]
    assert "r='8'" not in generated(engine, "i-mdi-cat")["tail"]


def test_which_icons_classes_ask_for(engine: Engine) -> None:
    tokens = ["mt-4", "i-uim:rocket", "hover:i-noto-v1-cat", '[i-mdi-home=""]', "i-am"]
    asked = engine.call("uno", "icons", {"tokens": tokens, "theme": None})["icons"]
    assert {("uim", "rocket"), ("noto-v1", "cat"), ("mdi", "home")} <= set(map(tuple, asked))
    assert ["carbon", "arrow-left"] in asked, "the client's own icons may be replaced too"


def test_the_names_of_sets_are_unocss_own(engine: Engine) -> None:
    asked = engine.call("uno", "icons", {"tokens": [f"i-{name}:x" for name in sorted(ICON_SETS)], "theme": None})
    assert {name for name, icon in asked["icons"] if icon == "x"} == ICON_SETS


def test_a_themes_layouts_bring_their_names(engine: Engine) -> None:
    assert generated(engine, theme="seriph")["tail"]
    assert generated(engine, theme="no-such-theme")["tail"] == generated(engine)["tail"]


def test_directives_in_a_deck_wide_style_sheet(engine: Engine) -> None:
    css = engine.call("uno", "directives", {"css": ".a { @apply mt-4; .b & { --uno: font-bold; } }"})["css"]
    assert ".a { margin-top:1rem;" in css
    assert ".b .a { font-weight:700;" in css
    assert "error" in engine.call("uno", "directives", {"css": "a { b"})
