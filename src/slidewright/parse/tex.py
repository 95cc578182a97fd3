"""What is wrong with a formula, as far as its signs tell without setting it (format C.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from slidewright.vocabulary.tex import COMMANDS, DEFINING, IN_TABLES

TOKEN = re.compile(r"\\(begin|end)[ \t]*\{([^{}\n]{0,80})\}|\\([A-Za-z]+)\*?|\\.|%[^\n]*|[{}&]", re.S)
OPENING = ("{", "\\left")
CLOSING = {"}": "{", "\\right": "\\left"}


class TexFault(NamedTuple):
    """A fault: what it is, its span in the formula, and the command that is not known, if that is it."""

    message: str
    start: int
    end: int
    command: str | None = None


def tex_fault(tex: str, known: Iterable[str] = ()) -> TexFault | None:
    """The first fault for which KaTeX refuses a formula; `known` are further commands, without their backslash."""
    if "\\verb" in tex or any(f"\\{name}" in tex for name in DEFINING):
        return None
    reader = _Reader(frozenset(known))
    for match in TOKEN.finditer(tex):
        fault = reader.take(match)
        if fault:
            return fault
    return reader.end()


class _Reader:
    """The groups, environments and fences that are open while a formula is read."""

    def __init__(self, known: frozenset[str]) -> None:
        self.known = known
        self.open: list[tuple[str, int, int]] = []
        self.environments = 0

    def take(self, match: re.Match[str]) -> TexFault | None:
        """What one sign or command adds; a fault where it cannot stand."""
        sign = match[0]
        if match[1] == "begin":
            self.environments += 1
            self.open.append((f"env {match[2]}", *match.span()))
            return None
        if match[1] == "end":
            self.environments -= 1
            return self._pop(f"env {match[2]}", match)
        if sign in OPENING:
            self.open.append((sign, *match.span()))
            return None
        if sign in CLOSING:
            return self._pop(CLOSING[sign], match)
        if match[3]:
            return self._command(match[3], match.start())
        if sign == "&" and self.environments <= 0:
            return TexFault("`&` stands outside of an environment such as `aligned`", *match.span())
        return None

    def _command(self, name: str, start: int) -> TexFault | None:
        if name in COMMANDS or name in IN_TABLES or name in self.known:
            return None
        return TexFault(f"KaTeX does not know `\\{name}`", start, start + 1 + len(name), name)

    def _pop(self, kind: str, match: re.Match[str]) -> TexFault | None:
        if self.open and self.open[-1][0] == kind:
            self.open.pop()
            return None
        if self.open:
            return TexFault(f"{_named(self.open[-1][0])} is not closed", *self.open[-1][1:])
        return TexFault(f"{_named(kind, closing=True)} closes nothing", *match.span())

    def end(self) -> TexFault | None:
        """What is still open."""
        return TexFault(f"{_named(self.open[-1][0])} is not closed", *self.open[-1][1:]) if self.open else None


def _named(kind: str, closing: bool = False) -> str:
    if kind.startswith("env "):
        return f"`\\{'end' if closing else 'begin'}{{{kind[4:]}}}`"
    if kind == "\\left":
        return "`\\right`" if closing else "`\\left`"
    return "`}`" if closing else "`{`"
