"""Citations: what announces a source, what it says, and where a reader may go."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from slidewright.model import Citation
from slidewright.parse.anatomy import Anatomy
from slidewright.parse.citations import citations
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.slides import parse
from slidewright.text import Source

URL = "https://e.x/a"


def cited(text: str) -> list[Citation]:
    document = parse(Source(PurePosixPath("slides.md"), text))
    return [item for slide in document.slides for item in citations(slide, Anatomy(slide.content, MarkdownOptions()))]


LABELS = (
    "来源 來源 出处 图源 图片来源 数据来源 图表来源 参考 参考资料 引用 转自 出典 출처 Источник "
    "Source Sources SOURCE Quelle Quellen Bildquelle via Via Credit Credits Fuente Fonte Ref References"
).split()


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("colon", [": ", "：", " : "])
def test_labels(label: str, colon: str) -> None:
    (item,) = cited(f"# A\n\n{label}{colon}{URL}")
    assert (item.label, item.text, item.url, item.location.text) == (label, URL, URL, f"{label}{colon}{URL}")


PLACES = {
    "emphasis": (f"*Source: {URL}*", f"Source: {URL}"),
    "a label in bold": (f"**来源**：{URL}", f"来源**：{URL}"),
    "brackets": (f"（来源：{URL}）", f"来源：{URL}"),
    "after a sentence": (f"Some words. Source: {URL}", f"Source: {URL}"),
    "after words, before an address": (f"图 1，来源：{URL}", f"来源：{URL}"),
    "a list item": (f"- text\n  - 来源：{URL}", f"来源：{URL}"),
    "a quote": (f"> — Source: {URL}", f"Source: {URL}"),
    "a cell": (f"| a | 来源：{URL} |\n|---|---|\n| b | c |", f"来源：{URL}"),
    "html": (f"<div class='text-xs'>\n  Source: {URL}\n</div>", f"Source: {URL}"),
    "html in a line": (f'<small>Source: <a href="{URL}">x</a></small>', f'Source: <a href="{URL}">x</a>'),
    "a component": (f"<Footer>来源：{URL}</Footer>", f"来源：{URL}"),
    "a slot": (f"::right::\n来源：{URL}", f"来源：{URL}"),
    "no colon": (f"图源 {URL}", f"图源 {URL}"),
    "via in a sentence": (f"Picture via {URL}", f"via {URL}"),
    "a symbol before": (f"📷 来源：{URL}", f"来源：{URL}"),
    "a link of that name": (f"text ([source]({URL}))", f"[source]({URL})"),
    "a link that begins so": (f"[来源：X]({URL})", f"[来源：X]({URL})"),
}


@pytest.mark.parametrize(("text", "place"), PLACES.values(), ids=PLACES.keys())
def test_places(text: str, place: str) -> None:
    (item,) = cited(text)
    assert item.url == URL
    assert item.location.text == place


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("[Paper](https://e.x/a_(b)) p. 3", "https://e.x/a_(b)"),
        ("https://e.x/a_(b)", "https://e.x/a_(b)"),
        ("<https://e.x/a>", URL),
        ("https://e.x/a，谢谢", URL),
        ("https://e.x/a. Licence: MIT", URL),
        ("[Paper][p]\n\n[p]: https://e.x/a", URL),
        ("Smith[^1]\n\n[^1]: Smith, https://e.x/a", URL),
        ("\n\n\nhttps://e.x/a", None),
        ("\nhttps://e.x/a", URL),
        ("a https://e.x/a, https://e.x/b", URL),
        ("arXiv:2501.12948v2", "https://arxiv.org/abs/2501.12948v2"),
        ("doi:10.1000/xyz.1.", "https://doi.org/10.1000/xyz.1"),
        ("DOI 10.1000/xyz", "https://doi.org/10.1000/xyz"),
        ("10.1145/3292500.3330701", "https://doi.org/10.1145/3292500.3330701"),
        ("www.example.de/x", "https://www.example.de/x"),
        ("example.com/x_(y)", "https://example.com/x_(y)"),
        ("[Paper](./paper.pdf)", "./paper.pdf"),
        ("[me](mailto:a@e.x)", None),
        ("main.py", None),
        ("NASA", None),
        ("", None),
    ],
)
def test_addresses(text: str, url: str | None) -> None:
    (item,) = cited(f"Source: {text}")
    assert item.url == url


@pytest.mark.parametrize(
    "text",
    [
        "数据的来源很重要，参考价值高。",
        "来源于 https://e.x/a",
        "他说：来源可靠",
        "the source: of all evil",
        "Open source: https://e.x/a",
        "open-source: text",
        "Resource: https://e.x/a",
        "Source code: https://e.x/a",
        "We travel via Rome.",
        "ref: main",
        "Source: {{ source }}",
        "`Source: text`",
        "```\nSource: text\n```",
        "<pre>\nSource: text\n</pre>",
        "<style>\n.a { } /* Source: https://e.x/a */\n</style>",
        "<!-- Source: https://e.x/a -->\n\ntext",
        "text\n\n<!-- Source: https://e.x/a -->",
        "[Source code](https://e.x/a)",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert cited(text) == []


def test_a_list_below_a_label_is_a_citation_each() -> None:
    items = cited("参考资料：\n\n- [A](https://e.x/a)\n- B, https://e.x/b\n- C\n\ntext")
    assert [(item.label, item.text, item.url) for item in items] == [
        ("参考资料", "A", "https://e.x/a"),
        ("参考资料", "B, https://e.x/b", "https://e.x/b"),
        ("参考资料", "C", None),
    ]
    assert [item.location.text for item in items] == ["[A](https://e.x/a)", "B, https://e.x/b", "C"]


def test_the_text_reads_without_marks() -> None:
    (item,) = cited("Source: <b>Smith &amp; Co</b> *in* [The Paper](https://e.x/a)*")
    assert item.text == "Smith & Co *in* The Paper"


def test_a_slide_without_labels_parses_no_markdown() -> None:
    (slide,) = parse(Source(PurePosixPath("slides.md"), "# A: b\n\n- http://e.x")).slides
    assert citations(slide, None) == ()  # type: ignore[arg-type]


def test_the_users_deck(shared: Path) -> None:
    items = cited((shared / "seed/slides.md").read_text(encoding="utf-8"))
    assert len(items) == 5
    assert all(item.url and item.url.startswith("https://") and item.url in item.location.text for item in items)
