"""Kinds of numbers: plain ones, sizes such as `"3MB"`, and times such as `"5min"`."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from slidewright.configuration.kinds import LARGEST, Kind, Known, Schema

BYTES: Mapping[str, float] = {
    "b": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30,
}  # fmt: skip
SECONDS: Mapping[str, float] = {"ms": 0.001, "s": 1, "min": 60, "h": 3600, "d": 86_400, "w": 604_800}
AMOUNT = r"[0-9]{1,12}(?:\.[0-9]{1,6})?"
SIZE = rf"^{AMOUNT} ?(?:[kKmMgG][iI]?)?[bB]$"
TIME = rf"^{AMOUNT} ?(?:{'|'.join(SECONDS)})$"
NOT_ZERO = r"^(?=[0-9.]*[1-9])"


@dataclass(frozen=True, slots=True)
class Number(Kind):
    """A number from `minimum` on, or above it where it is `above`; a whole one where it must be; of some unit."""

    minimum: int = 0
    whole: bool = False
    above: bool = False
    unit: str = ""

    @property
    def words(self) -> str:
        """What fits."""
        number = f"a {'whole ' if self.whole else ''}number{f' of {self.unit}' if self.unit else ''}"
        return f"{number} above {self.minimum}" if self.above else f"{number} from {self.minimum} on"

    def fits(self, written: Any, known: Known) -> bool:
        """Within the bounds, and neither infinite nor a truth value."""
        if isinstance(written, bool) or not isinstance(written, (int, float)) or not math.isfinite(_narrow(written)):
            return False
        enough = written > self.minimum if self.above else written >= self.minimum
        return enough and written <= LARGEST and (not self.whole or written == int(written))

    def meant(self, written: Any) -> int | float:
        """An integer where it must be whole, else a float."""
        return int(written) if self.whole else float(written)

    def schema(self) -> Schema:
        """JSON Schema of what fits."""
        least = "exclusiveMinimum" if self.above else "minimum"
        return {"type": "integer" if self.whole else "number", least: self.minimum, "maximum": LARGEST}


@dataclass(frozen=True, slots=True)
class Quantity(Kind):
    """A number in the unit of the settings, or text with a unit; `pattern` is the text's in lower or upper case."""

    number: Number
    pattern: str
    units: Mapping[str, float]
    examples: str

    @property
    def words(self) -> str:
        """What fits."""
        return f"{self.number.words}, or {self.examples}"

    @property
    def _pattern(self) -> str:
        return NOT_ZERO + self.pattern.removeprefix("^") if self.number.above else self.pattern

    def fits(self, written: Any, known: Known) -> bool:
        """A number, or text with a unit that is known."""
        if isinstance(written, str):
            return re.fullmatch(self._pattern, written) is not None
        return self.number.fits(written, known)

    def meant(self, written: Any) -> int | float:
        """The number in the unit of the settings."""
        if not isinstance(written, str):
            return self.number.meant(written)
        amount = re.match(AMOUNT, written)
        assert amount is not None
        unit = written[amount.end() :].strip().lower()
        exact = float(amount[0]) * self.units[unit]
        return round(exact) if self.number.whole else exact

    def schema(self) -> Schema:
        """JSON Schema of what fits."""
        return {"anyOf": [self.number.schema(), {"type": "string", "pattern": self._pattern}]}


def _narrow(number: float) -> float:
    """A float for a number of any size: an integer that no float holds is infinite."""
    return math.inf if isinstance(number, int) and abs(number) > LARGEST else float(number)


def size() -> Quantity:
    """Bytes, or text such as `"3MB"`."""
    return Quantity(Number(whole=True, unit="bytes"), SIZE, BYTES, 'a size such as `"3MB"`, `"500 kB"` or `"2 MiB"`')


def time(above: bool = False) -> Quantity:
    """Seconds, or text such as `"20s"`; `above` leaves no time at all out."""
    return Quantity(Number(above=above, unit="seconds"), TIME, SECONDS, 'a time such as `"20s"`, `"5min"` or `"1d"`')
