from __future__ import annotations

import json

import pytest

from slidewright.render import embed

HOSTILE = ["</script><script>alert(1)</script>", "<!--", "]]>", "\u2028\u2029", "\ud800", "{{ 7*7 }}", '"\\\n', "\0"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_literal_is_the_same_value_and_cannot_end_its_script(text: str) -> None:
    written = embed.literal({"key": text, text: 1})
    assert json.loads(written) == {"key": text, text: 1}
    assert "<" not in written
    assert "\u2028" not in written
    written.encode("utf-8")


def test_numbers_are_written_as_javascript_would() -> None:
    assert embed.literal([1.0, 1.5, float("nan"), float("inf"), 10**20, True, None]) == (
        "[1,1.5,null,null,100000000000000000000,true,null]"
    )


@pytest.mark.parametrize("code", ['a = "</script>"', "a = '<!-- x'", "a = /<\\/SCRIPT>/", "`</ScRiPt`"])
def test_code_cannot_end_its_script(code: str) -> None:
    written = embed.script(code).lower()
    assert "</script" not in written
    assert "<!--" not in written


def test_code_without_danger_is_untouched() -> None:
    code = "if (a<b) x = '<p>' + `<script` + y"
    assert embed.script(code) == code


def test_a_style_sheet_cannot_end_its_element() -> None:
    assert "</style" not in embed.style('a::before{content:"</style><script>"}')
    assert embed.style("a<b{}") == "a<b{}"


def test_keys_are_text() -> None:
    assert embed.literal({1: {2.5: 2}}) == '{"1":{"2.5":2}}'
