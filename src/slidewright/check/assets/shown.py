"""Which files of the project a deck shows: pictures, media, and what style sheets and components name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from weakref import WeakKeyDictionary

from slidewright.check.assets.files import AssetFile
from slidewright.check.show import Show
from slidewright.model import ReferenceKind
from slidewright.parse.references.found import extension, is_image
from slidewright.resolve.outcomes import Found, Resolved
from slidewright.vocabulary.assets import IMAGE_EXTENSIONS, MEDIA_EXTENSIONS

SPRITES = ("html:use:", "vue:use:")
"""What `<use>` names is a part of an SVG file, no picture of its own."""

LOADED = (
    ReferenceKind.IMAGE,
    ReferenceKind.MEDIA,
    ReferenceKind.BACKGROUND,
    ReferenceKind.FAVICON,
    ReferenceKind.STYLE,
    ReferenceKind.PROP,
)
"""Kinds of references whose file a browser loads with the slide; links wait for a click."""

_FILES: WeakKeyDictionary[Show, dict[PurePosixPath, AssetFile]] = WeakKeyDictionary()


def asset_file(show: Show, path: PurePosixPath) -> AssetFile:
    """The file at a path; the same one for every rule that looks at the show, so that it is read once."""
    files = _FILES.setdefault(show, {})
    if path not in files:
        files[path] = AssetFile(show.workspace, path)
    return files[path]


def shown_pictures(show: Show) -> Iterator[tuple[Resolved, AssetFile]]:
    """References that show a picture of the project, with its file."""
    for resolved in show.resolutions:
        reference = resolved.reference
        if isinstance(resolved.outcome, Found) and is_image(reference) and not reference.syntax.startswith(SPRITES):
            yield resolved, asset_file(show, resolved.outcome.path)


def loaded_assets(show: Show) -> Iterator[tuple[Resolved, AssetFile]]:
    """References whose file the browser loads with the slide."""
    for resolved in show.resolutions:
        if isinstance(resolved.outcome, Found) and resolved.reference.kind in LOADED and _is_asset(resolved):
            yield resolved, asset_file(show, resolved.outcome.path)


def _is_asset(resolved: Resolved) -> bool:
    """Components are given paths of pages and sources as well, which they may never load."""
    is_prop = resolved.reference.kind is ReferenceKind.PROP
    return not is_prop or extension(resolved.reference.target) in IMAGE_EXTENSIONS | MEDIA_EXTENSIONS
