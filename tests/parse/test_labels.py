"""Labels end where markdown-it's own search ends them, whatever brackets a text has; spans of components."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt, helpers
from markdown_it.token import Token

from slidewright.parse.markdown.engine import engine, reference_engine
from slidewright.parse.markdown.labels import label_end
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.markdown.tokens import tokens

PIECES = [
    "[", "[", "![", "]", "]", "](x)", "](", "](<", ")", "[a](b)", "![a](b)", "[r]", "[r][", "[^n]", "[^", "^[", "`",
    "``", "<", "<a>", "<http://a.b>", "*", "_", "$", ":c[", "{.a}", "\\", "&amp;", "a", " ", "\n", "\n\n", "> ", "- ",
]  # fmt: skip
Make = Callable[[MarkdownOptions], MarkdownIt]
DEFINITIONS = "[r]: ./x.png\n[^n]: note\n\n"


def described(parsed: list[Token]) -> list[object]:
    """Tokens as plain values."""
    return [
        (
            token.type,
            token.attrs,
            token.map,
            token.level,
            token.content,
            str(token.meta),
            described(token.children or []),
        )
        for token in parsed
    ]


def text(generator: random.Random) -> str:
    pieces = generator.sample(PIECES, generator.choice([3, 6, len(PIECES)]))
    repeated = generator.choice([1, 1, 1, 95])  # markdown-it gives up at a hundred brackets within each other
    made = "".join(
        generator.choice(pieces) * generator.choice([1, repeated]) for _ in range(generator.randrange(1, 25))
    )
    return generator.choice(["", DEFINITIONS]) + made


@pytest.mark.parametrize("make", [engine, reference_engine])
@pytest.mark.parametrize("is_comark", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_labels_end_where_markdown_it_ends_them(make: Make, is_comark: bool, seed: int) -> None:
    generator = random.Random(seed)
    options = MarkdownOptions(katex=True, comark=is_comark)
    ours, plain = make(options), make(options)
    plain.helpers = helpers
    for _ in range(60):
        made = text(generator)
        assert described(ours.parse(made, {})) == described(plain.parse(made, {})), repr(made)
    assert ours.helpers.parseLinkLabel is label_end


@pytest.mark.parametrize(
    ("content", "places"),
    [
        ("<A/> x <B/>", ["<A/>", "<B/>"]),
        ("  <A b='c'>d</A> x", ["<A b='c'>d</A>"]),
        ("> <A/>\n> <A/> y", ["<A/>", "<A/>"]),
        ("<div>\n<A/>\n</div>", ["<div>\n<A/>\n</div>"]),
    ],
)
def test_a_component_complete_on_its_line_spans_its_tag_alone(content: str, places: list[str]) -> None:
    placed = [item for item in tokens(content, MarkdownOptions()).placed if item.token.type.startswith("html")]
    assert [content[slice(*item.span)] for item in placed] == places


@pytest.mark.parametrize(
    ("content", "lists"),
    [
        ("- [ ] a\n- [x] b", ["contains-task-list"]),
        ("- a\n  - [ ] b\n- [ ] c", ["contains-task-list", "contains-task-list"]),
        ("1. a\n\n   - [ ] b\n2. c", [None, "contains-task-list"]),
    ],
)
def test_the_list_of_a_task_is_marked(content: str, lists: list[str | None]) -> None:
    parsed = engine(MarkdownOptions()).parse(content)
    opened = [token for token in parsed if token.type in ("bullet_list_open", "ordered_list_open")]
    assert [token.attrGet("class") for token in opened] == lists
