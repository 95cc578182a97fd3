"""The files a deck may see: on disk or in memory, never outside the project root.

Paths are POSIX paths relative to the root, normalised by `join`. Existence is answered from directory listings, so that
the exact spelling of a name counts even on file systems that fold case or normalise Unicode.
"""

from __future__ import annotations

from slidewright.workspace.base import EXPLANATION, Entry, Kind, Workspace, fold, join
from slidewright.workspace.disk import DiskWorkspace, project_root, reason
from slidewright.workspace.memory import MemoryWorkspace
from slidewright.workspace.overlay import OverlayWorkspace

__all__ = [
    "EXPLANATION",
    "DiskWorkspace",
    "Entry",
    "Kind",
    "MemoryWorkspace",
    "OverlayWorkspace",
    "Workspace",
    "fold",
    "join",
    "project_root",
    "reason",
]
