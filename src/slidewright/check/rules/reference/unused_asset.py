"""A picture or media file lies with the deck's others, and nothing in the project names it.

## Why it matters

Everything in `public/` is copied into every build and sent to every reader, old drafts and large videos included. A
name that occurs anywhere counts as used: on hidden slides, in notes, in components, styles and other decks; so does
whatever an expression (`/img/${n}.png`) may name.

## Example

```md
# Welcome

![](/logo.svg)
```

Use instead, or delete the file that is not shown:

```md
# Welcome

![](/logo.svg)

<video src="/demo.webm" controls />
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from slidewright.check.assets.amounts import megabytes
from slidewright.check.assets.project import is_media, project_of
from slidewright.check.assets.shown import asset_file, shown_pictures
from slidewright.check.finding import Finding
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.resolve.outcomes import Found, Miscased, Missing
from slidewright.text import Location
from slidewright.workspace import Kind, fold

SEVERITY = Severity.INFO

WELL_KNOWN = re.compile(
    r"favicon|apple-touch|android-chrome|mstile|safari-pinned|maskable|pwa-|icon[-_.\d]|og[-_.]|ogimage|opengraph"
    r"|twitter|social|preview|screenshot|thumb|cover[-_.]|banner[-_.]|.*-export",
    re.I,
)
"""Names that browsers, sites and stores ask for by themselves, and what exports write."""

MAX_FOLDERS = 1_000
NAMED = 8
"""Files that the help names."""


def find(show: Show) -> Iterator[Finding]:
    """One finding for each folder with unused files, at the deck's first line; `slides.md` tells for its neighbours."""
    main = show.deck.folder / "slides.md"
    unused = {} if show.deck.entry != main and show.workspace.exists(main) else _unused(show)
    source = show.deck.document.source
    for folder, files in sorted(unused.items()):
        total = megabytes(sum(asset_file(show, path).size for path in files))
        what = f"`{files[0]}`" if len(files) == 1 else f"{len(files)} files in `{folder}`"
        more = f" and {len(files) - NAMED} more" if len(files) > NAMED else ""
        names = ", ".join(f"`{path.name}`" for path in files[:NAMED])
        help = f"delete what is not needed: {names}{more}" if len(files) > 1 else "delete the file if it is not needed"
        yield Finding(Location(source, source.line_span(0)), f"nothing names {what} ({total})", help)


def _unused(show: Show) -> dict[PurePosixPath, list[PurePosixPath]]:
    """Unused files by their folder; empty where the project is too large to know."""
    used = {item.outcome.path for item in show.resolutions if isinstance(item.outcome, (Found, Miscased))}
    wanted = {_stem(item.reference.target) for item in show.resolutions if isinstance(item.outcome, Missing)}
    candidates = [path for path in _candidates(show) if path not in used and not _is_expected(path, wanted)]
    if not candidates:
        return {}
    project = project_of(show.workspace)
    names = project.named()
    unused: dict[PurePosixPath, list[PurePosixPath]] = {}
    for path in candidates if project.is_complete else ():
        if not names.include(path.name):
            unused.setdefault(path.parent, []).append(path)
    return {folder: files for folder, files in unused.items() if not _is_listed(show, folder)}


def _is_expected(path: PurePosixPath, wanted: set[str]) -> bool:
    """Is a file asked for from outside, or under another ending by a reference that finds nothing?"""
    return WELL_KNOWN.match(path.name) is not None or fold(path.stem) in wanted


def _stem(target: str) -> str:
    return fold(PurePosixPath(unquote(target)).stem)


def _is_listed(show: Show, folder: PurePosixPath) -> bool:
    """May something take all files of a folder, or of one above it?"""
    top = (show.deck.folder, show.deck.folder / "public")
    project = project_of(show.workspace)
    return any(project.mentions_folder(place) for place in (folder, *folder.parents) if place.name and place not in top)


def _candidates(show: Show) -> Iterator[PurePosixPath]:
    """Pictures and media under `public/`, and beside the pictures that the deck shows."""
    public = show.deck.folder / "public"
    folders = {file.path.parent for _, file in shown_pictures(show) if not file.path.is_relative_to(public)}
    for folder in (*sorted(folders), *_below(show, public)):
        for name in sorted(show.workspace.names(folder)):
            path = folder / name
            if is_media(path) and path.suffix.lower() != ".ico" and show.workspace.kind(path) is Kind.FILE:
                yield path


def _below(show: Show, folder: PurePosixPath) -> Iterator[PurePosixPath]:
    """A folder and those in it, links apart: they may lead in circles."""
    folders = [folder]
    for _ in range(MAX_FOLDERS):
        if not folders:
            return
        folder = folders.pop()
        yield folder
        for name in sorted(show.workspace.names(folder)):
            path = folder / name
            if "." not in name and show.workspace.kind(path) is Kind.FOLDER and show.workspace.real(path) == path:
                folders.append(path)
