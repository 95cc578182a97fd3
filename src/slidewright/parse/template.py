"""A slide's template as a tree of elements, texts and blocks, for those who ask how it is laid out."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it.token import Token

from slidewright.parse.anatomy import Anatomy
from slidewright.parse.anatomy.markup import Tag, scan
from slidewright.vocabulary.elements import VOID

RAW = frozenset(["script", "style", "textarea", "svg", "head", "title"])
"""Elements whose inside is not laid out as text."""
DEEPEST = 100
"""How many elements may stand in each other; what is deeper is taken for a neighbour."""


@dataclass(slots=True)
class Node:
    """An element: its name, its tag where one was written, and what is in it.

    A text is a node named `#text` with `text`; fenced code, formulas and pictures of Markdown are nodes without
    children, with their `token`. `slot` names the slot of the layout that the node fills.
    """

    name: str
    tag: Tag | None = None
    children: list[Node] = field(default_factory=list)
    text: str = ""
    token: Token | None = None
    slot: str | None = None


def tree(anatomy: Anatomy) -> Node:
    """The tree of a slide; tags that do not pair are closed where what is around them ends."""
    return _Builder(anatomy).built()


class _Builder:
    """One walk over a slide's tokens."""

    def __init__(self, anatomy: Anatomy) -> None:
        self.anatomy = anatomy
        self.root = Node("#root")
        self.open = [self.root]

    def built(self) -> Node:
        """Read all tokens."""
        for token in self.anatomy.tokens.blocks:
            if "slot" in token.meta:
                self.open[1:] = []
                self._push(Node("#slot", slot=str(token.meta["slot"])))
            elif token.type == "inline" and not token.children:
                self._text(token.content)  # nothing in it but text
            elif token.type == "inline":
                for child in token.children or ():
                    self._take(child)
            else:
                self._take(token)
        return self.root

    def _take(self, token: Token) -> None:
        if token.type in ("html_block", "html_inline"):
            self._written(token.content)
        elif token.nesting > 0:
            self._push(Node("#hidden" if token.hidden else token.tag, token=token))
        elif token.nesting < 0:
            self._close("#hidden" if token.hidden else token.tag)
        elif token.type in ("text", "text_special", "code_inline", "math_inline"):
            self._add(Node("#text", text=token.content, token=token))
        elif token.type in ("softbreak", "hardbreak"):
            self._add(Node("br") if token.type == "hardbreak" else Node("#text", text=" "))
        elif token.type == "footnote_anchor":
            return
        else:
            self._add(Node(f"#{token.type}", token=token))

    def _written(self, html: str) -> None:
        at = 0
        for tag in scan(html):
            self._text(html[at : tag.start])
            at = tag.end if tag.inner is None else tag.inner[1]
            if tag.kind == "close":
                self._close(tag.name)
            elif tag.kind == "void" or tag.name in VOID:
                self._add(Node(tag.name, tag))
            else:
                self._push(Node(tag.name, tag))
        self._text(html[at:])

    def _text(self, text: str) -> None:
        if text and not text.startswith("<!--"):
            self._add(Node("#text", text=text if text.strip() else " "))

    def _add(self, node: Node) -> None:
        self.open[-1].children.append(node)

    def _push(self, node: Node) -> None:
        self._add(node)
        if len(self.open) < DEEPEST:
            self.open.append(node)

    def _close(self, name: str) -> None:
        for number in range(len(self.open) - 1, 0, -1):
            if self.open[number].name == name and not self.open[number].slot:
                del self.open[number:]
                return
