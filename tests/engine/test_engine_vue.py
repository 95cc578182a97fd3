from __future__ import annotations

from typing import Any

import pytest

from slidewright.engine import Engine


def compiled(engine: Engine, source: str, **options: Any) -> dict[str, Any]:
    result = engine.call("vue", "compile", {"source": source, "id": "abc", "filename": "slide.vue", **options})
    assert "error" not in result, result
    return dict(result)


def failed(engine: Engine, source: str) -> tuple[str, int | None]:
    result = engine.call("vue", "compile", {"source": source, "id": "abc", "filename": "slide.vue"})
    assert "code" not in result
    return result["error"], result.get("line")


def test_a_template_is_a_module_that_requires_what_it_imports(engine: Engine) -> None:
    script = '<script setup>\nimport Box from "boxes/Box.vue"\nconst n = 1\n</script>'
    source = f"<template><Box>{{{{ n }}}}</Box></template>\n{script}"
    result = compiled(engine, source)
    assert sorted(result["requires"]) == ["boxes/Box.vue", "vue"]
    assert result["components"] == []
    assert result["css"] == ""
    assert "import " not in result["code"]
    assert "const { " in result["code"] and 'require("vue")' in result["code"]


def test_typescript_and_types_leave_no_trace(engine: Engine) -> None:
    source = """<template>{{ (n as number).toFixed(1) }}</template>
<script setup lang="ts">
import type { Unit } from 'units'
const n: number | Unit = 3
defineProps<{ size?: number }>()
</script>"""
    result = compiled(engine, source)
    assert result["requires"] == ["vue"]
    assert "as number" not in result["code"]
    assert "size" in result["code"]


def test_an_options_component(engine: Engine) -> None:
    result = compiled(
        engine, "<template><b>{{ n }}</b></template><script>export default { data: () => ({ n: 1 }) }</script>"
    )
    assert "__sfc__.render = render" in result["code"]


def test_urls_are_left_alone(engine: Engine) -> None:
    result = compiled(engine, '<template><img src="./a.png"><video poster="/b.png"/></template>')
    assert '"./a.png"' in result["code"] and '"/b.png"' in result["code"]
    assert result["requires"] == ["vue"]


def test_maths_is_no_component(engine: Engine) -> None:
    assert compiled(engine, "<template><math><mrow><mi>x</mi></mrow></math></template>")["components"] == []


def test_unknown_components_are_named(engine: Engine) -> None:
    result = compiled(engine, "<template><Chart/><my-thing/><v-clicks/><mdi-cat/></template>")
    assert result["components"] == ["Chart", "mdi-cat", "my-thing", "v-clicks"]


def test_icons_are_left_to_the_page(engine: Engine) -> None:
    result = compiled(engine, "<template><carbon-logo-github/><CarbonAdd/><mdi:cat/></template>")
    assert result["components"] == ["CarbonAdd", "carbon-logo-github", "mdi:cat"]
    assert result["requires"] == ["vue"]


def test_styles_are_scoped_first_and_flattened_then(engine: Engine) -> None:
    style = "<style scoped>\nh1 { color: red; & > b { @apply font-bold; } }\n</style>"
    result = compiled(engine, f"<template><h1><b/></h1></template>{style}")
    assert "h1[data-v-abc] { color: red" in result["css"]
    assert "h1 > b[data-v-abc] { font-weight:700;" in result["css"]
    assert '__sfc__.__scopeId = "data-v-abc"' in result["code"]


def test_a_style_for_all_is_not_scoped(engine: Engine) -> None:
    result = compiled(engine, "<template><p/></template><style>p { color: red }</style>")
    assert "data-v" not in result["css"] + result["code"]


def test_values_in_styles(engine: Engine) -> None:
    source = (
        "<template><p/></template><script setup>const c = 'red'</script><style scoped>p { color: v-bind(c) }</style>"
    )
    result = compiled(engine, source)
    assert "var(--" in result["css"]
    assert "useCssVars" in result["code"]


def test_variant_groups_in_attributes_only(engine: Engine) -> None:
    result = compiled(engine, '<template><p class="hover:(font-bold text-xl)">dark:(a b)</p></template>')
    assert '"hover:font-bold hover:text-xl"' in result["code"]
    assert "dark:(a b)" in result["code"]


@pytest.mark.parametrize(
    ("source", "message", "line"),
    [
        ("<template>\n<p>{{ a + }}</p>\n</template>", "Error parsing JavaScript expression", 2),
        ("<template>\n\n<p>\n</template>", "Element is missing end tag.", 3),
        ("<template><p/></template>\n<script setup>\nconst = 1\n</script>", "Unexpected token", 3),
        ('<template><p/></template>\n<style lang="scss">a{}</style>', '<style lang="scss"> is not supported', 2),
        ('<template lang="pug">p</template>', '<template lang="pug"> is not supported', 1),
        ('<template><p/></template>\n\n<script setup lang="coffee">1</script>', '<script lang="coffee"> is not', 3),
        ("<template><p/></template>\n<style module>a{}</style>", "<style module> is not supported", 2),
    ],
)
def test_what_is_wrong_has_a_line(engine: Engine, source: str, message: str, line: int) -> None:
    error, found = failed(engine, source)
    assert error.startswith(message)
    assert "\n" not in error
    assert found == line
