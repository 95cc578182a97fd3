"""What the `index.html` files of a deck's roots add to the page, as far as one file can (format F.3)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Literal

from slidewright.diagnostics import Diagnostic, Severity
from slidewright.errors import InputError
from slidewright.render import embed
from slidewright.render.urls import ATTRIBUTES
from slidewright.roots import Roots
from slidewright.roots.parts import named
from slidewright.text import Location, Source, Span
from slidewright.workspace import Workspace, join

_REMOTE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!doctype", re.IGNORECASE)
_TEXTS = ("script", "style")
_STEERING = ("http-equiv", "charset")
"""Attributes of `<meta>` that would change how the page works."""

Part = Literal["head", "body"]


@dataclass(frozen=True, slots=True)
class IndexHtml:
    """Markup for the end of the page's `head` and of its `body`, and what could not be taken in."""

    head: str = ""
    body: str = ""
    problems: tuple[Diagnostic, ...] = ()


def index_html(workspace: Workspace, roots: Roots) -> IndexHtml:
    """What the roots' files add; one with a doctype is a page of its own, which Slidev leaves out too."""
    head, body, problems = "", "", []
    for path in named(workspace, roots.folders, ("index.html",)):
        try:
            source = workspace.read(path)
        except InputError:
            continue
        reader = _Reader(workspace, roots.deck, source)
        if _DOCTYPE.search(source.text):
            reader.tell(0, "it has a doctype, so it is a whole page: Slidev takes in no part of it")
        else:
            reader.feed(source.text)
            reader.close()
        head, body = head + "".join(reader.made["head"]), body + "".join(reader.made["body"])
        problems += reader.problems
    return IndexHtml(head, body, tuple(problems))


class _Reader(HTMLParser):
    """Reads `<head>` and `<body>` and writes their elements anew, each whole, so that none swallows the page."""

    def __init__(self, workspace: Workspace, folder: PurePosixPath, source: Source) -> None:
        super().__init__(convert_charrefs=False)
        self._workspace, self._folder, self._source = workspace, folder, source
        self._part: Part | None = None
        self._text: tuple[str, list[str]] | None = None  # the script or style being read
        self.made: dict[Part, list[str]] = {"head": [], "body": []}
        self.problems: list[Diagnostic] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in an element, or say why not."""
        attributes = {name: value or "" for name, value in attrs}
        if tag in ("head", "body"):
            self._part = "head" if tag == "head" else "body"
        elif self._part is None or tag == "html":
            return
        elif tag in _TEXTS:
            self._text = (tag, self._inlined(tag, attributes))
        elif tag == "link":
            self._put("".join(self._linked(attributes)))
        elif tag == "meta":
            self._put("" if any(name in attributes for name in _STEERING) else _tag(tag, attributes))
        elif tag != "title":
            self._put(_tag(tag, self._local(tag, attributes)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<meta … />` and its like."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """End an element, or the part."""
        if self._text and tag == self._text[0]:
            kind, pieces = self._text
            self._text = None
            text = "".join(pieces)
            self._put(
                f"<{kind}>{embed.script(text) if kind == 'script' else embed.style(text)}</{kind}>\n" if text else ""
            )
        elif tag in ("head", "body"):
            self._part = None
        elif self._part and tag not in ("html", "link", "meta", "title"):
            self._put(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Text: of a script or a style, or of the body."""
        if self._text:
            self._text[1].append(data)
        elif self._part == "body":
            self._put(data)

    def handle_entityref(self, name: str) -> None:
        """A named character."""
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """A numbered character."""
        self.handle_data(f"&#{name};")

    def tell(self, offset: int, message: str) -> None:
        """Warn of a place of the file."""
        location = Location(self._source, Span(offset, offset))
        text = f"`{self._source.path}`: {message}"
        self.problems.append(Diagnostic("not-rendered", Severity.WARNING, text, location, targets=("standalone",)))

    def _put(self, text: str) -> None:
        if self._part:
            self.made[self._part].append(text)

    def _inlined(self, tag: str, attributes: dict[str, str]) -> list[str]:
        """The text of a script's file, or nothing yet where its text stands in the element."""
        if "src" in attributes and tag == "script":
            return [self._file(attributes["src"]) or ""]
        return []

    def _linked(self, attributes: dict[str, str]) -> Iterator[str]:
        """A style sheet of the deck as it stands; fonts, icons and pages elsewhere cannot be in one file."""
        if "stylesheet" in attributes.get("rel", "").split() and (text := self._file(attributes.get("href", ""))):
            yield f"<style>{embed.style(text)}</style>\n"

    def _file(self, address: str) -> str | None:
        paths = (join(folder, address) for folder in (self._folder / "public", self._folder))
        if not _REMOTE.match(address):
            for path in paths:
                if path is not None and self._workspace.exists(path):
                    try:
                        return self._workspace.read(path).text
                    except InputError:
                        break
        why = "the page asks the network for nothing" if _REMOTE.match(address) else "there is no such file"
        self.tell(self._offset(), f"`{address}` is left out: {why}")
        return None

    def _local(self, tag: str, attributes: dict[str, str]) -> dict[str, str]:
        """Attributes without those that would load something from the network."""
        remote = [name for name in ATTRIBUTES.get(tag, ()) if _REMOTE.match(attributes.get(name, ""))]
        for name in remote:
            self.tell(self._offset(), f"`{attributes[name]}` is left out: the page asks the network for nothing")
        return {name: value for name, value in attributes.items() if name not in remote}

    def _offset(self) -> int:
        line, column = self.getpos()
        return sum(len(text) for text in self._source.text.splitlines(keepends=True)[: line - 1]) + column


def _tag(tag: str, attributes: dict[str, str]) -> str:
    written = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{written}>"
