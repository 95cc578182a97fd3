from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from slidewright.engine import Engine
from slidewright.load import load
from slidewright.parse.markdown.options import markdown_options
from slidewright.parse.markdown.render import render
from slidewright.render.twoslash import typed_code
from slidewright.workspace import DiskWorkspace

TYPED = re.compile(r'<pre class="shiki[^"]* twoslash lsp .*?</code></pre>', re.DOTALL)
WITHOUT_VUE = ("html/fences.md", "html/fences2.md", "repo/packages/vscode/syntaxes/slidev.example.md")


def typed(engine: Engine, code: str, lang: str = "ts", rest: str = "twoslash") -> Any:
    return engine.call("twoslash", "highlight", {"code": code, "lang": lang, "rest": rest})


@pytest.mark.parametrize("name", WITHOUT_VUE)
def test_typed_code_is_slidevs_byte_for_byte(engine: Engine, shared: Path, name: str) -> None:
    root = shared / "slidev/fixtures"
    measured = json.loads((root / f"{name}.html.json").read_text(encoding="utf-8"))["html"]["slides"]
    workspace = DiskWorkspace(root)
    deck = load(workspace, PurePosixPath(name))
    compared = 0
    for slide, result in zip(deck.slides, measured, strict=True):
        expected = TYPED.findall(result.get("html") or "")
        ours = typed_code(engine, render(slide.content, markdown_options(deck)).code) if expected else {}
        assert [item.html for item in ours.values()] == expected
        compared += len(expected)
    assert compared


def test_a_query_is_a_pop_up_that_stays_open_on_its_slide(engine: Engine) -> None:
    html = typed(engine, "const a = [1]\n//    ^?")["html"]
    assert html.count(':shown="$nav.currentPage === $page"') == 1
    assert "^?" not in html
    assert re.sub(r"<[^>]*>", "", html).count("number[]") == 1


def test_types_of_vue_are_known_and_its_documentation_shown(engine: Engine) -> None:
    result = typed(engine, "import { ref } from 'vue'\nconst n = ref(0)")
    assert result["missing"] == []
    assert "Takes an inner value" in result["html"]
    assert "twoslash-error" not in result["html"]


def test_a_component_is_typed_too(engine: Engine) -> None:
    source = '<script setup lang="ts">\nconst n = 1\n</script>\n<template><p>{{ n }}</p></template>'
    result = typed(engine, source, "vue")
    assert "failure" not in result
    assert result["html"].count("<v-menu") >= 3


def test_errors_stand_below_their_lines_and_the_expected_ones_too(engine: Engine) -> None:
    for code in ("const a: string = 1", "// @errors: 2322\nconst a: string = 1"):
        html = typed(engine, code)["html"]
        assert "Type 'number' is not assignable to type 'string'." in html
        assert "@errors" not in html


def test_what_is_cut_is_checked_and_not_shown(engine: Engine) -> None:
    html = typed(engine, "declare const secret: { kept: 1 }\n// ---cut---\nsecret.kept")["html"]
    assert "declare" not in re.sub(r"<template.*?</template>", "", html)
    assert "---cut---" not in html
    assert "twoslash-error" not in html


def test_completions_are_listed(engine: Engine) -> None:
    html = typed(engine, "// @noErrors\nconsole.lo\n//        ^|")["html"]
    assert 'theme="twoslash-completion"' in html
    assert '<span class="twoslash-completions-unmatched">g</span>' in html


def test_a_module_without_types_is_named(engine: Engine) -> None:
    result = typed(engine, "import x from 'nowhere'\nimport y from './here'")
    assert result["missing"] == ["nowhere", "./here"]


def test_what_twoslash_rejects_is_a_listing_without_marks_and_spoils_nothing(engine: Engine) -> None:
    result = typed(engine, "const a = 1\n\n    // ^?")
    assert result["failure"].startswith("Invalid quick info query: ")
    assert "twoslash" not in result["html"]
    assert "^?" not in result["html"]
    assert "failure" not in typed(engine, "const spared = 2\n//    ^?")


def test_no_file_of_the_machine_is_read(engine: Engine) -> None:
    assert typed(engine, "import hosts from '/etc/hosts'")["missing"] == ["/etc/hosts"]
    assert "error" not in typed(engine, '/// <reference path="/etc/passwd" />\nconst a = 1')


def test_a_listing_stays_one_when_the_word_is_not_there(engine: Engine) -> None:
    assert "v-menu" not in typed(engine, "const a = 1", rest="")["html"]
