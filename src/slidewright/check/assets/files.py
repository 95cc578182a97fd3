"""Picture files as they lie on disk: their size, what they hold, their pixels, and why a browser may not show them."""

from __future__ import annotations

from contextlib import closing
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.check.assets.endings import is_cut_off
from slidewright.check.assets.svg import svg_fault
from slidewright.errors import InputError
from slidewright.vocabulary.pictures import Content, content_of
from slidewright.workspace import Workspace

HEAD = 1 << 16
LONG_HEAD = 1 << 20
"""Bytes from a file's start that tell what it is, and how large the picture is: cameras put much before that."""

WHOLE = 64 << 20
"""Files above this many bytes are not read to their end."""


class Pixels(NamedTuple):
    """Size of a picture, turned as its camera says."""

    width: int
    height: int


class AssetFile:
    """A file that a deck shows; each property reads it at most once, when it is asked for."""

    def __init__(self, workspace: Workspace, path: PurePosixPath) -> None:
        self._workspace = workspace
        self.path = path

    @cached_property
    def size(self) -> int:
        """Size in bytes; 0 where it cannot be read."""
        try:
            return self._workspace.size(self.path)
        except InputError:
            return 0

    @cached_property
    def content(self) -> Content | None:
        """What the file holds, going by its first bytes; None where it cannot be read."""
        head = self._head(HEAD)
        return None if head is None else content_of(head)

    @cached_property
    def pixels(self) -> Pixels | None:
        """Width and height; None for what has no pixels (SVG), and where the file does not tell."""
        head = None if self.content is Content.SVG else self._head(LONG_HEAD)
        if not head:
            return None
        from io import BytesIO

        from imagesize import get

        width, height = get(BytesIO(head))
        return Pixels(width, height) if width > 0 and height > 0 else None

    @cached_property
    def is_cut_off(self) -> bool:
        """Does the picture's end lack?"""
        whole = self._whole()
        return whole is not None and self.content is not None and is_cut_off(self.content, whole)

    @cached_property
    def svg_fault(self) -> str | None:
        """Why a browser shows nothing of an SVG file."""
        whole = self._whole()
        return None if whole is None else svg_fault(whole)

    def _head(self, size: int) -> bytes | None:
        try:
            with closing(self._workspace.chunks(self.path, size)) as chunks:  # type: ignore[type-var]
                return next(chunks, b"")
        except InputError:
            return None

    def _whole(self) -> bytes | None:
        try:
            return self._workspace.read_bytes(self.path) if self.size <= WHOLE else None
        except InputError:
            return None
