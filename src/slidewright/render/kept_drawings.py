"""Drawings that were kept as files, which the page shows on their slides until the presenter draws anew."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any

from slidewright.errors import InputError
from slidewright.render import embed
from slidewright.vocabulary.configuration import DEFAULTS
from slidewright.workspace import Workspace, join

_NAME = re.compile(r"([1-9]\d{0,4})\.svg")
_ROOT = re.compile(r"<svg\b[^>]*>(.*)</svg\s*>", re.DOTALL | re.IGNORECASE)


def drawings_folder(folder: PurePosixPath, config: Mapping[str, Any]) -> PurePosixPath | None:
    """Where a deck in a folder keeps its drawings (`drawings.persist`); None where it does not, or outside the project.

    `config` is Slidev's resolved configuration.
    """
    persist = config["drawings"]["persist"]
    return join(folder, persist) if isinstance(persist, str) else None


def kept_drawings(workspace: Workspace, place: PurePosixPath | None) -> dict[str, str]:
    """Strokes by slide number, as SVG inside its root: `N.svg` of the folder of a deck's drawings."""
    if place is None:
        return {}
    kept = {}
    for name in sorted(workspace.names(place)):
        if (number := _NAME.fullmatch(name)) and workspace.exists(place / name):
            with suppress(InputError):  # it is not to be read: there is no such drawing
                root = _ROOT.search(workspace.read_bytes(place / name).decode("utf-8", "replace"))
                kept[number[1]] = root[1].strip() if root else ""
    return kept


def drawing_file(strokes: str, config: Mapping[str, Any]) -> str:
    """A drawing as Slidev keeps it: it reads all between the first line and the last. Sizes are in px of the canvas."""
    written = config["canvasWidth"]
    width = written if isinstance(written, int | float) and written > 0 else DEFAULTS["canvasWidth"]
    height = round(width / config["aspectRatio"])
    head = f'<svg width="{width:g}" height="{height}" fill="none" xmlns="http://www.w3.org/2000/svg">'
    return f"{head}\n{strokes}\n</svg>"


def drawings_script(drawings: Mapping[str, str]) -> str:
    """The line of the page's script that hands them to the client's shared state; empty where there are none."""
    return f"slidewright.drawings={embed.literal(dict(drawings))}\n" if drawings else ""
