"""A baseline file: findings in it are left out, or it is written anew."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from slidewright.check.baseline import Entry, compare, entries, from_json, to_json, updated
from slidewright.cli.checking import Checked, Round
from slidewright.cli.writing import write_text
from slidewright.diagnostics import Diagnostic
from slidewright.errors import InputError
from slidewright.workspace import reason


class Accepted(NamedTuple):
    """What is new, how many findings the baseline holds, and how many of its entries were mended since."""

    round: Round
    known: int
    fixed: int = 0


def without_known(found: Round, file: Path) -> Accepted:
    """Leave out what a baseline holds; raises InputError where it cannot be read."""
    placed = _placed(found, file)
    items = entries([(diagnostic, path) for _, diagnostic, path in placed])
    compared = compare(items, _read(file), _looked_at(found, file))
    new = {id(placed[number][1]) for number in compared.new}
    left = tuple(
        item._replace(diagnostics=tuple(one for one in item.diagnostics if id(one) in new)) for item in found.checked
    )
    return Accepted(found._replace(checked=left), len(items) - len(compared.new), len(compared.fixed))


def accept(found: Round, file: Path) -> Accepted:
    """Write the baseline that holds what was found; entries of files that were not looked at stay."""
    items = entries([(diagnostic, path) for _, diagnostic, path in _placed(found, file)])
    known = _read(file) if file.exists() else ()
    looked_at = _looked_at(found, file)
    write_text(file, to_json(updated(items, known, looked_at)))
    fixed = len(compare(items, known, looked_at).fixed)
    left = tuple(item._replace(diagnostics=()) for item in found.checked)
    return Accepted(found._replace(checked=left), len(items), fixed)


def _placed(found: Round, file: Path) -> Sequence[tuple[Checked, Diagnostic, str]]:
    """Each finding with its deck and its path as the baseline has it."""
    return [(item, one, _path(item, one, file)) for item in found.checked for one in item.diagnostics]


def _path(item: Checked, found: Diagnostic, file: Path) -> str:
    return _relative(item.opened.absolute(found.location.source.path), file)


def _looked_at(found: Round, file: Path) -> frozenset[str]:
    return frozenset(
        _relative(item.opened.absolute(path), file) for item in found.checked for path in item.opened.deck.documents
    )


def _relative(path: Path, file: Path) -> str:
    return os.path.relpath(path, file.resolve().parent).replace(os.sep, "/")


def _read(file: Path) -> tuple[Entry, ...]:
    try:
        return from_json(file.read_text(encoding="utf-8"), str(file))
    except OSError as error:
        raise InputError(f"{file}: {reason(error)}; write a baseline with `--update-baseline`") from None
    except UnicodeDecodeError:
        raise InputError(f"{file}: not UTF-8") from None
