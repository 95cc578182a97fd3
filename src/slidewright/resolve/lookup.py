"""Where a path may lead: the places to look in, in Slidev's order and then in the author's mind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from slidewright.model import Reference, ReferenceKind
from slidewright.resolve.outcomes import (
    Embedded,
    Found,
    Miscased,
    Missing,
    Outcome,
    Outside,
    Remote,
    Unresolvable,
    Way,
)
from slidewright.vocabulary.assets import IMPORTED
from slidewright.workspace import EXPLANATION, Kind, Workspace, join

SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
PACKAGED = "/theme/"
"""Where Slidev puts what lies in `public/` of a theme or an addon."""
WINDOWS = re.compile(r"[a-zA-Z]:[\\/]")


class Place(NamedTuple):
    """A path to try (None: outside the root), and how it would have been found."""

    path: PurePosixPath | None
    way: Way


def address(target: str) -> Outcome | None:
    """The outcome of a target that is no path: remote, embedded, or of another kind; None for a path."""
    if not target or target.startswith("#"):
        return Embedded()
    if target.startswith("//"):
        return Remote(f"https:{target}", _host(f"https:{target}"))
    match = SCHEME.match(target)
    if match is None or WINDOWS.match(target):
        return None
    scheme = match[1].lower()
    if scheme in ("http", "https"):
        return Remote(target, _host(target))
    if scheme in ("data", "blob"):
        return Embedded()
    if scheme == "file":
        return Outside()
    return Unresolvable(f"a `{scheme}:` address")


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


class Lookup:
    """Looks paths up in one workspace for one deck folder; `packages` gives those of its theme and its addons."""

    def __init__(
        self,
        workspace: Workspace,
        folder: PurePosixPath,
        packages: Callable[[], Iterable[PurePosixPath]] = tuple,
    ) -> None:
        self.workspace = workspace
        self.folder = folder
        self.public = folder / "public"
        self._packages = packages
        self._outcomes: dict[tuple[str, PurePosixPath, str], Outcome] = {}

    def file(self, reference: Reference) -> Outcome:
        """What a reference to a file leads to; without candidates where it is missing."""
        order = _order(reference)
        key = (reference.target, reference.location.source.path.parent, order)
        if key not in self._outcomes:
            self._outcomes[key] = self._look(reference.target, key[1], order)
        return self._outcomes[key]

    def _look(self, target: str, here: PurePosixPath, order: str) -> Outcome:
        miscased: Miscased | None = None
        reason, outside = "", False
        for path in _spellings(target):
            for place in self.places(path, here, order):
                if place.path is None:
                    outside = True
                    continue
                entry = self.workspace.locate(place.path)
                if entry.kind is Kind.FILE:
                    if entry.path == place.path:
                        return Found(place.path, place.way)
                    miscased = miscased or Miscased(entry.path, place.way)
                elif entry.kind is Kind.OUTSIDE:
                    outside = True
                elif entry.kind is not Kind.MISSING:
                    reason = reason or EXPLANATION[entry.kind]
        if miscased:
            return miscased
        return Outside() if outside and not reason else Missing(reason=reason or "no such file")

    def places(self, path: str, here: PurePosixPath, order: str) -> Iterator[Place]:
        """Where to look for a path, first Slidev's own places, then those that an author could mean."""
        rest = path.replace("\\", "/")
        if order == "snippet":
            yield from self._snippet(rest, here)
        elif rest.startswith(("@/", "~/")):
            yield Place(join(self.folder, rest[2:]), Way.LENIENT)
            yield Place(join(self.public, rest[2:]), Way.LENIENT)
        elif rest.startswith("/"):
            yield Place(join(self.public, rest), Way.PUBLIC)
            if rest.startswith(PACKAGED):
                yield from (
                    Place(join(folder / "public", rest[len(PACKAGED) :]), Way.PUBLIC) for folder in self._packages()
                )
            yield Place(join(self.folder, rest), Way.ROOT)
            yield Place(join(here, rest), Way.LENIENT)
        else:
            yield from self._relative(rest, here, order)

    def _snippet(self, path: str, here: PurePosixPath) -> Iterator[Place]:
        if path.startswith("@/"):
            yield Place(join(self.folder, path[2:]), Way.ALIAS)
        elif path.startswith("/"):
            yield Place(None, Way.ROOT)
        else:
            yield Place(join(here, path), Way.RELATIVE)

    def _relative(self, path: str, here: PurePosixPath, order: str) -> Iterator[Place]:
        dotted = path.startswith(("./", "../"))
        first = here if order == "imported" else self.folder
        way = Way.RELATIVE if dotted else Way.BARE
        yield Place(join(first, path), way)
        for folder in (here, self.folder, self.public):
            if folder != first:
                yield Place(join(folder, path), way if not dotted or folder == self.public else Way.LENIENT)


def _order(reference: Reference) -> str:
    """Which order of places is a reference's: imports look from the slide's file, all others from the page."""
    if reference.kind is ReferenceKind.SNIPPET:
        return "snippet"
    imported = reference.syntax in IMPORTED or reference.syntax == "css:url"
    return "imported" if imported else "page"


def _spellings(target: str) -> Iterator[str]:
    """The paths that a target may mean: without query and hash, percent-decoded, and as written."""
    path = re.split(r"[?#]", target, maxsplit=1)[0]
    decoded = unquote(path)
    yield decoded
    if decoded != path:
        yield path
    if path != target:
        yield unquote(target)
