"""Options over a file over the defaults: what holds for each key, where it comes from, and the settings of it all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from slidewright.configuration.keys import KEYS, NAMES, Address, Key, by_target
from slidewright.configuration.spelling import displayed
from slidewright.errors import UsageError
from slidewright.settings import CheckSettings, HostSettings

DEFAULT = "default"
"""Where a value comes from that nobody set."""


class Origin(NamedTuple):
    """A line of a configuration file, from 1."""

    path: Path
    line: int

    def __str__(self) -> str:
        return f"{displayed(self.path)}:{self.line}"


class Written(NamedTuple):
    """A value that a file sets, as meant; its paths are relative to the file's folder."""

    key: Key
    address: Address
    value: Any
    origin: Origin


class Effective(NamedTuple):
    """What holds for a key, and where that comes from: lines of a file and options; nothing makes the default.

    `folder` is what the value's paths are relative to.
    """

    key: Key
    address: Address
    value: Any
    sources: tuple[Origin | str, ...] = ()
    folder: Path = Path()

    @property
    def origin(self) -> str:
        """As it is printed: `default`, `path:line`, an option, or a line and an option."""
        return ", ".join(map(str, self.sources)) or DEFAULT


def merged(values: Mapping[Address, Written], given: Mapping[str, Any]) -> Iterator[Effective]:
    """What a file or the command line sets; `given` has the options of `Configuration.settings` that were given."""
    options = dict(_options(given))
    for address, written in values.items():
        if address not in options:
            yield Effective(written.key, address, written.value, (written.origin,), written.origin.path.parent)
    for address, option in options.items():
        earlier = values.get(address)
        yield _added(earlier, option) if earlier and option.key.adds else option


def with_defaults(items: Iterable[Effective]) -> Iterator[Effective]:
    """What holds for every key, in the order of the table: once, or for each name that the user gave."""
    held = list(items)
    for key in KEYS:
        named = [item for item in held if item.key is key]
        yield from named or [Effective(key, key.address, key.default)]


def settled(items: Iterable[Effective]) -> CheckSettings:
    """The settings that values make over the defaults; globs and paths absolute."""
    root: dict[str, Any] = {}
    for item in items:
        *tables, last = _target(item)
        table = root
        for name in tables:
            table = table.setdefault(name, {})
        value = item.key.kind.anchored(item.value, item.folder.absolute())
        table[last] = (*table.get(last, ()), *value) if isinstance(value, tuple) else value
    settings: CheckSettings = _filled(CheckSettings(), root)
    return settings


def _options(given: Mapping[str, Any]) -> Iterator[tuple[Address, Effective]]:
    """What is given, as meant; raises UsageError for what does not fit."""
    for target, value in given.items():
        key = by_target()[target]
        option = f"--{key.address[-1]}"
        for fault in key.kind.faults(option, key.kind.shown(value), None):
            raise UsageError(fault.message)
        yield key.address, Effective(key, key.address, key.kind.meant(value), (option,))


def _added(earlier: Written, option: Effective) -> Effective:
    """The file's list and the option's, each name once; globs as the file's folder and the current one mean them."""
    anchored = option.key.kind.anchored
    known = anchored(earlier.value, earlier.origin.path.parent.absolute())
    value = tuple(dict.fromkeys((*known, *anchored(option.value, option.folder.absolute()))))
    return option._replace(value=value, sources=(earlier.origin, *option.sources))


def _target(item: Effective) -> Iterator[str]:
    """The way to the field that a value sets; names of the user as the settings have them."""
    way = list(zip(item.key.address, item.address, strict=True))
    for pattern, name in way[1:] if item.key.address[0] == "check" else way:
        if pattern in NAMES:
            kind = NAMES[pattern]
            yield str(kind.anchored(kind.meant(name), item.folder.absolute()))
        else:
            yield name.replace("-", "_")


def _filled(base: Any, value: Any) -> Any:
    """Settings with some fields set anew. Of the mappings only that of hosts has tables for values."""
    if not isinstance(value, dict):
        return value
    if isinstance(base, Mapping):
        return MappingProxyType({name: _filled(HostSettings(), item) for name, item in value.items()})
    return base._replace(**{name: _filled(getattr(base, name), item) for name, item in value.items()})
