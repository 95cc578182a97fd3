from __future__ import annotations

from typing import Any

from slidewright.engine import Engine


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


def test_icons_of_bundled_sets_and_the_names_of_others(engine: Engine) -> None:
    css = generated(
        engine, "i-carbon-add", "i-ph:cat", "i-mdi:account", "i-mdi-home", "hover:i-tabler:x", "i-am", "i-carbon:nope"
    )
    assert ".i-carbon-add{" in css["tail"] and ".i-ph\\:cat{" in css["tail"]
    assert css["unknownIcons"] == ["i-mdi:account", "i-mdi-home", "hover:i-tabler:x", "i-carbon:nope"]


def test_a_themes_layouts_bring_their_names(engine: Engine) -> None:
    assert generated(engine, theme="seriph")["tail"]
    assert generated(engine, theme="no-such-theme")["tail"] == generated(engine)["tail"]


def test_directives_in_a_deck_wide_style_sheet(engine: Engine) -> None:
    css = engine.call("uno", "directives", {"css": ".a { @apply mt-4; .b & { --uno: font-bold; } }"})["css"]
    assert ".a { margin-top:1rem;" in css
    assert ".b .a { font-weight:700;" in css
    assert "error" in engine.call("uno", "directives", {"css": "a { b"})
