"""Where a file of the deck goes in a Slidev project, and how a slide then names it."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from slidewright.model import Deck
from slidewright.workspace import Workspace

PUBLIC = PurePosixPath("public")

_UNIMPORTABLE = frozenset("'?#\\")
"""With these in its name Slidev 53 cannot import a picture, however it is written: the build stops."""

_LONGEST = 80  # characters of a name made harmless


@dataclass(frozen=True, slots=True)
class Places:
    """Places of the files of one deck: those of its folder stay where they are, the entry becomes `slides.md`.

    What lies outside the deck's folder goes below `external` by its path from the project root, so that such files keep
    their places among each other; placeholders go below `missing`.
    """

    entry: PurePosixPath
    external: PurePosixPath
    missing: PurePosixPath

    @classmethod
    def of(cls, deck: Deck, workspace: Workspace) -> Places:
        """The places of a deck, with folders of our own that it does not have itself."""
        taken = workspace.names(deck.folder)
        return cls(deck.entry, _free("external", taken), _free("missing", taken))

    def natural(self, path: PurePosixPath) -> PurePosixPath | None:
        """The place that a file of the deck's folder has by itself; None for one from elsewhere."""
        return path.relative_to(self.entry.parent) if path.is_relative_to(self.entry.parent) else None

    def project(self, path: PurePosixPath) -> PurePosixPath:
        """The place of a file in the project."""
        if path == self.entry:
            return PurePosixPath("slides.md")
        place = self.natural(path)
        if place is None or str(place) == "slides.md" or not _UNIMPORTABLE.isdisjoint(str(place)):
            return self.external / PurePosixPath(*map(_tame, path.parts))
        return place

    def public(self, path: PurePosixPath) -> PurePosixPath:
        """The place of a file that must be in `public/`."""
        place = self.project(path)
        return place if place.parts[:1] == PUBLIC.parts else PUBLIC / place

    def placeholder(self, target: str, suffix: str) -> PurePosixPath:
        """The place of a placeholder for a target: its name, made harmless."""
        return self.missing / f"{_tame(target.removeprefix('./').strip('/'))}{suffix}"

    def is_moved(self, path: PurePosixPath) -> bool:
        """Is a file elsewhere in the project than in the deck's folder?"""
        return path != self.entry and self.project(path) != self.natural(path)


def _free(name: str, taken: Collection[str]) -> PurePosixPath:
    return PurePosixPath(next(free for free in (name, *(f"{name}-{n}" for n in range(1, 999))) if free not in taken))


def _tame(name: str) -> str:
    """A file's name that means nothing else in Markdown, YAML, a shell or a URL; unlike names stay unlike."""
    tame = "".join(char if char.isalnum() or char in "._-@+" else "-" for char in name).strip("-.")
    if tame == name.lstrip(".") and len(tame) <= _LONGEST:
        return name
    stem, dot, suffix = tame.rpartition(".") if "." in tame[-12:] else (tame, "", "")
    return f"{stem[:_LONGEST]}-{_mark(name)}{dot}{suffix}".lstrip("-")


def _mark(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def relative(place: PurePosixPath, slide: PurePosixPath) -> str:
    """How a slide names a file beside or above it: with dots, as Slidev asks for."""
    path = posixpath.relpath(str(place), str(slide.parent))
    return path if path.startswith("../") else f"./{path}"


def url(place: PurePosixPath, slide: PurePosixPath) -> str:
    """How a slide at `slide` names a file at `place`: from `public/` with a slash, else relative with a dot."""
    return "/" + encoded(str(place.relative_to(PUBLIC))) if is_public(place) else encoded(relative(place, slide))


def is_public(place: PurePosixPath) -> bool:
    """Does a file lie where the browser finds it by a path from the site's root?"""
    return place.parts[:1] == PUBLIC.parts


def encoded(path: str) -> str:
    """A path that stands in Markdown, HTML, CSS and YAML alike; letters of every script stay readable."""
    return "".join(char if not char.isascii() else quote(char, safe="/._-~@+=") for char in path)
