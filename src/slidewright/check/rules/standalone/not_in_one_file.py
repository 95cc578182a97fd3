"""A slide or a setting asks for something that a page in one file cannot do.

## Why it matters

`slidewright build` makes a file that needs neither a server nor the network. Editors, posts and films of other sites,
diagrams drawn by a server, recording and a few more need Slidev's own server or build: the page then shows something
else in their place. The project that `slidewright build --to slidev` makes has them.

## Example

```md
<Youtube id="dQw4w9WgXcQ" />
```

Use instead, with the film saved in the project:

```md
<SlidevVideo controls>
  <source src="./film.mp4" type="video/mp4" />
</SlidevVideo>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.written import Written, inner, written
from slidewright.check.show import Show, in_content, in_source
from slidewright.diagnostics import Severity
from slidewright.parse.anatomy.blocks import Code
from slidewright.parse.markdown.fences import code_block
from slidewright.resolve.outcomes import Part
from slidewright.roots.parts import is_for_chemistry
from slidewright.text import Location, Source, Span
from slidewright.vocabulary.standalone import CODE, COMPONENTS, KEYS, NODE, NODE_ENDINGS, NODE_FILES

SEVERITY = Severity.INFO
TARGETS = ("standalone",)


def find(show: Show) -> Iterator[Finding]:
    """Settings, code, components and files that need more than a file has."""
    for found in _found(show):
        yield found._replace(targets=TARGETS)


def _found(show: Show) -> Iterator[Finding]:
    for item in written(show):
        if item.part.is_head:
            yield from _key(item)
            for under in inner(item):
                yield from _key(under)
    for part in show.own_parts:
        yield from _code(part)
        yield from _components(part)
    yield from _files(show)


def _key(item: Written) -> Iterator[Finding]:
    values, why = KEYS.get(item.name, ((), ""))
    if why and (item.value in values if values else item.value not in (False, None)):
        yield in_source(item.part, item.place, why)


def _code(part: Part) -> Iterator[Finding]:
    for code in part.anatomy.codes:
        why = CODE.get(_kind(code, part.anatomy.options.monaco))
        if why:
            start, end = code.span if code.snippet else (code.info_start, code.info_start + len(code.info))
            yield in_content(part, start, max(end, start + 1), why)


def _kind(code: Code, monaco: bool) -> str:
    """What a listing is; an import is told by its own line. Where the deck has no editors, theirs are plain."""
    kind = code_block(code.snippet.info, "", "```", 0).kind if code.snippet else code.block.kind
    return "plain" if kind == "monaco" and not monaco else kind


def _components(part: Part) -> Iterator[Finding]:
    for tag in part.anatomy.tags:
        why = COMPONENTS.get(tag.name.replace("-", "").lower())
        if why and tag.kind != "close":
            yield in_content(part, tag.start, tag.end, why)


def _files(show: Show) -> Iterator[Finding]:
    """The files that Slidev's build would run, each at its beginning."""
    for stem in NODE_FILES:
        folder = (show.deck.folder / stem).parent
        names = show.workspace.names(folder)
        for ending in NODE_ENDINGS:
            path = folder / f"{stem.rpartition('/')[2]}{ending}"
            if path.name in names and not is_for_chemistry(show.workspace, path):
                yield Finding(Location(Source(path, ""), Span(0, 0)), NODE)
