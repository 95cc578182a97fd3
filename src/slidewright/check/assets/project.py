"""The texts of a project, read once: who else but the deck names a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from weakref import WeakKeyDictionary

from slidewright.check.assets.names import EXTENSIONS, Names, names_in, union
from slidewright.errors import InputError
from slidewright.workspace import Kind, Workspace

TEXTS = frozenset(
    "md mdx markdown vue ts mts cts tsx js mjs cjs jsx css scss sass less styl pcss html htm json json5 jsonc yaml yml "
    "toml txt svg xml astro svelte csv py sh webmanifest".split()
)
"""Endings of files that may name others."""

SKIPPED = frozenset(["node_modules", "dist", "build", "__pycache__", "venv", "package-lock.json"])
HIDDEN = frozenset([".github", ".vitepress"])
"""Folders whose name begins with a dot and that hold a project's own texts all the same."""

MAX_NAMES = 20_000
MAX_TEXT = 1_000_000
MAX_TOTAL = 16_000_000
"""Entries that are looked at, bytes of a text that is read, bytes of all texts: beyond these nothing can be said."""

QUOTES = "'\"`"
OPEN = (*QUOTES, "$", "*", "{")
"""What ends or continues a path that is put together: `"/img/" + name`, `/img/${name}`, `img/*`."""

TAGS = frozenset("img image video audio picture svg".split())
"""Folders whose bare names are elements as well."""


class Project:
    """The texts of a workspace, by path. `is_complete`: all of them were read, so that what none names is not named."""

    def __init__(self, workspace: Workspace) -> None:
        self.texts: dict[PurePosixPath, str] = {}
        self.names: dict[PurePosixPath, Names] = {}
        self.is_complete = True
        self._read(workspace)

    def named(self, without: frozenset[PurePosixPath] = frozenset()) -> Names:
        """The names in all texts but some."""
        return union(names for path, names in self.names.items() if path not in without)

    def mentions_folder(self, folder: PurePosixPath) -> bool:
        """May a text list a folder, or put paths into it together?"""
        name = folder.name.casefold()
        marks = [f"{name}/{mark}" for mark in OPEN] + [f"/{name}{quote}" for quote in QUOTES]
        if name not in TAGS:
            marks += [f"{quote}{name}{quote}" for quote in QUOTES]
        return any(mark in text for text in self.texts.values() for mark in marks)

    def _read(self, workspace: Workspace) -> None:
        total = 0
        for path in self._paths(workspace):
            try:
                size = workspace.size(path)
                if size > MAX_TEXT:
                    continue
                total += size
                if total > MAX_TOTAL:
                    self.is_complete = False
                    return
                text = workspace.read_bytes(path).decode("utf-8", "replace")
            except InputError:
                continue
            self.texts[path] = text.casefold()
            self.names[path] = Names() if path.name.endswith(".d.ts") else names_in(text)

    def _paths(self, workspace: Workspace) -> Iterator[PurePosixPath]:
        folders, seen, count = [PurePosixPath()], {PurePosixPath()}, 0
        while folders:
            folder = folders.pop()
            for name in sorted(workspace.names(folder) - SKIPPED):
                count += 1
                if count > MAX_NAMES:
                    self.is_complete = False
                    return
                path = folder / name
                if is_text(name):
                    yield path
                elif (name in HIDDEN or not name.startswith(".")) and workspace.kind(path) is Kind.FOLDER:
                    real = workspace.real(path)
                    folders += [path] if real not in seen else []
                    seen.add(real)


def is_text(name: str) -> bool:
    """May a file of that name hold the names of others?"""
    return name.rpartition(".")[2].lower() in TEXTS


def is_media(path: PurePosixPath) -> bool:
    """Is a file a picture, a video or sound, by its name?"""
    return path.suffix[1:].lower() in EXTENSIONS


_PROJECTS: WeakKeyDictionary[Workspace, Project] = WeakKeyDictionary()


def project_of(workspace: Workspace) -> Project:
    """The texts of a workspace; read once, however many decks of it are checked."""
    if workspace not in _PROJECTS:
        _PROJECTS[workspace] = Project(workspace)
    return _PROJECTS[workspace]
