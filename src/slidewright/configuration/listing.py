"""What holds and where it comes from, as `show-config` prints it: TOML with origins as comments, or JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from slidewright.configuration.merging import Effective
from slidewright.configuration.spelling import displayed, dotted, toml

VERSION = 1
WIDEST = 72
"""Columns behind which comments are no longer aligned."""


def text_listing(items: Iterable[Effective], width: Callable[[str], int] = len) -> str:
    """A line of TOML for each value, its origin as a comment; what is not set is a comment as a whole.

    `width` measures columns. Headers are masked.
    """
    lines = [(_line(item), item.origin) for item in items]
    column = max((width(line) for line, _ in lines if width(line) <= WIDEST), default=0)
    return "\n".join(f"{line}{' ' * max(column - width(line), 0)}  # {origin}" for line, origin in lines)


def json_listing(items: Iterable[Effective], path: Path | None) -> str:
    """Value and origin by key; `null` is not set. Headers are masked."""
    import json

    settings = {dotted(item.address): {"value": _shown(item), "origin": item.origin} for item in _set(items)}
    document = {"version": VERSION, "file": None if path is None else displayed(path), "settings": settings}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _set(items: Iterable[Effective]) -> list[Effective]:
    """Without the keys that wait for a name that nobody gave."""
    return [item for item in items if not _is_unnamed(item)]


def _is_unnamed(item: Effective) -> bool:
    return not item.sources and "<" in item.key.path


def _shown(item: Effective) -> Any:
    return item.key.kind.shown(item.value)


def _line(item: Effective) -> str:
    if _is_unnamed(item):
        return f"# {item.key.path} is not set"
    key, value = dotted(item.address), _shown(item)
    return f"# {key} is not set" if value is None else f"{key} = {toml(value)}"
