"""What a key takes: each kind knows its words, what fits, what that means, and its JSON Schema."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from slidewright.configuration.spelling import listed, near, told
from slidewright.diagnostics import Severity

Known = Collection[str] | None
"""Names of rules and families; None where nobody knows them and every name passes."""

Schema = dict[str, Any]
LARGEST = (1 << 63) - 1
"""TOML's numbers have 64 bits."""


class Fault(NamedTuple):
    """What is wrong with a value; `within` leads to the item of a list that is meant."""

    message: str
    within: tuple[int, ...] = ()


class Kind(ABC):
    """What a key takes. `meant` and `shown` take their own results as well as what fits."""

    @property
    @abstractmethod
    def words(self) -> str:
        """What fits, as a message or the documentation says it."""

    @abstractmethod
    def fits(self, written: Any, known: Known) -> bool:
        """Is this a value of the kind?"""

    @abstractmethod
    def schema(self) -> Schema:
        """JSON Schema of what fits."""

    def faults(self, key: str, written: Any, known: Known) -> Iterator[Fault]:
        """What is wrong with a value that is written for a key, or nothing."""
        if not self.fits(written, known):
            yield Fault(f"`{key}` takes {self.words}, not {self.told(written)}")

    def told(self, written: Any) -> str:
        """What was written, and what may have been meant by it."""
        return told(written)

    def meant(self, written: Any) -> Any:
        """The value as settings have it."""
        return written

    def anchored(self, value: Any, folder: Path) -> Any:
        """A meant value made independent of the folder that it was written for."""
        return value

    def shown(self, value: Any) -> Any:
        """A meant value as JSON and TOML can have it; None where nothing is set."""
        return value


@dataclass(frozen=True, slots=True)
class Flag(Kind):
    """True or false."""

    @property
    def words(self) -> str:
        """What fits."""
        return "`true` or `false`"

    def fits(self, written: Any, known: Known) -> bool:
        """Only a truth value: 1 is none."""
        return isinstance(written, bool)

    def schema(self) -> Schema:
        """JSON Schema of what fits."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of a few words."""

    choices: tuple[str, ...]

    @property
    def words(self) -> str:
        """What fits."""
        return listed(self.choices)

    def fits(self, written: Any, known: Known) -> bool:
        """Exactly one of the choices."""
        return isinstance(written, str) and written in self.choices

    def told(self, written: Any) -> str:
        """With the nearest choice."""
        return told(written) + (near(written, self.choices) if isinstance(written, str) else "")

    def schema(self) -> Schema:
        """JSON Schema of what fits."""
        return {"enum": list(self.choices)}


class Threshold(Choice):
    """The lowest severity that counts; the last choice, `never`, is None."""

    __slots__ = ()

    def meant(self, written: Any) -> Severity | None:
        """A severity, or None for never."""
        if isinstance(written, str):
            return None if written == self.choices[-1] else Severity.of(written)
        return Severity(written) if written is not None else None

    def shown(self, value: Any) -> str:
        """Its word."""
        return value.label if isinstance(value, Severity) else value or self.choices[-1]


@dataclass(frozen=True, slots=True)
class ListOf(Kind):
    """A list whose items are of one kind; each item that does not fit is told at its place."""

    item: Kind
    items: str

    @property
    def words(self) -> str:
        """What fits."""
        return f"a list of {self.items}"

    def fits(self, written: Any, known: Known) -> bool:
        """Every item fits."""
        return isinstance(written, list) and all(self.item.fits(item, known) for item in written)

    def faults(self, key: str, written: Any, known: Known) -> Iterator[Fault]:
        """What is wrong with the list, or with each of its items."""
        if not isinstance(written, list):
            yield from Kind.faults(self, key, written, known)
            return
        for index, item in enumerate(written):
            yield from (Fault(fault.message, (index,)) for fault in self.item.faults(key, item, known))

    def meant(self, written: Any) -> tuple[Any, ...]:
        """A tuple of what the items mean."""
        return tuple(map(self.item.meant, written))

    def anchored(self, value: Any, folder: Path) -> tuple[Any, ...]:
        """Each item independent of the folder."""
        return tuple(self.item.anchored(item, folder) for item in value)

    def shown(self, value: Any) -> list[Any]:
        """A list of what the items show."""
        return list(map(self.item.shown, value))

    def schema(self) -> Schema:
        """JSON Schema of what fits."""
        return {"type": "array", "items": self.item.schema()}
