"""A module on its way into the page, and files that are modules without being code."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from slidewright.errors import InputError
from slidewright.render.assets import MEDIA_TYPES, AssetTable
from slidewright.render.own import bodies
from slidewright.render.own.code import Import
from slidewright.render.own.compiling import CODE
from slidewright.render.own.sheets import SHEETS, Sheets
from slidewright.render.own.specifiers import Named
from slidewright.text import Source
from slidewright.workspace import Workspace

MEGABYTE = 1_000_000
MAX_BYTES = 8 * MEGABYTE
"""Of one file of code; the largest package that decks use has 5 MB."""
ALL_BYTES = 64 * MEGABYTE
"""Of all files of code."""

COMPONENTS = frozenset([".vue", ".md"])
_PICTURES = frozenset(MEDIA_TYPES) - {"json", "html", "htm", "txt"}  # imported without a query
_UNSUPPORTED = {".scss": "Sass", ".sass": "Sass", ".less": "Less", ".styl": "Stylus", ".stylus": "Stylus"}


@dataclass(slots=True)
class Module:
    """What a module is called and made from, and what it has turned out to be.

    `origin` is the import of the deck's own code that leads here; `needs` are the modules it imports, in order.
    """

    named: Named
    origin: Import | None
    body: str = ""
    css: str = ""
    needs: list[str] = field(default_factory=list)


class PlainFiles:
    """Makes modules of pictures, style sheets, JSON and texts; `embedded` are the ids of files that they name."""

    def __init__(self, workspace: Workspace, assets: AssetTable, sheets: Sheets) -> None:
        self._workspace, self._assets, self._sheets = workspace, assets, sheets
        self._left = ALL_BYTES
        self.embedded: dict[str, None] = {}

    def open(self, module: Module, path: PurePosixPath) -> Source | None:
        """Make the module; its source where it is code, which others compile.

        Raises InputError or ValueError where the file cannot be a module.
        """
        suffix, query = path.suffix.lower(), module.named.query
        if query == "url" or (not query and suffix.lstrip(".") in _PICTURES):
            id = self._assets.id(path)
            self.embedded[id] = None
            module.body = bodies.file_url(id)
            return None
        if query == "inline" and suffix not in SHEETS:
            module.body = bodies.value(self._assets.data_url(path))
            return None
        if suffix in _UNSUPPORTED and not query:
            raise InputError(f"{_UNSUPPORTED[suffix]} is not compiled: write the style sheet as CSS")
        source = self._read(path)
        if not query and suffix in CODE | COMPONENTS:
            return source
        self._fill(module, source)
        return None

    def _read(self, path: PurePosixPath) -> Source:
        if self._workspace.size(path) > MAX_BYTES:
            raise InputError(f"larger than {MAX_BYTES // MEGABYTE} MB, which is no code for a page")
        self._left -= self._workspace.size(path)
        if self._left < 0:
            raise InputError(f"what is imported is larger than {ALL_BYTES // MEGABYTE} MB: the rest is left out")
        return self._workspace.read(path)

    def _fill(self, module: Module, source: Source) -> None:
        suffix, query = source.path.suffix.lower(), module.named.query
        if query == "raw":
            module.body = bodies.value(source.text)
        elif suffix in SHEETS:
            css = self._sheets.whole(source, source.text)
            module.css, module.body = ("", bodies.value(css)) if query == "inline" else (css, bodies.NOTHING)
        elif suffix == ".json":
            module.body = bodies.json_module(source.text)
        else:
            raise InputError("not a module: `?raw` imports a file's text, `?url` its address")
