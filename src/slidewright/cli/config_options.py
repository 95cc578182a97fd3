"""The options that choose a configuration file, and the settings that come of it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import click

from slidewright.configuration import Configuration, find
from slidewright.errors import UsageError
from slidewright.settings import CheckSettings

CONFIG = click.option(
    "--config",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Configuration file.  [default: slidewright.toml or pyproject.toml, nearest upward from the deck]",
)
WITHOUT_FILE = Configuration()
ISOLATED = click.option("--isolated", is_flag=True, help="Read no configuration file.")


def configured(deck: Path | None, config: Path | None, isolated: bool, given: Mapping[str, Any]) -> CheckSettings:
    """The settings for a deck (None: the current folder): options over its configuration file over the defaults.

    `config` and `isolated` are what the options say; `given` is as `Configuration.settings` takes it. Raises UsageError
    for a file or an option that means nothing.
    """
    return configuration_of(deck, config, isolated).settings(given)


def configuration_of(deck: Path | None, config: Path | None, isolated: bool) -> Configuration:
    """The configuration for a deck; one and the same as long as its file does not change."""
    if isolated:
        if config is not None:
            raise UsageError("--isolated reads no configuration file, and --config names one: give one of them")
        return WITHOUT_FILE
    path = Path(os.path.realpath(config.parent), config.name) if config else find(deck or Path())
    return WITHOUT_FILE if path is None else _read(path, _stamp(path))


@cache
def _read(path: Path, stamp: tuple[int, int] | None) -> Configuration:
    from slidewright.check.rules import FAMILIES
    from slidewright.configuration import read

    return read(path, [name for family, rules in FAMILIES.items() for name in (family, *rules)])


def _stamp(path: Path) -> tuple[int, int] | None:
    """What changes with a file: its time and size; None where it cannot be asked."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size
