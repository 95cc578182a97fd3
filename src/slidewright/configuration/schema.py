"""The JSON Schema of `slidewright.toml`, for editors (docs/slidewright.schema.json)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from slidewright.configuration.keys import NAMES, TABLES, Address, Key, name_in, tree
from slidewright.configuration.kinds import Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(known_rules: Iterable[str]) -> Schema:
    """JSON Schema (draft 2020-12) of what `read` accepts; `known_rules` are the names of rules and families.

    Two things it cannot say: that a range of slides ends after it begins, and that a number is one (TOML's `nan`).
    """
    names = list(known_rules)
    return {
        "$schema": DIALECT,
        "title": "slidewright.toml",
        **_table(tree(), ()),
        "$defs": {"rule": {"enum": names}, "rules": {"enum": ["all", *names]}},
    }


def _table(table: Mapping[str, Any], at: Address) -> Schema:
    described = {"description": TABLES[".".join(at)]} if ".".join(at) in TABLES else {}
    entries = {name: _entry(entry, (*at, name)) for name, entry in table.items()}
    pattern = name_in(table)
    if pattern is None:
        return {**described, "type": "object", "properties": entries, "additionalProperties": False}
    keys = {"propertyNames": NAMES[pattern].schema(), "additionalProperties": entries[pattern]}
    return {**described, "type": "object", **keys}


def _entry(entry: Key | Mapping[str, Any], at: Address) -> Schema:
    if not isinstance(entry, Key):
        return _table(entry, at)
    default = None if "<" in entry.path else entry.kind.shown(entry.default)
    return {
        "description": entry.sentence,
        **entry.kind.schema(),
        **({} if default is None else {"default": default}),
    }
