from __future__ import annotations

import pytest

from slidewright.parse.anatomy import Anatomy
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.template import Node, tree


def written(node: Node) -> str:
    """A tree in one line: `p('text' b('bold'))`."""
    if node.name == "#text":
        return repr(node.text)
    inside = " ".join(map(written, node.children))
    return f"{node.name}({inside})" if inside else node.name


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("# A\n\ntext", "h1('A') p('text')"),
        ("- a\n- b", "ul(li(#hidden('a')) li(#hidden('b')))"),
        ("a **b** ![c](d.png)", "p('a ' strong('b') ' ' #image)"),
        ("<div>\n\ntext\n\n</div>", "div(' ' p('text'))"),
        ("a<br>b <i>c</i>", "p('a' br 'b ' i('c'))"),
        ("```js\nlet a\n```", "#fence"),
        ("a\n\n::right::\n\nb", "p('a') #slot(p('b') ' ' ' ')"),
        ("<div><style>p { color: red }</style></div>", "div(style)"),
        ("<Counter />", "Counter"),
        ("", ""),
    ],
)
def test_elements_stand_in_each_other_as_in_the_template(content: str, expected: str) -> None:
    assert " ".join(map(written, tree(Anatomy(content, MarkdownOptions())).children)) == expected


def test_tags_that_do_not_pair_are_closed_by_what_is_around_them() -> None:
    root = tree(Anatomy("<div><span>a</div>\n\nb</p>\n", MarkdownOptions()))
    assert [child.name for child in root.children if child.name != "#text"] == ["div", "p"]


def test_slots_are_named() -> None:
    root = tree(Anatomy("a\n\n::right::\n\nb", MarkdownOptions()))
    assert [child.slot for child in root.children] == [None, "right"]
