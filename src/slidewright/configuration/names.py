"""Kinds of text: rules, globs of files, slides, hosts, headers; as values and as keys that the user names."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from slidewright.configuration.kinds import Fault, Kind, Known, Schema
from slidewright.configuration.spelling import near, told, type_told

LINE = r"^[^\x00-\x1f\x7f]+$"
"""Text that can name a file: nothing that controls, and not nothing."""

SLIDE = r"[1-9][0-9]*(?:-[1-9][0-9]*)?|(?![0-9]+(?:-[0-9]+)?$)[^\x00-\x20\x7f#/]+"
"""A number, a range, or what can be a routeAlias: no number."""


@dataclass(frozen=True, slots=True)
class Text(Kind):
    """Text of one pattern, one that Python and JavaScript read alike."""

    says: str
    pattern: str = LINE

    @property
    def words(self) -> str:
        """What fits."""
        return self.says

    def fits(self, written: Any, known: Known) -> bool:
        """Text of the pattern, from end to end."""
        return isinstance(written, str) and re.fullmatch(self.pattern, written) is not None

    def schema(self) -> Schema:
        """JSON Schema of what fits."""
        return {"type": "string", "pattern": self.pattern}


class Variable(Text):
    """The name of an environment variable: a token may have been written in its stead, so no message repeats it."""

    __slots__ = ()

    def told(self, written: Any) -> str:
        """What sort of value was written."""
        return type_told(written)


class Secret(Variable):
    """Text that is never printed."""

    __slots__ = ()

    def shown(self, value: Any) -> str:
        """That there is some."""
        return "***"


class Host(Text):
    """A host: upper and lower case are one."""

    __slots__ = ()

    def meant(self, written: Any) -> str:
        """In lower case, as addresses are compared."""
        return str(written).lower()


class File(Text):
    """A file, relative to the folder of the configuration or, on the command line, to the current one."""

    __slots__ = ()

    def meant(self, written: Any) -> Path:
        """Its path as written."""
        return Path(written)

    def anchored(self, value: Any, folder: Path) -> Path:
        """Its path from the folder."""
        return folder / Path(value)

    def shown(self, value: Any) -> str | None:
        """Its path as written."""
        return None if value is None else str(value)


class Glob(Text):
    """A glob of files, relative as a `File` is."""

    __slots__ = ()

    def anchored(self, value: Any, folder: Path) -> str:
        """An absolute glob; what would be a wildcard in the folder's own name is escaped."""
        return posixpath.normpath(value if Path(value).is_absolute() else f"{_literal(folder)}/{value}")


class Slides(Glob):
    """`glob#slide`: a glob of files, and a number, a range or a routeAlias."""

    __slots__ = ()

    def faults(self, key: str, written: Any, known: Known) -> Iterator[Fault]:
        """A range that ends before it begins names no slide; a schema cannot say so."""
        yield from Text.faults(self, key, written, known)
        bounds = re.fullmatch(r"([1-9][0-9]{0,9})-([1-9][0-9]{0,9})", str(written).rpartition("#")[2])
        if bounds and int(bounds[1]) > int(bounds[2]):
            yield Fault(f"`{key}` has a range that ends before it begins: {told(written)}")


@dataclass(frozen=True, slots=True)
class RuleName(Kind):
    """A rule or a family; in lists also `all`."""

    all_too: bool

    @property
    def words(self) -> str:
        """What fits."""
        return f"rules or families{', or `all`' if self.all_too else ''}"

    def fits(self, written: Any, known: Known) -> bool:
        """A known name, or any where none is known."""
        if not isinstance(written, str):
            return False
        return known is None or written in known or (self.all_too and written == "all")

    def faults(self, key: str, written: Any, known: Known) -> Iterator[Fault]:
        """Names are told as `check` and `explain` tell them."""
        if not isinstance(written, str):
            yield from Kind.faults(self, key, written, known)
        elif not self.fits(written, known):
            hint = near(written, known or ()) or "; `slidewright rules` lists them"
            yield Fault(f"no rule or family is called {told(written)}{hint}")

    def schema(self) -> Schema:
        """A reference: the names are listed once."""
        return {"$ref": f"#/$defs/{'rules' if self.all_too else 'rule'}"}


def _literal(folder: Path) -> str:
    """A folder's path as a glob, in the form of `.gitignore`, that means only it."""
    return re.sub(r"([\\*?[])", r"\\\1", folder.as_posix().rstrip("/"))
