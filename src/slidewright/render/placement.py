"""Which of the deck's files stand beside the page (`--assets`), and which are in it all the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.model import Reference
from slidewright.resolve.outcomes import Found, Miscased, Resolutions

_BESIDE = ("image/", "audio/", "video/", "font/")
# What is opened in a frame would not be held by the page's policy; browsers take the others from the page's own origin
# only, and each file of a disk is an origin of its own.
_FRAMES = ("iframe", "embed", "object", "frontmatter:url")
_SAME_ORIGIN = ("use", "track")


class Placement(NamedTuple):
    """The folder beside the page, None where all is in it, and the files that are in the page in any case."""

    folder: str | None = None
    inside: frozenset[PurePosixPath] = frozenset()

    def takes(self, media_type: str) -> bool:
        """Does a file of that type stand beside the page, if nothing else holds it inside?"""
        return self.folder is not None and media_type.startswith(_BESIDE)

    def could_take(self, media_type: str) -> bool:
        """Would a file of that type stand beside the page, if there were a folder?"""
        return self.folder is None and media_type.startswith(_BESIDE)


INSIDE = Placement()


def placement(folder: str | None, resolutions: Resolutions) -> Placement:
    """Where the files of a deck stand: `folder` is named by its path from the page."""
    return INSIDE if folder is None else Placement(folder, frozenset(_inside(resolutions)))


def _inside(resolutions: Resolutions) -> Iterator[PurePosixPath]:
    for item in resolutions:
        match item.outcome:
            case Found(path=path) | Miscased(path=path) if _is_inside(item.reference, path):
                yield path


def _is_inside(reference: Reference, path: PurePosixPath) -> bool:
    if reference.syntax in ("css:url", "style:url"):
        return path.suffix.lower() == ".svg"  # perhaps a mask, which must be of the page's own origin
    return not {reference.syntax, *reference.syntax.split(":")}.isdisjoint((*_FRAMES, *_SAME_ORIGIN))
