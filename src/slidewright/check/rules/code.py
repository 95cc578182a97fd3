"""The project's own code beside a deck: components, layouts, and what stands above and below every slide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from slidewright.check.show import Show
from slidewright.errors import InputError
from slidewright.workspace import Kind, Workspace

FOLDERS = ("components", "layouts", "setup", "theme")
ENDINGS = (".vue", ".ts", ".js", ".tsx", ".mts", ".mjs", ".html")
MAX_FILES = 300


def project_code(show: Show) -> Iterator[str]:
    """The texts of a deck's components, layouts, set-up scripts, and of the files that lie beside the deck."""
    workspace, folder = show.workspace, show.deck.folder
    places = [folder / name for name in sorted(workspace.names(folder)) if name.endswith(ENDINGS)]
    places += [path for name in FOLDERS for path in _files(workspace, folder / name)]
    for path in places[:MAX_FILES]:
        try:
            yield workspace.read(path).text if workspace.exists(path) else ""
        except InputError:
            continue


def _files(workspace: Workspace, folder: PurePosixPath) -> Iterator[PurePosixPath]:
    folders = [folder]
    for _ in range(MAX_FILES):
        if not folders:
            return
        here = folders.pop(0)
        for name in sorted(workspace.names(here)):
            if workspace.kind(here / name) is Kind.FOLDER:
                folders.append(here / name)
            elif name.endswith(ENDINGS):
                yield here / name
