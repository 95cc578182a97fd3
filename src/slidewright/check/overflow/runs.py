"""Which nodes stand in one line, and which are blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slidewright.check.overflow.boxes import box
from slidewright.parse.template import Node

INLINE = frozenset(
    """
    #text br a abbr b bdi bdo cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup
    time u var wbr button v-mark Link
    """.split()
)
WRAPPERS = frozenset("#hidden v-click VClick v-clicks VClicks v-after VAfter v-click-gap".split())
"""Elements that make no box of their own."""


def groups(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """Runs of inline nodes, and blocks one by one; blanks between blocks are nothing."""
    run: list[Node] = []
    for node in flattened(nodes):
        if is_inline(node):
            run.append(node)
            continue
        if any(part.name != "#text" or part.text.strip() for part in run):
            yield run
        run = []
        yield [node]
    if any(part.name != "#text" or part.text.strip() for part in run):
        yield run


def is_inline(node: Node) -> bool:
    """Is a node part of a line: text, an inline element without blocks in it, an icon?"""
    if node.name in INLINE:
        return not any(child.name in ("img", "#image", "div") for child in node.children)
    if node.name == "img":
        return box(node.tag, 0.0).is_inline
    return "-" in node.name and not node.children and node.tag is not None and not node.name.startswith("v-")


def flattened(nodes: Sequence[Node]) -> Iterator[Node]:
    """Nodes, the wrappers that make no box replaced by what is in them."""
    for node in nodes:
        if node.name in WRAPPERS:
            yield from flattened(node.children)
        else:
            yield node


def leaves(nodes: Sequence[Node]) -> Iterator[Node]:
    """The nodes in nodes that hold no others."""
    for node in nodes:
        if node.children:
            yield from leaves(node.children)
        else:
            yield node


def bare(nodes: Sequence[Node]) -> list[Node]:
    """What a quotation's paragraphs hold: they have no margins."""
    return [Node("div", children=node.children) if node.name == "p" else node for node in nodes]


def named(node: Node, name: str) -> Iterator[Node]:
    """The outermost elements of a name in a node."""
    for child in node.children:
        if child.name == name:
            yield child
        else:
            yield from named(child, name)
