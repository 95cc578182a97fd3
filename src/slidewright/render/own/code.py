"""What becomes of a deck's own code: modules and style sheets of the page, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.text import Location, Source, Span

# It begins with a plain word, which the search leaps to; only then it looks at what stands before.
_REQUIRE = re.compile(r"""require(?<![\w.$]require)\((['"])([^'"\n]+)\1\)""")

Names = Mapping[str, str]  # an import as it is written → the page's name of what it names


@dataclass(frozen=True, slots=True)
class Script:
    """The imports of a slide's script: `requires` as they are written, and the part of the source they stand in."""

    source: Source
    span: Span
    requires: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportFault:
    """An import that names nothing in the page, or a file (then without `specifier`) that cannot be taken in.

    `origin` is the import in the deck's own code through which a package came to be in the page.
    """

    importer: PurePosixPath
    specifier: str
    location: Location
    message: str
    help: str | None = None
    origin: Location | None = None


@dataclass(frozen=True, slots=True)
class OwnCode:
    """The modules of the page that the deck's own code is made of.

    `modules` are names and CommonJS bodies, `css` the style sheets in import order, `tokens` candidates for UnoCSS,
    `faults` what is wrong. `names` tells, by importing file, what its imports are called in the page; `embedded` are
    the ids of files that modules name, which must stand in the page before its scripts; `variables` those that style
    sheets name; `icons` the modules of icons that are imported; `components` tags, by file, that are neither HTML nor
    imported.
    """

    modules: tuple[tuple[str, str], ...] = ()
    css: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    faults: tuple[ImportFault, ...] = ()
    names: Mapping[PurePosixPath, Names] = field(default_factory=dict)
    embedded: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    icons: tuple[str, ...] = ()
    components: Mapping[PurePosixPath, tuple[str, ...]] = field(default_factory=dict)

    def linked(self, path: PurePosixPath, code: str) -> str:
        """The compiled code of a slide of that file, its imports by the page's names."""
        return linked(code, self.names.get(path, {}))

    def missing(self, path: PurePosixPath, requires: tuple[str, ...]) -> str | None:
        """Why a script of that file that imports these cannot run; None where it can."""
        found = (fault for fault in self.faults if fault.importer == path and fault.specifier in requires)
        return next((f"cannot import `{fault.specifier}`: {fault.message}" for fault in found), None)


def linked(code: str, names: Names) -> str:
    """A CommonJS body with its imports by the page's names."""

    def renamed(match: re.Match[str]) -> str:
        return f"require({match[1]}{names.get(match[2], match[2])}{match[1]})"

    return _REQUIRE.sub(renamed, code) if names else code


class Import(NamedTuple):
    """An import: `specifier` as it is written, the source it stands in, and the part of that, if not the whole."""

    source: Source
    specifier: str
    span: Span | None = None

    @property
    def location(self) -> Location:
        """Where it stands: the first place that has it in quotes and in no comment, else the first at all."""
        start, end = self.span or Span(0, len(self.source.text))
        places = list(self._places(start, end))
        match = next((one for one in places if not self._is_comment(one.start())), places[0] if places else None)
        match = match or re.compile(f"()({re.escape(self.specifier)})").search(self.source.text, start, end)
        return Location(self.source, Span(*match.span(2)) if match else Span(start, start))

    @property
    def is_spoken_of(self) -> bool:
        """Does it stand in comments only? Compiled code still has them."""
        places = list(self._places(0, len(self.source.text)))
        return bool(places) and all(self._is_comment(match.start()) for match in places)

    def _places(self, start: int, end: int) -> Iterator[re.Match[str]]:
        written = re.escape(self.specifier)
        quoted = (
            rf"""(?:from|import|require\s{{0,9}}\(|import\s{{0,9}}\(|src=|href=|poster=)\s{{0,9}}(['"])({written})\1"""
        )
        return re.compile(quoted).finditer(self.source.text, start, end)

    def _is_comment(self, at: int) -> bool:
        text = self.source.text
        line = text[text.rfind("\n", 0, at) + 1 : at].lstrip()
        return line.startswith(("//", "*")) or text.rfind("/*", 0, at) > text.rfind("*/", 0, at)
