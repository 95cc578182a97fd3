"""A slide's template as Vue renders it: white space condensed, `v-if` and `v-for` resolved where they are literals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from slidewright.clicks.values import UNKNOWN, literal
from slidewright.parse.javascript import falsy
from slidewright.parse.template import Node

Attributes = tuple[tuple[str, str | None], ...]
Range = tuple[int, int]

PLAIN = ("text", "text_special")
"""Tokens that are nothing but text; code and formulas in a line are elements."""
SFC_BLOCKS = frozenset(["script", "style", "route", "i18n"])
LOOP = re.compile(r"\s*\(?[^()]*?\)?\s+(?:in|of)\s+(.+)\Z", re.S)
BLANK = re.compile(r"[ \t\r\n\f]+\Z")
SLOT = re.compile(r"(?:#|v-slot:)(.+)\Z|v-slot\Z|#\Z", re.S)
MOST = 10_000
"""Elements of a slide beyond which copies are not made."""


@dataclass(frozen=True, slots=True)
class Given:
    """A click directive that a component puts on what is in it."""

    name: str
    value: Any
    hides: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class VNode:
    """An element or a component with its attributes as written; text is `#text`, a comment `#comment`.

    `span` is its place, or that of what is around it. `node` has its token where Markdown made it. `doubt` says why it
    may not be rendered as it is here.
    """

    name: str
    span: Range
    attributes: Attributes = ()
    children: tuple[VNode, ...] = ()
    node: Node | None = None
    text: str = ""
    given: Given | None = None
    doubt: str | None = None

    def value(self, *names: str) -> str | None:
        """The value of the first attribute of one of these names; empty for one without a value."""
        return next((value or "" for name, value in self.attributes if name in names), None)


class Tree:
    """The nodes of one slide, made once."""

    def __init__(self) -> None:
        self.made = 0

    def vnodes(self, nodes: Sequence[Node], around: Range) -> tuple[VNode, ...]:
        """What is rendered for nodes that stand beside each other."""
        chain = _Chain()
        return tuple(made for node in condensed(_flat(nodes)) for made in self._made(node, around, chain))

    def _made(self, node: Node, around: Range, chain: _Chain) -> Iterator[VNode]:
        self.made += 1
        if node.name == "#text" and _is_text(node):
            yield VNode("#text", around, text=node.text)
            return
        if node.name == "#comment":
            yield VNode("#comment", around)
            return
        attributes = _attributes(node)
        verdict = chain.verdict(dict(attributes))
        if verdict is True or verdict is UNKNOWN:
            doubt = "`v-if` is an expression" if verdict is UNKNOWN else None
            yield from self._copies(node, attributes, node.span or around, doubt)
        elif verdict is False and chain.is_first:
            yield VNode("#comment", around)

    def _copies(self, node: Node, attributes: Attributes, span: Range, doubt: str | None) -> Iterator[VNode]:
        loop = dict(attributes).get("v-for")
        count = 1 if loop is None else _count(loop)
        if count is None or self.made * count > MOST:
            count, doubt = 1, "`v-for` is an expression"
        for _ in range(count):
            yield from self._rendered(node, attributes, span, doubt)

    def _rendered(self, node: Node, attributes: Attributes, span: Range, doubt: str | None) -> Iterator[VNode]:
        children = self.vnodes(node.children, span)
        is_fragment = node.name == "template" and not any(SLOT.match(name) for name, _ in attributes)
        if is_fragment and any(name.startswith(("v-if", "v-else", "v-for")) for name, _ in attributes):
            yield from children
            return
        name = f"#{node.token.type}" if node.name == "#text" and node.token else _component_name(node)
        yield VNode(name, span, attributes, children, node, node.text, None, doubt)


class _Chain:
    """Where a run of `v-if`, `v-else-if` and `v-else` stands."""

    def __init__(self) -> None:
        self.state: Any = True
        self.is_first = False

    def verdict(self, attributes: dict[str, str | None]) -> Any:
        """Is an element rendered? UNKNOWN where only the page knows; None for what follows one that is."""
        self.is_first = "v-if" in attributes
        if self.is_first:
            self.state = _truth(attributes["v-if"])
        elif "v-else-if" in attributes or "v-else" in attributes:
            if self.state is not False:
                return None
            self.state = True if "v-else" in attributes else _truth(attributes["v-else-if"])
        else:
            return True
        return self.state


def _truth(expression: str | None) -> Any:
    value = literal(expression or "")
    return UNKNOWN if value is UNKNOWN else not falsy(value)


def _count(loop: str | None) -> int | None:
    """How many copies a `v-for` over a literal makes."""
    match = LOOP.match(loop or "")
    value = literal(match[1]) if match else UNKNOWN
    if isinstance(value, (list, dict, str)):
        return len(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= MOST:
        return None
    return int(value) if value == int(value) else None


def _flat(nodes: Sequence[Node]) -> Iterator[Node]:
    """Nodes without the paragraphs that tight lists hide, and without what no template holds."""
    for node in nodes:
        if node.name == "#hidden":
            yield from _flat(node.children)
        elif node.name.lower() not in SFC_BLOCKS:
            yield node


def _is_text(node: Node) -> bool:
    return node.token is None or node.token.type in PLAIN


def condensed(nodes: Iterator[Node]) -> list[Node]:
    """Texts beside each other as one, and white space as Vue keeps it: none at the ends, none between lines."""
    merged: list[Node] = []
    for node in nodes:
        last = merged[-1] if merged else None
        if node.name == "#text" and _is_text(node) and last and last.name == "#text" and _is_text(last):
            merged[-1] = Node("#text", text=last.text + node.text)
        else:
            merged.append(node)
    return [node for index, node in enumerate(merged) if not _vanishes(merged, index)]


def _vanishes(nodes: list[Node], index: int) -> bool:
    node = nodes[index]
    if node.name != "#text" or not _is_text(node) or (node.text and not BLANK.match(node.text)):
        return False
    if index == 0 or index == len(nodes) - 1:
        return True
    before, after = nodes[index - 1].name == "#comment", nodes[index + 1].name == "#comment"
    return before or after or "\n" in node.text or "\r" in node.text


def _attributes(node: Node) -> Attributes:
    if node.tag is not None:
        return tuple((attribute.name, attribute.value) for attribute in node.tag.attributes)
    return tuple((name, str(value)) for name, value in node.token.attrs.items()) if node.token is not None else ()


def _component_name(node: Node) -> str:
    """The name of an element; Comark's components without content are tokens."""
    if node.name.startswith("#comark") and node.token is not None:
        return node.token.tag
    return "img" if node.name == "#image" else node.name
