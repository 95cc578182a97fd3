"""A configuration file → Configuration, or everything that is wrong with it, each with its place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

from slidewright.configuration.checking import Right, Wrong, checked
from slidewright.configuration.configuration import Configuration
from slidewright.configuration.merging import Origin, Written
from slidewright.configuration.places import Path as Steps
from slidewright.configuration.places import Place, places
from slidewright.configuration.search import SECTION, SHARED
from slidewright.configuration.spelling import displayed, type_told
from slidewright.configuration.syntax import Unreadable, parsed, text_of
from slidewright.errors import UsageError
from slidewright.text import Position, Source


def read(path: Path, known_rules: Collection[str]) -> Configuration:
    """Read a configuration file: `slidewright.toml` or another of its form, or our table in `pyproject.toml`.

    `known_rules` are the names of rules and families. Raises UsageError with a line for each fault, in the order of the
    file: `path:line:column:` and what is wrong, with the nearest name for an unknown key, rule, family or choice.
    """
    try:
        source = text_of(path)
        data = parsed(source)
    except Unreadable as error:
        _refuse(path, [(error.place, str(error))])
    section = SECTION if path.name == SHARED else ()
    results = _results(data, section, known_rules)
    text = _Text(source, section)
    wrong = [(text.position(item), item.message) for item in results if isinstance(item, Wrong)]
    if wrong:
        _refuse(path, wrong)
    written = (
        Written(item.key, item.address, item.value, Origin(path, text.line(item)))
        for item in results
        if isinstance(item, Right)
    )
    return Configuration(path, MappingProxyType({item.address: item for item in written}))


def _results(data: Any, section: tuple[str, ...], known: Collection[str]) -> list[Right | Wrong]:
    """What our part of a file says, or that it has none."""
    for name in section:
        if not isinstance(data, dict) or name not in data:
            return [Wrong((), f"has no table `[{'.'.join(section)}]`")]
        data = data[name]
    if not isinstance(data, dict):
        return [Wrong((), f"`{'.'.join(section)}` is a table, not {type_told(data)}", is_key=False)]
    return list(checked(data, known))


@dataclass(frozen=True)
class _Text:
    """The text that a configuration stands in, and the table that it is in there."""

    source: Source
    section: tuple[str, ...]

    @cached_property
    def places(self) -> Mapping[Steps, Place]:
        return places(self.source.text)

    def position(self, wrong: Wrong) -> Position:
        place = self._place((*self.section, *wrong.address, *wrong.within))
        return self.source.position(place.key if wrong.is_key else place.value)

    def line(self, right: Right) -> int:
        return self.source.position(self._place((*self.section, *right.address)).key).line

    def _place(self, steps: Steps) -> Place:
        """The place of a key or an item, or of the nearest thing around it that has one."""
        while steps and steps not in self.places:
            steps = steps[:-1]
        return self.places.get(steps, Place(0, 0))


def _refuse(path: Path, faults: list[tuple[Position, str]]) -> NoReturn:
    shown = displayed(path)
    lines = [f"{shown}:{place.line}:{place.column}: {message}" for place, message in sorted(faults)]
    raise UsageError("\n".join(lines)) from None
