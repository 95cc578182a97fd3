"""A reference as it is found in a text, before it is given its place in the source."""

from __future__ import annotations

from typing import NamedTuple

from slidewright.model import Reference
from slidewright.vocabulary.assets import IMAGE_EXTENSIONS
from slidewright.vocabulary.kinds import ReferenceKind


class Found(NamedTuple):
    """Kind, decoded target, offset of the target, the construct, and the target as written where that differs."""

    kind: ReferenceKind
    target: str
    start: int
    syntax: str
    written: str | None = None
    region: str | None = None


def extension(target: str) -> str:
    """The ending of a path's name in lower case, without query and hash."""
    name = target.partition("?")[0].partition("#")[0].rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name else ""


def is_image(reference: Reference) -> bool:
    """Does a reference ask for a picture?"""
    if reference.kind in (ReferenceKind.IMAGE, ReferenceKind.FAVICON):
        return True
    if reference.kind is ReferenceKind.BACKGROUND:
        return reference.syntax != "frontmatter:url"
    return extension(reference.target) in IMAGE_EXTENSIONS and reference.kind is not ReferenceKind.LINK
