"""Which files the paths on a command line mean."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from slidewright.errors import InputError

DEFAULT = Path("slides.md")
WILD = frozenset("*?[")


class Meant(NamedTuple):
    """The files that paths mean, each once and in order, and what is wrong with the paths that mean none."""

    paths: tuple[Path, ...]
    faults: tuple[InputError, ...]


def meant_by(paths: Sequence[Path], exclude: Sequence[str] = (), known: Collection[Path] = ()) -> Meant:
    """Files as they are, folders by the decks in them, patterns by what they match; without any path, `slides.md`.

    `exclude` are globs of what is not looked for in folders and patterns; `known` are files that need not be on disk.
    """
    if not paths and not os.path.lexists(DEFAULT):
        return Meant((), (InputError(f"{DEFAULT}: no such file in this folder; name a deck, or a folder with decks"),))
    found: dict[Path, None] = {}
    faults: list[InputError] = []
    for path in paths or [DEFAULT]:
        if path.is_dir():
            inside = _in_folder(path, exclude)
            nothing = f"{path}: no deck in this folder (no slides.md, no file with a headmatter)"
        elif not WILD.isdisjoint(str(path)) and not os.path.lexists(path) and path.resolve() not in known:
            inside = list(_matching(path, exclude))
            nothing = f"{path}: no deck matches"
        else:
            inside, nothing = [path], ""
        found.update(dict.fromkeys(inside))
        if not inside:
            faults.append(InputError(nothing))
    return Meant(tuple(found), tuple(faults))


def _in_folder(folder: Path, exclude: Sequence[str]) -> list[Path]:
    from slidewright.cli.folders import decks_in

    return decks_in(folder, exclude)


def _matching(pattern: Path, exclude: Sequence[str]) -> Iterator[Path]:
    """What a pattern matches (where no shell has done so): files as they are, folders by the decks in them."""
    from glob import glob

    for name in sorted(glob(str(pattern), recursive=True)):  # noqa: PTH207 - an absolute pattern is fine, too
        path = Path(name)
        if path.is_dir():
            yield from _in_folder(path, exclude)
        elif path.suffix == ".md":
            yield path
