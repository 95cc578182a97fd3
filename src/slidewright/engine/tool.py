"""What tells one state of the tool from another: kept results of another state are not used."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

from slidewright.engine.bundles import stamp
from slidewright.resources import PACKAGE, template_folder

VERSIONED = ("parse", "parse/anatomy", "parse/markdown", "parse/references", "render", "render/fonts", "resolve")


@cache
def tool_state() -> str:
    """The version, the bundles, and in a checkout the sources; raises EngineError where there are no bundles."""
    from slidewright import __version__

    folders = (*(PACKAGE / name for name in VERSIONED), template_folder() / "html")
    return json.dumps([__version__, stamp(), [_state(folder) for folder in folders]])


def _state(folder: Path) -> list[tuple[str, int]]:
    with os.scandir(folder) as entries:
        return sorted((entry.name, entry.stat().st_mtime_ns) for entry in entries if entry.is_file())
