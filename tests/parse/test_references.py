"""References point at exactly the text that names them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pytest

from slidewright.model import Reference
from slidewright.parse.anatomy import Anatomy
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.references import references
from slidewright.parse.slides import parse
from slidewright.text import Source

ALL_ON = MarkdownOptions(katex=True, comark=True)


def found(text: str, options: MarkdownOptions = MarkdownOptions()) -> list[Reference]:  # noqa: B008 - frozen
    document = parse(Source.from_original(PurePosixPath("slides.md"), text))
    return [item for slide in document.slides for item in references(slide, Anatomy(slide.content, options))]


CASES = {
    "a paragraph of two lines": "a ![x](one.png) b\nc ![y](two.png 'T') ![z](<three.png>)",
    "quotes, lists and lazy lines": (
        "> - a ![x](one.png)\n>   b ![y](two.png)\n> lazy\n\n1. ![z](three.png)\n\n   ![w](four.png)"
    ),
    "equal cells": "| a | b |\n|---|---|\n| ![x](one.png) | ![x](one.png) |\n| ![x](one.png) | c |",
    "an escaped bar in a cell": "| a | b |\n|---|---|\n| x \\| y ![q](one.png) | ![q](two.png) |",
    "other scripts": "é😀 中文 ![图](图片.png) <img src='照片.png'>",
    "a heading and a linked picture": "# T ![x](one.png) #\n\n[![x](two.png)](https://e.x/three)",
    "nested html": '<div>\n  <p>\n\n  ![x](one.png)\n\n  </p>\n<img src="two.png"\n alt="x">\n</div>',
    "components": 'text <MyImage src=\'one.png\' :size="2" /> and <v-click><img src="two.png"></v-click>',
    "bare addresses": "see https://e.x/one and <https://e.x/two>, `https://e.x/no`, [t](https://e.x/three).",
    "definitions": "[a][one] ![b][two]\n\n[one]: https://e.x/one 'T'\n[two]: <two.png>",
    "an alert": "> [!NOTE]\n> ![x](one.png)\n> ![y](two.png)",
    "slots": "![x](one.png)\n\n::right::\n\n![y](two.png)",
    "an escaped bar in running text": "a \\| b ![x](one.png) c \\| ![y](two.png)",
    "text in attributes": '<div style="background: url(&quot;one.png&quot;)">x</div> <MyLink :src=\'"two.png"\' />',
    "check boxes": (
        "- [ ] a ![x](one.png) <img src='two.png'>\n- [x] [three](three.png)\n- [ ] [r][four]\n\n[four]: four.png"
    ),
    "carriage returns": "a\r\n\r\n![x](one.png)\r\n> ![y](two.png)\r\n",
}


@pytest.mark.parametrize("options", [MarkdownOptions(), ALL_ON], ids=["plain", "all on"])
@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_places_are_exact(text: str, options: MarkdownOptions) -> None:
    items = found(text, options)
    assert len(items) >= 2
    starts = [item.location.span.start for item in items]
    assert starts == sorted(set(starts))
    for item in items:
        assert item.location.text == item.written
        assert item.written in text
    places = text.replace("\r\n", "\n")
    for name in ("one", "two", "three", "four"):
        wanted = places.count(f"{name}.png") or (f"e.x/{name}" in places)
        assert sum(name in item.target for item in items) == wanted, name


@pytest.mark.parametrize(
    "text",
    [
        "`![](no.png)` ``<img src='no.png'>``",
        "```\n![](no.png)\n```",
        "~~~md\n<img src='no.png'>\n~~~",
        "text\n\n    ![](no.png)",
        "<!-- ![](no.png)\n<img src='no.png'> -->\n\ntext",
        "text\n\n<!-- note with ![](no.png) -->",
        "<img src='{{ no }}.png'> <img :src='no' @click=\"x('no.png')\">",
        "<pre>\n<img src='no.png'>\n</pre>",
        "[//]: # (no.png)\n\n[unused]: no.png\n\ntext",
        "\\![](no.png) x",
        "{{ '<img src=\"no.png\">' }}",
        "<MyFigure alt='no.png' caption='see no.png' to='/5' />",
        "<style>\n.a { content: 'url(no.png)'; fill: url(var(--no)) } /* url(no.png) */\n</style>",
        "<style lang='scss'>\n// url(no.png)\n.a { b: url($no); c: url(#{$no}/no.png) }\n</style>",
    ],
)
def test_what_is_no_reference_is_not_found(text: str) -> None:
    assert [item for item in found(text) if "[](no" not in text or item.syntax != "markdown:link"] == []


def test_every_candidate_of_a_srcset_is_found() -> None:
    items = found('<img srcset="a.png 1x, b.png 2x,c.png 300w, data:image/png;base64,AA== 4x">')
    assert [(item.target, item.location.text) for item in items] == [("a.png",) * 2, ("b.png",) * 2, ("c.png",) * 2]


def test_a_srcset_of_commas_takes_no_time() -> None:
    assert found(f'<img srcset="{" ," * 20_000}a.png">')[0].target == "a.png"


@pytest.mark.parametrize("text", ["<Link to='5'>x</Link>", '<Link :to="5">x</Link>', "[x](5)", "[x](/5)", "[x](#5)"])
def test_links_to_slides(text: str) -> None:
    (item,) = found(text)
    assert item.kind == "slide-link"
    assert item.target.strip("/#") == "5"


def test_an_address_said_twice_stands_in_two_places() -> None:
    text = "https://e.x/1 and https://e.x/1, [https://e.x/1](https://e.x/2) *https://e.x/2*\n- https://e.x/1"
    items = found(text)
    assert [item.target[-1] for item in items] == list("11221")
    assert [item.location.span.start for item in items] == [
        m.start() for m in re.finditer("https", text) if m.start() != 34
    ]


def test_a_capital_makes_a_component_of_an_element() -> None:
    assert [item.syntax for item in found("<Video src='./a.mp4' /> <video src='./a.mp4' />")] == [
        "component:Video:src",
        "html:video:src",
    ]


def test_style_sheets_name_files() -> None:
    items = found("<style>\n@import './a.css';\n@import url(\"b.css\");\n.x { fill: URL( c.svg#x ) }\n</style>")
    assert [item.location.text for item in items] == ["./a.css", "b.css", "c.svg#x"]


def test_entities_are_decoded_and_the_written_text_is_kept() -> None:
    (item,) = found('<img src="a&amp;b.png">')
    assert (item.target, item.written) == ("a&b.png", "a&amp;b.png")


def test_frontmatter_references() -> None:
    head = "theme: ./theme\naddons: [./addon]\nfavicon: /f.ico\nbackground: './b.png'\ndefaults:\n  image: /d.png"
    items = found(f"---\n{head}\n---\n")
    assert [(item.kind, item.location.text) for item in items] == [
        ("theme", "./theme"),
        ("addon", "./addon"),
        ("favicon", "/f.ico"),
        ("background", "./b.png"),
        ("background", "/d.png"),
    ]


@pytest.mark.parametrize(
    ("value", "target", "written"),
    [
        ('"./caf\\u00e9.png"', "./café.png", "./caf\\u00e9.png"),
        ("'./it''s.png'", "./it's.png", "./it''s.png"),
        (">-\n  ./long\n  name.png", "./long name.png", ">-\n  ./long\n  name.png"),
        ("url('/a.png')", "/a.png", "/a.png"),
    ],
)
def test_frontmatter_written_otherwise_than_it_reads(value: str, target: str, written: str) -> None:
    (item,) = found(f"---\nbackground: {value}\n---\n")
    assert (item.target, item.written, item.location.text) == (target, written, written)


@pytest.mark.parametrize(
    "line",
    ["background: '#fff'", "image: linear-gradient(a, b)", "image: Photo by A / B", "title: a.png", "logo: a.png"],
)
def test_frontmatter_that_names_nothing(line: str) -> None:
    assert found(f"---\n{line}\n---\n") == []


def test_every_frontmatter_value_has_its_own_place() -> None:
    text = "---\naddons: [./x-y, y, ./y]\ncoverImage: /d.png\ndefaults:\n  background: /d.png\n  image: /d.png\n---\n"
    items = found(text)
    assert [item.location.text for item in items] == ["./x-y", "y", "./y", "/d.png", "/d.png", "/d.png"]
    assert [tuple(item.location.start) for item in items] == [(2, 10), (2, 17), (2, 20), (3, 13), (5, 15), (6, 10)]


def test_a_value_has_its_own_place_wherever_the_addons_stand() -> None:
    for head in ("background: /d.png\naddons: [./x, ./y]", "src: ./z.md\naddons: ./x\nimage: /d.png\ntheme: ./t"):
        assert {item.target: item.location.text for item in found(f"---\n{head}\n---\n")} == {
            text: text for text in ("/d.png", "./x", "./y", "./z.md", "./t") if text in head
        }
