"""A picture or media file is there, and only an HTML comment of the deck still names it.

## Why it matters

The slide no longer shows it, and it is kept, copied into every build and sent along: it was probably left over.

## Example

```md
# Architecture

<!-- ![Old drawing](./img/architecture.png) -->

The new one follows.
```

Use instead, or delete the comment and the file:

```md
# Architecture

![Drawing](./img/architecture.png)
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.check.assets.names import Names, names_in, paths_in, union
from slidewright.check.assets.project import project_of
from slidewright.check.finding import Finding
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.model import Reference, ReferenceKind
from slidewright.resolve.lookup import Lookup, address
from slidewright.resolve.outcomes import Found, Miscased, Part

SEVERITY = Severity.INFO
COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.S)


class Commented(NamedTuple):
    """A path in a comment: the part, its place in the part's content, and the file that it leads to."""

    part: Part
    start: int
    written: str
    file: PurePosixPath


def find(show: Show) -> Iterator[Finding]:
    """Files that are named in comments and nowhere else, each once."""
    commented = list(_commented(show))
    if not commented:
        return
    used = {item.outcome.path for item in show.resolutions if isinstance(item.outcome, (Found, Miscased))}
    names = _names_elsewhere(show)
    for item in commented:
        if item.file not in used and not names.include(item.file.name):
            used.add(item.file)
            message = f"only this comment still names `{item.file}`"
            help = "delete the file and the comment, or show it again"
            yield in_content(item.part, item.start, item.start + len(item.written), message, help)


def _commented(show: Show) -> Iterator[Commented]:
    lookup = Lookup(show.workspace, show.deck.folder)
    for part in show.own_parts:
        for start, end in _comments(part):
            for path, at in paths_in(part.slide.content, start, end):
                place = part.slide.locate(at, at + len(path))
                reference = Reference(ReferenceKind.IMAGE, path, path, place, "markdown:image", part.slide.index)
                outcome = lookup.file(reference) if address(path) is None else None
                if isinstance(outcome, Found):
                    yield Commented(part, at, path, outcome.path)


def _comments(part: Part) -> Iterator[tuple[int, int]]:
    """Comments in a slide's Markdown, not those that code shows; its note is no part of the content."""
    content = part.slide.content
    if "<!--" not in content:
        return
    for token, (start, end), _ in part.anatomy.placed:
        if token.type in ("html_block", "html_inline"):
            yield from (match.span(1) for match in COMMENT.finditer(content, start, end))


def _names_elsewhere(show: Show) -> Names:
    """What the project names, the comments of the deck's slides apart."""
    documents = show.deck.documents
    comments: dict[PurePosixPath, list[tuple[int, int]]] = {path: [] for path in documents}
    for part in show.own_parts:
        offset = part.slide.content_span.start
        comments[part.slide.source.path] += [(offset + start, offset + end) for start, end in _comments(part)]
    texts = (_without(documents[path].source.text, sorted(spans)) for path, spans in comments.items())
    return union([project_of(show.workspace).named(without=frozenset(documents)), *map(names_in, texts)])


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """A text without some spans, which are in order."""
    starts, ends = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))
