"""A baseline: the findings that a project has accepted for now, so that only new ones fail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from slidewright.diagnostics import Diagnostic, fingerprints
from slidewright.errors import InputError

VERSION = 1


class Entry(NamedTuple):
    """An accepted finding: its file as a POSIX path relative to the baseline's folder, rule, and fingerprint.

    `message` is for the people who read the file; it is part of the fingerprint.
    """

    path: str
    rule: str
    fingerprint: str
    message: str


class Compared(NamedTuple):
    """Which findings are new (by their positions), and which entries stand for nothing any more."""

    new: tuple[int, ...]
    fixed: tuple[Entry, ...]


def entries(placed: Sequence[tuple[Diagnostic, str]]) -> tuple[Entry, ...]:
    """The entries of findings, with their paths, in order."""
    marks = fingerprints(placed)
    return tuple(
        Entry(path, found.rule, mark, found.message) for (found, path), mark in zip(placed, marks, strict=True)
    )


def compare(found: Sequence[Entry], known: Iterable[Entry], looked_at: Collection[str]) -> Compared:
    """Compare findings with a baseline; entries of files that were not looked at are left alone."""
    known = tuple(known)
    accepted = Counter((entry.path, entry.fingerprint) for entry in known)
    new = []
    for number, entry in enumerate(found):
        if accepted[entry.path, entry.fingerprint] > 0:
            accepted[entry.path, entry.fingerprint] -= 1
        else:
            new.append(number)
    fixed = [entry for entry in known if entry.path in looked_at and accepted[entry.path, entry.fingerprint] > 0]
    return Compared(tuple(new), tuple(fixed))


def updated(found: Iterable[Entry], known: Iterable[Entry], looked_at: Collection[str]) -> tuple[Entry, ...]:
    """The baseline that accepts what was found; entries of files that were not looked at stay."""
    kept = [entry for entry in known if entry.path not in looked_at]
    return tuple(sorted({*kept, *found}))


def to_json(items: Iterable[Entry]) -> str:
    """The text of a baseline file: an entry a line, so that a change of one finding is a change of one line."""
    import json

    lines = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in items]
    return f'{{\n"version": {VERSION},\n"findings": [\n' + ",\n".join(lines) + "\n]\n}\n"


def from_json(text: str, name: str) -> tuple[Entry, ...]:
    """The entries of a baseline file called `name`; raises InputError saying what is wrong with it."""
    import json

    try:
        document: Mapping[str, Any] = json.loads(text)
        if document["version"] != VERSION:
            raise InputError(f"{name}: a baseline of version {document['version']}; this slidewright reads {VERSION}")
        return tuple(Entry(*(str(item[field]) for field in Entry._fields)) for item in document["findings"])
    except json.JSONDecodeError as error:
        raise InputError(f"{name}:{error.lineno}:{error.colno}: not a baseline: {error.msg}") from None
    except (KeyError, TypeError):
        raise InputError(f"{name}: not a baseline: write one with `--update-baseline`") from None
