"""The parts of a slide's Markdown, each with its exact place; and which tags do not pair."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from slidewright.parse.anatomy import Anatomy
from slidewright.parse.anatomy.balance import Fault
from slidewright.parse.anatomy.markup import scan
from slidewright.parse.markdown.options import MarkdownOptions

OPTIONS = MarkdownOptions(katex=True)


def anatomy(content: str) -> Anatomy:
    return Anatomy(content, OPTIONS)


def names(content: str) -> list[str]:
    return [f"{'/' if tag.kind == 'close' else ''}{tag.name}" for tag in anatomy(content).tags]


def test_tags_stand_where_they_are_written() -> None:
    content = 'A <span class="a">b</span>\n\n- <MyComp/> c\n\n> <div>\n> d\n> </div>\n'
    parts = anatomy(content)
    written = [content[tag.start : tag.end] for tag in parts.tags]
    assert written == ['<span class="a">', "</span>", "<MyComp/>", "<div>", "</div>"]
    assert [tag.kind for tag in parts.tags] == ["open", "close", "void", "open", "close"]


@pytest.mark.parametrize(
    "content",
    [
        "`<a>`",
        "```html\n<a>\n```",
        "<!-- <a> -->",
        '{{ "<a>" }}',
        "1 < 2 and <- and <https://example.com>",
        "    <a>",
        "\\<a>",
    ],
)
def test_what_is_no_tag_is_none(content: str) -> None:
    assert names(content) == []


def test_mustaches_in_code_hide_no_tags() -> None:
    assert names("`{{` <b>x</b> `}}`") == ["b", "/b"]
    assert names("```vue\n{{\n```\n\n<b>x</b>\n\n}}") == ["b", "/b"]


def test_attributes_have_their_values_and_places() -> None:
    content = '<img src=\'a.png\' :alt="b" hidden width=100 @click.once="c > d">'
    (tag,) = anatomy(content).tags
    assert [(item.name, item.value) for item in tag.attributes] == [
        ("src", "a.png"),
        (":alt", "b"),
        ("hidden", None),
        ("width", "100"),
        ("@click.once", "c > d"),
    ]
    for item in tag.attributes:
        assert content.startswith(item.name, item.start)
        assert item.value is None or content.startswith(item.value, item.value_start)
    assert tag.value("alt", ":alt") == "b"
    assert tag.value("hidden") == ""
    assert tag.value("none") is None


@pytest.mark.parametrize(
    ("html", "reason", "text"),
    [
        ('<a b="1" b="2">', "duplicate", "b"),
        ('<a b="1>', "quote", '"'),
        ("<a b=>", "value", "="),
        ("<a =b>", "equals", "="),
        ('<a b=c"d>', "unquoted", '"'),
        ('<a b="c"">', "name", '"'),
        ("<a / b>", "slash", "/"),
        ("<a b / >", "slash", "/"),
        ("<a <b>", "name", "<"),
    ],
)
def test_flaws_of_attributes(html: str, reason: str, text: str) -> None:
    flaw = next(scan(html)).flaw
    assert flaw is not None
    assert (flaw.reason, html[flaw.start : flaw.end]) == (reason, text)


@pytest.mark.parametrize("html", ['<a b="1"c="2">', "<a b=x/y>", "<a b/>", "<a :b='{\"c\": 1}' #d>", "<a\n  b\n/>"])
def test_unusual_attributes_without_a_flaw(html: str) -> None:
    (tag,) = scan(html)
    assert tag.flaw is None
    assert tag.is_complete


def test_raw_text_encloses_no_tags() -> None:
    style, closing = scan("<style>a > b { content: '<b>' }</style>")
    assert style.inner == (7, 31)
    assert closing.name == "style"


def test_comments_may_be_short() -> None:
    assert [tag.name for tag in scan("<!--><a><!-- <b> --><c>")] == ["a", "c"]


def kinds(content: str) -> list[tuple[str, str, str | None]]:
    def name(fault: Fault) -> str | None:
        return fault.other.name if fault.other else None

    return [(fault.kind, fault.event.name, name(fault)) for fault in anatomy(content).faults]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<div>", [("unclosed", "div", None)]),
        ("</div>", [("unopened", "div", None)]),
        ("a <b>c", [("unclosed", "b", "p")]),
        ("a <b>c\n\nd</b>", [("crossed", "b", "b")]),
        ("<div>\n<span>\n</div>", [("unclosed", "span", "div")]),
        ("<div>\n\na </div>", [("crossed", "div", "div")]),
        ("<div>\n\n::right::\n\n</div>", [("slot", "template", "div")]),
        ("- a\n\n  ::right::\n\n- b", [("slot", "template", "li")]),
        ("<A\n\n/>", [("unfinished", "A", None)]),
        ("> [!NOTE]\n> a\n>\n> > b", [("crossed", "blockquote", "div")]),
        ("a <p>b", [("unclosed", "p", "p")]),
        ("a</p>", [("unopened", "p", None)]),
        ("::right::\n\n<template v-if='a'>", [("unclosed", "template", "template")]),
    ],
)
def test_tags_that_do_not_pair(content: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert kinds(content) == expected


@pytest.mark.parametrize(
    "content",
    [
        "<div>\n\n- a\n- b <b>c</b>\n\n</div>",
        "<Div>\n\na\n\n</div>",
        "a<br>b<br/>c</br>",
        "<script setup>\nconst a = '<b>'\n</script>\n\na",
        "<script setup>\n</script>\n\n<div>\n\n<script>\n</script>",
        "::left::\n\n<div>\n\na\n\n</div>\n\n::right::\n\nb",
        "- [ ] a <b>c</b>\n- [x] d",
        "a[^1]\n\n[^1]: b <b>c</b>",
        "| a |\n|---|\n| <b>c</b> |",
        "<MyComp/> trailing *md*",
        "<MyComp/> `<i>` and <template #x>",
        "<p>\n\na</p>",
        "- <MyComp>a</MyComp> *b*",
        "> [!TIP] a\n> b",
        "[<b>c</b>](https://example.com) *<i>d</i>*",
    ],
)
def test_tags_that_pair(content: str) -> None:
    assert kinds(content) == []


def test_code_knows_its_info_its_inside_and_whether_it_is_closed() -> None:
    content = "a\n\n```ts {1} [b]\nc\nd\n```\n\n- e\n\n  ~~~\n  f\n  ~~~\n\n<<< ./g.ts#h {2}\n\n```js\ni"
    first, second, third, fourth = anatomy(content).codes
    assert (first.info, content[first.info_start : first.info_start + 2]) == ("ts {1} [b]", "ts")
    assert content[first.inner[0] : first.inner[1]] == "c\nd"
    assert first.block.ranges == ("1",)
    assert (second.info, second.marker, second.is_closed) == ("", "~~~", True)
    assert third.snippet is not None
    assert content[third.span[0] : third.span[1]] == "<<< ./g.ts#h {2}"
    assert (fourth.info, fourth.is_closed) == ("js", False)


def test_headings_of_both_kinds() -> None:
    content = "# A *b*\n\n<h2>C <i>d</i></h2>\n\n> ### E\n"
    found = anatomy(content).headings
    assert [(heading.level, heading.text) for heading in found] == [(1, "A *b*"), (2, "C d"), (3, "E")]
    assert content[found[0].span[0] : found[0].span[1]] == "A *b*"
    assert content[found[2].span[0] : found[2].span[1]] == "E"


def test_formulas_in_lines_and_as_blocks() -> None:
    content = "a $x^2$ b\n\n$$\ny\n$$\n"
    inline, block = anatomy(content).formulas
    assert (inline.tex, content[inline.span[0] : inline.span[1]], inline.is_block) == ("x^2", "$x^2$", False)
    assert (block.tex.strip(), content[block.span[0] : block.span[1]], block.is_block) == ("y", "$$\ny\n$$", True)
    assert Anatomy(content, MarkdownOptions()).formulas == ()


def test_pictures_and_their_texts() -> None:
    content = '![a *b*](c.png) <img src="d.png"> <img src="e" alt=""> <img src="f" aria-hidden="true">'
    found = anatomy(content).pictures
    assert [(picture.alt, picture.is_hidden) for picture in found] == [
        ("a *b*", False),
        (None, False),
        ("", False),
        (None, True),
    ]


def test_slot_markers_in_order() -> None:
    content = "a\n\n:: left ::\n\nb\n\n::right::  \n\n```\n::code::\n```\n"
    found = anatomy(content).slots
    assert [(marker.name, content[marker.span[0] : marker.span[1]]) for marker in found] == [
        ("left", ":: left ::"),
        ("right", "::right::"),
    ]


def test_parts_are_read_only_where_they_can_be() -> None:
    parts = anatomy("Nothing but text.")
    assert (parts.tags, parts.events, parts.codes, parts.formulas, parts.pictures, parts.slots) == ((),) * 6
    assert "tokens" not in vars(parts)


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<a b=", '<a b="', "</", "<!--", "{{", "{{<b>", "<p><b>", "</b>", "a<b>\n\n"]
)
def test_hostile_html_is_read_in_proportion_to_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        content = piece * (length // len(piece))
        started = time.process_time()
        parts = Anatomy(content, OPTIONS)
        assert parts.tags is not None
        assert parts.faults is not None
        return time.process_time() - started

    times = [min(seconds(length) for _ in range(2)) for length in (10_000, 40_000)]
    for short, long in pairwise(times):
        assert long < max(short, 0.02) * 12, times


SIGNS = [
    ("# Plain\n\n- text\n\n`<Foo>`", set()),
    ("<div>\n\n# A\n\n</div>", set()),
    ("<div>\n<img src='a'>\n</div>", set()),
    ("<div>", {"fault"}),
    ('<div a="1" a="2"></div>', {"flaw"}),
    ("<MyComp/>", {"component"}),
    ("<div>**a**</div>", {"text-in-html"}),
    ("<div>\n- a\n</div>", {"text-in-html"}),
    ("```js\na", {"open-fence"}),
    ("```js\na\n```", set()),
]


@pytest.mark.parametrize(("content", "signs"), SIGNS)
def test_signs_tell_what_a_slide_has(content: str, signs: set[str]) -> None:
    assert anatomy(content).signs == signs
    assert all(anatomy(content).has(sign) for sign in signs)


def test_signs_that_are_known_are_not_looked_for() -> None:
    known = Anatomy("<div>", OPTIONS, frozenset(["component"]))
    assert known.signs == {"component"}
    assert not known.has("fault")
    assert "tokens" not in vars(known)
    assert known.faults
