"""A slide's files by the texts that name them: a file becomes a URL of the page, what is absent a stand-in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import unquote

from slidewright.render import standins
from slidewright.render.assets import AssetTable
from slidewright.render.templates import Templates
from slidewright.render.urls import ATTRIBUTES, Url


@dataclass(frozen=True, slots=True)
class Target:
    """What a text in a slide names: a file that is there, one that is `missing`, or something `remote`."""

    status: Literal["found", "missing", "remote"]
    path: PurePosixPath | None = None
    address: str = ""


Targets = Mapping[str, Target]  # the text as written, decoded → what it names


class SlideFiles:
    """URLs for the files of one slide."""

    def __init__(self, targets: Targets, assets: AssetTable, templates: Templates) -> None:
        self._targets, self._assets, self._templates = targets, assets, templates
        self.used: set[PurePosixPath] = set()

    def state(self) -> list[tuple[str, str]]:
        """What all references of the slide lead to, files by their content: what a slide made from them depends on."""
        return sorted((text, self._state(target)) for text, target in self._targets.items())

    def _state(self, target: Target) -> str:
        if target.path is None:
            return f"{target.status} {target.address}"
        return self._assets.identify(target.path).id

    def target(self, written: str) -> Target | None:
        """What a text names, decoded or as it stands; None where it is no reference of the slide."""
        return self._targets.get(written) or self._targets.get(unquote(written))

    def url(self, tag: str, written: str) -> Url | None:
        """What stands in a template or a style sheet for a reference; None leaves it as it is."""
        target = self.target(written)
        if target is None:
            return None
        if target.status == "found" and target.path is not None:
            self.used.add(target.path)
            id = self._assets.id(target.path)
            return Url(f"$asset('{id}')", f"var(--asset-{id})")
        if tag not in ATTRIBUTES and tag != "css":
            return None  # a component's prop: what it does with an address is its own affair
        stand_in = self._stand_in(tag, written, target)
        return Url(f"'{stand_in}'", f'url("{stand_in}")')

    def backdrop(self, written: str) -> str | None:
        """A URL for a frontmatter value that names nothing in the page; None for a file, or for no reference."""
        target = self.target(written)
        if target is None or target.status == "found":
            return None
        label = "missing:" if target.status == "missing" else "remote:"
        return standins.backdrop(self._templates, label, target.address or written)

    def frame(self, written: str) -> str | None:
        """A page for a frontmatter `url` that names nothing in the page."""
        target = self.target(written)
        return None if target is None or target.status == "found" else self._stand_in("iframe", written, target)

    def id(self, written: str) -> str | None:
        """The id of the file that a text names, which is in the page from now on; None where there is none."""
        target = self.target(written)
        return self._assets.id(target.path) if target is not None and target.path is not None else None

    def _stand_in(self, tag: str, written: str, target: Target) -> str:
        missing = target.status == "missing"
        if tag in ("iframe", "embed", "object"):
            label = "Missing page" if missing else "Remote page, not in this file"
            return standins.frame(self._templates, label, written, None if missing else target.address)
        if missing:
            return standins.missing_picture(self._templates, written)
        return standins.remote_picture(self._templates, target.address or written)
