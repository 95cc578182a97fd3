"""Where results are kept between builds."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "SLIDEWRIGHT_CACHE_DIR"


def _standard_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "slidewright" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "slidewright"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "slidewright"


def cache_folder() -> Path | None:
    """The user's cache folder, made if need be; None where none can be written (then nothing is kept)."""
    try:
        folder = Path(os.environ.get(VARIABLE) or _standard_folder()).absolute()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (OSError, RuntimeError):  # RuntimeError: no home directory is known
        return None
    return folder if os.access(folder, os.W_OK) else None
