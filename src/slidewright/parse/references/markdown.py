"""References in Markdown: images, links, autolinks, bare URLs, snippets; HTML inside is handed on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from slidewright.parse.markdown.magic_moves import is_magic_move
from slidewright.parse.markdown.snippets import SnippetImport, parse_snippet
from slidewright.parse.markdown.tokens import Placed
from slidewright.parse.references.found import Found, extension
from slidewright.parse.references.html import html_references
from slidewright.vocabulary.kinds import ReferenceKind

SLIDE_LINK = re.compile(r"#\d+\Z|(?:\./|/)?(?:\d+|[^./#?][^./#?]*)(?:\?[^#]*)?\Z")
INTERNAL = re.compile(r"[./#]|\d+\Z")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
EXPRESSION = re.compile(r"\{\{[^{}]*\}\}")
"""Vue's `{{ }}`: its text is an expression, whatever tags its strings hold."""


def markdown_references(content: str, tokens: Iterable[Placed]) -> Iterator[Found]:
    """References in a slide's content by its placed tokens, in order, each address once per place."""
    seen = _in_expressions(content) if "{{" in content else set()
    for placed in tokens:
        for found in _token(content, placed):
            if found.start not in seen:
                seen.add(found.start)
                yield found


def _in_expressions(content: str) -> set[int]:
    return {at for match in EXPRESSION.finditer(content) for at in range(*match.span())}


def _token(content: str, placed: Placed) -> Iterator[Found]:
    token, (start, end), target = placed
    if token.type in ("html_block", "html_inline"):
        for found in html_references(content[start:end]):
            yield found._replace(start=found.start + start)
    elif token.type in ("image", "link_open") and target is not None:
        written = content[target[0] : target[1]]
        if written and "{{" not in written:
            mail = str(token.attrGet("href") or "").startswith("mailto:") and "mailto:" not in written.lower()
            yield _address(token.type, written, target[0], "mailto:" if mail else "")
    elif token.type == "fence":
        yield from _snippets(content, placed)


def decoded(written: str) -> str:
    """An address of a Markdown link without its backslash escapes and entities; percent escapes stay."""
    return unescape(ESCAPED.sub(r"\1", written)) if "\\" in written or "&" in written else written


def _address(kind: str, written: str, start: int, scheme: str) -> Found:
    target = scheme + decoded(written)
    if kind == "image":
        return Found(ReferenceKind.IMAGE, target, start, "markdown:image", written)
    if INTERNAL.match(target) and SLIDE_LINK.match(target) and not extension(target):
        return Found(ReferenceKind.SLIDE_LINK, target, start, "markdown:link", written)
    return Found(ReferenceKind.LINK, target, start, "markdown:link", written)


def _snippets(content: str, placed: Placed) -> Iterator[Found]:
    token, (start, end), _ = placed
    imported: SnippetImport | None = token.meta.get("snippet")
    if imported is not None:
        yield _snippet(content, imported, content.find("<<<", start, end), end)
    elif is_magic_move(token.info, token.markup) and "<<<" in token.content:
        at = start
        for line in content[start:end].split("\n"):
            inner = parse_snippet(line) if line.startswith("<<<") else None
            if inner is not None:
                yield _snippet(content, inner, at, end)
            at += len(line) + 1


def _snippet(content: str, imported: SnippetImport, start: int, end: int) -> Found:
    at = content.find(imported.path, start + 3, end)
    return Found(ReferenceKind.SNIPPET, imported.path, at, "snippet", imported.path, imported.region)
