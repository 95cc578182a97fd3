"""What a parsed configuration sets, and what is wrong with it, by the table of keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from slidewright.configuration.keys import KEYS, NAMES, Address, Key, name_in, tree
from slidewright.configuration.kinds import Known
from slidewright.configuration.spelling import dotted, near, told, type_told


class Right(NamedTuple):
    """A value that fits, as meant."""

    address: Address
    key: Key
    value: Any


class Wrong(NamedTuple):
    """What is wrong, and where: with a key, or with its value (`within` leads to an item of it)."""

    address: Address
    message: str
    is_key: bool = True
    within: tuple[int, ...] = ()


Results = Iterator[Right | Wrong]


def checked(data: Mapping[str, Any], known: Known) -> Results:
    """Every value of a configuration, and every fault."""
    return _table(tree(), data, (), known)


def _table(expected: Mapping[str, Any], data: Mapping[str, Any], at: Address, known: Known) -> Results:
    pattern = name_in(expected)
    for name, value in data.items():
        here = (*at, name)
        if pattern:
            faults = [Wrong(here, fault.message) for fault in NAMES[pattern].faults(dotted(at), name, known)]
            yield from faults or _entry(expected[pattern], value, here, known)
        elif name in expected:
            yield from _entry(expected[name], value, here, known)
        else:
            yield Wrong(here, _unknown(name, at, expected))


def _entry(expected: Key | Mapping[str, Any], value: Any, here: Address, known: Known) -> Results:
    if isinstance(expected, Key):
        yield from _value(expected, value, here, known)
    elif isinstance(value, dict):
        yield from _table(expected, value, here, known)
    else:
        yield Wrong(here, f"`{dotted(here)}` is a table, not {type_told(value)}", is_key=False)


def _value(key: Key, value: Any, here: Address, known: Known) -> Results:
    faults = list(key.kind.faults(dotted(here), value, known))
    yield from (Wrong(here, fault.message, False, fault.within) for fault in faults)
    if not faults:
        yield Right(here, key, key.kind.meant(value))


def _unknown(name: str, at: Address, expected: Mapping[str, Any]) -> str:
    """An unknown key, with the nearest of its table, or the place of the one of that name in another table."""
    where = f"`{dotted(at)}` has no key" if at else "there is no key"
    elsewhere = [key.path for key in KEYS if key.address[-1] == name.replace("_", "-")]
    hint = near(name, expected) or (f": did you mean `{elsewhere[0]}`?" if elsewhere else "")
    return f"{where} {told(name)}{hint}"
