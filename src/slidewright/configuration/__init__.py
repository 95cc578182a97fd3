"""Configuration files: `slidewright.toml` or `[tool.slidewright]`, all of it by one table of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slidewright.configuration.configuration import Configuration as Configuration
from slidewright.configuration.search import find as find

if TYPE_CHECKING:
    from slidewright.configuration.reading import read as read


def __getattr__(name: str) -> object:
    """`read`, which is imported only where there is a file to read."""
    if name == "read":
        from slidewright.configuration.reading import read

        return read
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
