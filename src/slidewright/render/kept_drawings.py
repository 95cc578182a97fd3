"""Drawings that were kept as files, which the page shows on their slides until the presenter draws anew."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from slidewright.render import embed
from slidewright.workspace import Workspace, join

_NAME = re.compile(r"([1-9]\d{0,4})\.svg")
_ROOT = re.compile(r"<svg\b[^>]*>(.*)</svg\s*>", re.DOTALL | re.IGNORECASE)


def kept_drawings(workspace: Workspace, folder: PurePosixPath, config: Mapping[str, Any]) -> dict[str, str]:
    """Strokes by slide number, as SVG inside its root: `N.svg` of the folder that `drawings.persist` names.

    `config` is Slidev's resolved configuration; nothing is shown where the deck does not let drawings persist.
    """
    persist = config["drawings"]["persist"]
    place = join(folder, persist) if isinstance(persist, str) else None
    if place is None:
        return {}
    kept = {}
    for name in sorted(workspace.names(place)):
        if (number := _NAME.fullmatch(name)) and workspace.exists(place / name):
            root = _ROOT.search(workspace.read_bytes(place / name).decode("utf-8", "replace"))
            kept[number[1]] = root[1].strip() if root else ""
    return kept


def drawings_script(drawings: Mapping[str, str]) -> str:
    """The line of the page's script that hands them to the client's shared state; empty where there are none."""
    return f"slidewright.drawings={embed.literal(dict(drawings))}\n" if drawings else ""
