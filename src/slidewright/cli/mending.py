"""Fixes and suppressions put into the files of decks: in memory first, looked at again, then written or shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from slidewright.check.fixes import ROUNDS, applicable, fixed
from slidewright.cli.checking import Checked, Request, Round, look
from slidewright.diagnostics import Diagnostic, Fix
from slidewright.text import Source

Texts = Mapping[Path, str]


class Mended(NamedTuple):
    """What files hold after mending, by absolute path, what is found in them then, and how much was mended."""

    texts: Texts
    before: Texts
    round: Round
    mended: int


def with_fixes(request: Request, first: Round, texts: Texts, unsafe: bool) -> Mended:
    """Apply fixes until none is left that could be applied."""
    return _mended(request, first, texts, lambda item: _fixes(item.diagnostics, unsafe), ROUNDS)


def with_suppressions(request: Request, first: Round, texts: Texts) -> Mended:
    """Put a suppression before everything found."""
    from slidewright.check.additions import additions

    return _mended(request, first, texts, lambda item: additions(item.show, item.diagnostics), 1)


def _fixes(diagnostics: Iterable[Diagnostic], unsafe: bool) -> Iterable[tuple[Source, Fix]]:
    for found in applicable(diagnostics, unsafe):
        if found.fix is not None:
            yield found.location.source, found.fix


def _mended(
    request: Request,
    found: Round,
    texts: Texts,
    changes: Callable[[Checked], Iterable[tuple[Source, Fix]]],
    rounds: int,
) -> Mended:
    now, mended = dict(texts), 0
    before: dict[Path, str] = {}
    for _ in range(rounds):
        changed = False
        for path, (source, fixes) in _by_file(found.checked, changes).items():
            before.setdefault(path, source.original_text())
            result = fixed(source, fixes)
            if result.text != now.get(path, before[path]):
                now[path], mended, changed = result.text, mended + result.mended, True
        if not changed:
            break
        found = look(request, now)
    return Mended(
        {path: now[path] for path in before if now.get(path, before[path]) != before[path]}, before, found, mended
    )


def _by_file(
    checked: Iterable[Checked], changes: Callable[[Checked], Iterable[tuple[Source, Fix]]]
) -> dict[Path, tuple[Source, list[Fix]]]:
    """The changes of each file, those of all decks that show it."""
    files: dict[Path, tuple[Source, list[Fix]]] = {}
    for item in checked:
        for source, fix in changes(item):
            files.setdefault(item.opened.absolute(source.path).resolve(), (source, []))[1].append(fix)
    return files


def written(mended: Mended, standard_input: Texts) -> str:
    """Write the mended files; what standard input held is not written but given back to be printed.

    Raises OutputError; a file that cannot be written is intact then.
    """
    from slidewright.cli.writing import write_text

    for path, text in sorted(mended.texts.items()):
        if path not in standard_input:
            write_text(path, text)
    return "".join(mended.texts.get(path, text) for path, text in standard_input.items())
