"""Shows made of files in memory."""

from __future__ import annotations

from pathlib import PurePosixPath

from slidewright.check import Show
from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.workspace import MemoryWorkspace


def show_of(files: dict[str, str], entry: str = "slides.md") -> Show:
    workspace = MemoryWorkspace(files)
    deck = load(workspace, PurePosixPath(entry))
    return Show(deck, resolve(deck, workspace), workspace)
