"""What a deck's own code names: files that have to come along, packages, and icon sets."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from slidewright.diagnostics import Diagnostic, Edit, Severity
from slidewright.errors import InputError
from slidewright.render.slidev_files import ProjectFiles
from slidewright.render.slidev_places import Places, is_public, relative
from slidewright.text import Location, Source, Span
from slidewright.vocabulary.icons import ICON_SETS
from slidewright.workspace import join

_CODE = frozenset([".vue", ".ts", ".mts", ".js", ".mjs", ".tsx", ".jsx", ".css", ".scss", ".less", ".html"])
_PAGES = frozenset([".css", ".scss", ".less", ".html"])
"""Here a name without dots is a file, not a package."""

_TRIED = ("", ".ts", ".js", ".mts", ".mjs", ".vue", ".tsx", ".jsx", ".json", ".css", ".scss", "/index.ts", "/index.js")
_LARGEST = 1 << 20  # bytes: what is longer was not written by hand

_QUOTED = re.compile(r"""(["'`])((?:\.{1,2}/|@/|/)[^"'`\n]*)\1""")
_URL = re.compile(r"""(?:\burl\(\s*["']?|@import\s+["']|\b(?:src|href)\s*=\s*["'])([^"')\s:]+)""")
_PACKAGE = re.compile(
    r"""(?:\bfrom|\bimport|\brequire\(|\bimport\(|@import|@plugin)\s*["']((?:@[\w.~-]+/)?[a-z][\w.~-]*)"""
)
_ICON = re.compile(rf"(?:<|\bi-)({'|'.join(sorted(ICON_SETS, key=len, reverse=True))})[-:][a-z0-9]")
_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script\s*>", re.S | re.I)


@dataclass
class CodeNames:
    """What was found: `packages` and `icon_sets` by name, and files that the project cannot have."""

    packages: set[str] = field(default_factory=set)
    icon_sets: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)


class Code:
    """Reads code, brings along what it names, and reads that in turn."""

    def __init__(self, files: ProjectFiles, places: Places) -> None:
        self._files, self._places, self._folder = files, places, places.entry.parent
        self.names = CodeNames()

    def take_copies(self) -> None:
        """Read the code among the files that come along, and what it brings along itself."""
        read: set[PurePosixPath] = set()
        while waiting := [place for place in self._files.copies if place not in read]:
            for place in waiting:
                read.add(place)
                self._take_copy(self._files.copies[place], place)

    def take_slides(self, source: Source) -> Iterator[Edit]:
        """Read the scripts of a file of slides; the edits by which they find what lies outside the deck's folder."""
        self._note(source.text)
        slides = self._places.project(source.path)
        for script in _SCRIPT.finditer(source.text):
            for found, span in self._bring(source, slides, Span(*script.span())):
                self._files.copy(found, self._places.project(found))
                yield Edit(span, relative(self._places.project(found), slides))

    def _take_copy(self, path: PurePosixPath, place: PurePosixPath) -> None:
        if path.suffix not in (_PAGES if is_public(place) else _CODE):  # scripts in `public/` are not bundled
            return
        try:
            if self._files.workspace.size(path) > _LARGEST:
                return
            source = self._files.workspace.read(path)
        except InputError:
            return
        self._note(source.text)
        for _, span in self._bring(source, place, Span(0, len(source.text))):
            message = f"`{source.slice(span)}` lies outside the deck's folder: the project does not have it"
            location = Location(source, span)
            self.names.diagnostics.append(Diagnostic("outside-deck", Severity.WARNING, message, location))

    def _note(self, text: str) -> None:
        self.names.packages.update(_PACKAGE.findall(text))
        self.names.icon_sets.update(_ICON.findall(text))

    def _bring(self, source: Source, place: PurePosixPath, span: Span) -> Iterator[tuple[PurePosixPath, Span]]:
        """Bring along what a piece of code names; yields what would lie outside the project, and where it is named."""
        for name, at in _names(source, span):
            if "*" in name:
                self._bring_folder(source.path, place, name.partition("*")[0].rpartition("/")[0])
            elif found := self._find(source.path, name):
                there = self._place(source.path, place, found, name)
                if there is None:
                    yield found, Span(at, at + len(_path(name)))
                else:
                    self._files.copy(found, there)

    def _bring_folder(self, path: PurePosixPath, place: PurePosixPath, name: str) -> None:
        """What `import.meta.glob("./img/*")` names."""
        found = join(path.parent, name) if name.startswith("../") or name[2:] else None
        there = found and self._place(path, place, found, name)
        if found and there:
            self._files.copy_folder(found, there, frozenset())

    def _find(self, path: PurePosixPath, name: str) -> PurePosixPath | None:
        """The file that code means: from its own place, or from the deck's folder; endings may be left out."""
        folder = self._folder if name.startswith(("/", "@/")) else path.parent
        bare = _path(name).removeprefix("@")
        spelled = [bare + ending for ending in _TRIED] + [bare.removesuffix(".js") + ".ts"]
        tried = (join(folder, spelling) for spelling in spelled if bare.strip("./"))
        return next((found for found in tried if found is not None and self._files.workspace.exists(found)), None)

    def _place(
        self, path: PurePosixPath, place: PurePosixPath, found: PurePosixPath, name: str
    ) -> PurePosixPath | None:
        """Where the project needs it: as far from the code's place as the file is from the code; None: outside."""
        if name.startswith(("/", "@/")):
            return found.relative_to(self._folder)
        way = posixpath.relpath(str(found), str(path.parent))
        there = PurePosixPath(posixpath.normpath(str(place.parent / way)))
        return None if there.parts[:1] == ("..",) else there


def _path(name: str) -> str:
    """A name without query and hash."""
    return re.split(r"[?#]", name, maxsplit=1)[0]


def _names(source: Source, span: Span) -> Iterator[tuple[str, int]]:
    """Texts in code that may be paths, with their offsets."""
    for match in _QUOTED.finditer(source.text, *span):
        yield match[2], match.start(2)
    if source.path.suffix in _PAGES or "<style" in source.text:
        for match in _URL.finditer(source.text, *span):
            yield match[1], match.start(1)
