"""Where keys and values stand in TOML text, which `tomllib` does not tell: an exact scanner that reads no values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

Path = tuple[str | int, ...]
"""Names of tables and keys, and indices of items."""

DEEPEST = 16
"""Steps of a path that are told apart: deeper than any key of ours, and a bound for hostile text."""

TOKEN = re.compile(
    r"""(?P<blank>[ \t\r]+|\#[^\n]*)
    |(?P<string>\"{3}(?:[^\\]|\\.)*?\"{3,5}|'{3}.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')
    |(?P<mark>[\[\]{}=,.\n])
    |(?P<bare>[^\s\[\]{}=,."'\#]+|.)""",
    re.VERBOSE | re.DOTALL,
)


class Place(NamedTuple):
    """Offsets of a key and of its value; of an item, and of a table's header, they are one."""

    key: int
    value: int


class Part(NamedTuple):
    """One name of a dotted key, and where it stands."""

    name: str
    offset: int


@dataclass(slots=True)
class Bracket:
    """An open array or inline table; `index` counts the items of an array."""

    path: Path
    is_array: bool
    index: int = 0


def places(text: str) -> dict[Path, Place]:
    """Places of all keys, tables and items of valid TOML with LF line ends; of broken text, what can be made out.

    Arrays of tables are taken for tables that are told again: the first one's place stands.
    """
    scanner = _Scanner()
    for token in TOKEN.finditer(text):
        if token.lastgroup != "blank":
            scanner.take(token[0], token.start(), token.lastgroup == "mark")
    return scanner.found


@dataclass(slots=True)
class _Scanner:
    """Reads token by token. `parts` gathers a key; without one a value is being read, which begins if `is_new`."""

    found: dict[Path, Place] = field(default_factory=dict)
    table: Path = ()
    open: list[Bracket] = field(default_factory=list)
    parts: list[Part] | None = field(default_factory=list)
    in_header: bool = False
    path: Path = ()
    is_new: bool = False

    def take(self, token: str, offset: int, is_mark: bool) -> None:
        if self.parts is not None:
            self._in_key(self.parts, token, offset, is_mark)
        else:
            self._in_value(token, offset, is_mark)

    def _in_key(self, parts: list[Part], token: str, offset: int, is_mark: bool) -> None:
        if not is_mark:
            parts.append(Part(_name(token), offset))
        elif token == "[":
            self.in_header = True
        elif token == "]" and self.in_header and parts:
            self.table = self._record((), parts)
            self.in_header, self.parts = False, []
        elif token == "=" and parts:
            self.path = self._record(self.open[-1].path if self.open else self.table, parts)
            self.parts, self.is_new = None, True
        elif token == "}":
            self._close()
        elif token == "\n" and not self.open:
            self.in_header, self.parts = False, []

    def _in_value(self, token: str, offset: int, is_mark: bool) -> None:
        if token == "\n" and is_mark:
            if not self.open:
                self.parts = []
        elif is_mark and token in "]}":
            self._close()
        elif is_mark and token == "," and self.open:
            self._next(self.open[-1])
        else:
            if self.is_new:
                self._begin(offset)
            if is_mark and token in "[{":
                self.open.append(Bracket(self.path, token == "["))
                self._next(self.open[-1])

    def _begin(self, offset: int) -> None:
        """Note where a value begins; what follows in it (`1.5`, a date's time) has no place of its own."""
        self.is_new = False
        known = self.found.get(self.path)
        self.found[self.path] = Place(known.key if known else offset, offset)

    def _next(self, bracket: Bracket) -> None:
        """An item of an array or a key of an inline table comes next."""
        if bracket.is_array:
            self.is_new = len(bracket.path) < DEEPEST
            self.path = (*bracket.path, bracket.index) if self.is_new else bracket.path
            bracket.index += 1
        else:
            self.parts = []

    def _close(self) -> None:
        if self.open:
            self.open.pop()
        self.parts, self.is_new = None, False

    def _record(self, path: Path, parts: list[Part]) -> Path:
        for name, offset in parts[: max(DEEPEST - len(path), 0)]:
            path = (*path, name)
            self.found.setdefault(path, Place(offset, offset))
        return path


def _name(token: str) -> str:
    """What a key's name means."""
    if token[0] not in "\"'":
        return token
    if token[0] == "'" or "\\" not in token:
        return token[1:-1]
    from tomllib import loads

    try:
        return str(loads(f"name = {token}")["name"])
    except ValueError:
        return token
