from __future__ import annotations

import pytest

from slidewright.render.urls import Url, rewrite, rewrite_css


def known(tag: str, target: str) -> Url | None:
    return Url(f"$asset('{target.strip('./')}')", "var(--a)") if target.startswith(("./", "a.")) else None


CASES = {
    '<img src="./x.png" alt="y>z"/>': """<img :src="$asset('x.png')" alt="y>z"/>""",
    "<img src=a.png>": """<img :src="$asset('a.png')">""",
    "<IMG SRC='a.png'>": """<IMG :src="$asset('a.png')">""",
    '<img src="./x&amp;y.png">': """<img :src="$asset('x&amp;y.png')">""",
    '<img srcset="a.png 1x, ./b.png 2x">': """<img :srcset="$asset('a.png')+' 1x'+', '+$asset('b.png')+' 2x'">""",
    '<video poster="a.png" @click="a > 1 ? b : c" src="https://e.org/v">': (
        """<video :poster="$asset('a.png')" @click="a > 1 ? b : c" src="https://e.org/v">"""
    ),
    '<div style="background:url(./x.png)">': '<div style="background:var(--a)">',
    '<div style="color:red">': '<div style="color:red">',
    "<img :src=\"'./x.png'\">": """<img :src="$asset('x.png')">""",
    '<Card image="./x.png" :n="a > 1"/>': """<Card :image="$asset('x.png')" :n="a > 1"/>""",
    '<image href="a.svg"/>': """<image :href="$asset('a.svg')"/>""",
}
UNTOUCHED = [
    '<!-- <img src="a.png"> -->',
    '<a href="a.png">x</a>',
    '<Card :src="picture" class="a.png" @click="a.png"/>',
    '<img :src="a.png">',
    '<img src="https://example.org/a.png">',
    '{{ a < b }} <img data-src="a.png">',
    '<img src="a.png',
    '<p title="<img src=a.png>">x</p>',
]


@pytest.mark.parametrize("template", CASES)
def test_an_attribute_that_names_a_file_is_bound_to_it(template: str) -> None:
    assert rewrite(template, known) == CASES[template]


@pytest.mark.parametrize("template", UNTOUCHED)
def test_all_else_stays_byte_for_byte(template: str) -> None:
    assert rewrite(template, known) == template


def test_a_style_sheet_names_the_variable() -> None:
    css = "a{background:url('./x.png')} b{background:url(https://e.org/x)} @font-face{src:url( \"a.woff\" )}"
    assert rewrite_css(css, known) == (
        "a{background:var(--a)} b{background:url(https://e.org/x)} @font-face{src:var(--a)}"
    )


def test_many_unclosed_tags_take_linear_time() -> None:
    hostile = '<a "' * 50_000
    assert rewrite(hostile, known) == hostile
