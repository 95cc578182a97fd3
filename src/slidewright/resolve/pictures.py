"""Remote pictures that were fetched: files of the project as far as rendering knows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.model import ReferenceKind
from slidewright.resolve.outcomes import Found, Remote, Resolutions, Resolved, Way

_SHOWN = (ReferenceKind.IMAGE, ReferenceKind.BACKGROUND)
_PAGE = "frontmatter:url"
FOLDER = PurePosixPath("https:")
"""Where fetched pictures are among the files of a project: no reference of a deck can name it."""


class Picture(NamedTuple):
    """What asking for a picture gave: its bytes and media type, or the `reason` why there is none."""

    content: bytes = b""
    ending: str = ""
    reason: str = ""

    @property
    def path(self) -> PurePosixPath:
        """Where it is among the files of a project: by its content."""
        return FOLDER / f"{hashlib.sha256(self.content).hexdigest()[:16]}.{self.ending}"


Pictures = Mapping[str, Picture]  # by address


def remote_pictures(resolutions: Iterable[Resolved]) -> list[Resolved]:
    """The references of shown slides to pictures on the network."""
    return [
        item
        for item in resolutions
        if isinstance(item.outcome, Remote)
        and item.slides
        and item.reference.kind in _SHOWN
        and item.reference.syntax != _PAGE
        and "{{" not in item.outcome.url
    ]


def with_pictures(resolutions: Resolutions, drawn: Iterable[Resolved], pictures: Pictures) -> Resolutions:
    """The resolutions, with those pictures found that were fetched; `drawn` are references to diagrams of a server."""
    wanted = {id(item) for item in remote_pictures(resolutions)}
    items = (_found(item, pictures) if id(item) in wanted else item for item in resolutions)
    return Resolutions((*items, *(_found(item, pictures) for item in drawn)), resolutions.citations, resolutions.parts)


def _found(item: Resolved, pictures: Pictures) -> Resolved:
    assert isinstance(item.outcome, Remote)
    picture = pictures[item.outcome.url]
    return item if picture.reason else item._replace(outcome=Found(picture.path, Way.ROOT))
