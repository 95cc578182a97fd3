"""A slide's template as a tree of elements, texts and blocks, for those who ask how it is laid out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from slidewright.parse.anatomy import Anatomy
from slidewright.parse.anatomy.elements import tags_of
from slidewright.parse.anatomy.markup import Tag, scan
from slidewright.vocabulary.elements import VOID

RAW = frozenset(["script", "style", "textarea", "svg", "head", "title"])
"""Elements whose inside is not laid out as text."""
DEEPEST = 100
"""How many elements may stand in each other; what is deeper is taken for a neighbour."""
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)

Range = tuple[int, int]


@dataclass(slots=True)
class Node:
    """An element: its name, its tag where one was written, and what is in it.

    A text is a node named `#text` with `text`; fenced code, formulas and pictures of Markdown are nodes without
    children, with their `token`. `slot` names the slot of the layout that the node fills. `span` is the place in the
    slide's content of a tag or of a block of Markdown; None where nothing was written.
    """

    name: str
    tag: Tag | None = None
    children: list[Node] = field(default_factory=list)
    text: str = ""
    token: Token | None = None
    slot: str | None = None
    span: Range | None = None


def tree(anatomy: Anatomy, exact: bool = False) -> Node:
    """The tree of a slide; tags that do not pair are closed where what is around them ends.

    White space is one blank, and comments are left out; `exact` keeps both as Vue's compiler sees them (comments are
    nodes `#comment`), and passes over tags in `{{ }}`.
    """
    return _Builder(anatomy, exact).built()


class _Builder:
    """One walk over a slide's tokens."""

    def __init__(self, anatomy: Anatomy, exact: bool) -> None:
        self.anatomy = anatomy
        self.exact = exact
        self.spans = {id(item.token): item.span for item in anatomy.placed} if exact else {}
        self.root = Node("#root")
        self.open = [self.root]

    def built(self) -> Node:
        """Read all tokens."""
        for token in self.anatomy.tokens.blocks:
            if "slot" in token.meta:
                self.open[1:] = []
                self._push(Node("#slot", slot=str(token.meta["slot"]), span=self._lines(token)))
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
            self._written(token)
        elif token.nesting > 0:
            self._push(Node("#hidden" if token.hidden else token.tag, token=token, span=self._lines(token)))
        elif token.nesting < 0:
            self._close("#hidden" if token.hidden else token.tag)
        elif token.type in ("text", "text_special", "code_inline", "math_inline"):
            self._add(Node("#text", text=token.content, token=token))
        elif token.type in ("softbreak", "hardbreak"):
            blank = "\n" if self.exact else " "
            self._add(Node("br") if token.type == "hardbreak" else Node("#text", text=blank))
        elif token.type == "footnote_anchor":
            return
        else:
            self._add(Node(f"#{token.type}", token=token, span=self._lines(token)))

    def _lines(self, token: Token) -> Range | None:
        """The place of a block, or of an inline element that has one."""
        if not self.exact or token.map is None:
            return self.spans.get(id(token))
        start, end = self.anatomy.tokens.lines.span(*token.map)
        text = self.anatomy.content[start:end]
        return start + len(text) - len(text.lstrip()), start + len(text.rstrip())

    def _written(self, token: Token) -> None:
        html, at = token.content, 0
        for tag, span in self._tags(token):
            self._text(html[at : tag.start])
            at = tag.end if tag.inner is None else tag.inner[1]
            if tag.kind == "close":
                self._close(tag.name)
            elif tag.kind == "void" or tag.name in VOID:
                self._add(Node(tag.name, tag, span=span))
            else:
                self._push(Node(tag.name, tag, span=span))
        self._text(html[at:])

    def _tags(self, token: Token) -> Iterator[tuple[Tag, Range | None]]:
        """The tags of a piece of HTML with their places in the slide's content."""
        own = scan(token.content)
        if id(token) not in self.spans:
            yield from ((tag, None) for tag in own)
            return
        placed = iter(tags_of(self.anatomy.content, token, self.spans[id(token)], self.anatomy.tags))
        found = next(placed, None)
        for tag in own:
            if found is not None and (found.name, found.kind) == (tag.name, tag.kind):
                yield tag, (found.start, found.end)
                found = next(placed, None)

    def _text(self, text: str) -> None:
        if self.exact:
            self._exact_text(text)
        elif text and not text.startswith("<!--"):
            self._add(Node("#text", text=text if text.strip() else " "))

    def _exact_text(self, text: str) -> None:
        at = 0
        for comment in COMMENT.finditer(text):
            self._exact_text(text[at : comment.start()])
            self._add(Node("#comment"))
            at = comment.end()
        if text[at:]:
            self._add(Node("#text", text=text[at:]))

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
