"""Where a file of the deck goes in a Slidev project, and how a slide then names it."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath
from urllib.parse import quote

from slidewright.model import Deck

EXTERNAL = PurePosixPath("external")
"""Files from outside the deck's folder: Slidev's project is that folder and nothing above it."""

MISSING = PurePosixPath("missing")
"""Placeholders."""


def project_path(path: PurePosixPath, deck: Deck) -> PurePosixPath:
    """The place of a file in the project."""
    if path == deck.entry:
        return PurePosixPath("slides.md")
    if path.is_relative_to(deck.folder):
        return path.relative_to(deck.folder)
    return EXTERNAL / path


def public_path(path: PurePosixPath, deck: Deck) -> PurePosixPath:
    """The place of a file that must be in `public/`."""
    place = project_path(path, deck)
    return place if place.parts[0] == "public" else PurePosixPath("public") / place


def placeholder_path(target: str, suffix: str) -> PurePosixPath:
    """The place of a placeholder for a target: its name, made harmless."""
    name = "".join(char if char.isalnum() or char in "._-" else "-" for char in target.strip("./")).strip("-.")
    return MISSING / f"{name[:80] or 'file'}{suffix}"


def from_slide(place: PurePosixPath, slide: PurePosixPath) -> str:
    """How a slide at `slide` names a file at `place`: from `public/` with a slash, else relative with a dot."""
    if place.parts[0] == "public":
        return "/" + encoded(place.relative_to("public"))
    relative = posixpath.relpath(str(place), str(slide.parent))
    return encoded(PurePosixPath(relative)) if relative.startswith("../") else f"./{encoded(PurePosixPath(relative))}"


def encoded(path: PurePosixPath) -> str:
    """A path that stands in Markdown, HTML, CSS and YAML alike; letters of every script stay readable."""
    return "".join(char if not char.isascii() else quote(char, safe="/._-~@+=") for char in str(path))
