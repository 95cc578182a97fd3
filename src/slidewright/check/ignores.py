"""Findings that a configuration leaves out in some files or on some slides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from slidewright.check.selection import names_of
from slidewright.check.show import Show
from slidewright.diagnostics import Diagnostic

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def not_ignored(
    show: Show, diagnostics: Iterable[Diagnostic], absolute: Callable[[PurePosixPath], Path]
) -> Iterator[Diagnostic]:
    """The findings that neither `per_file_ignores` nor `per_slide_ignores` leave out; raises UsageError for a bad name.

    `absolute` tells where a file of the deck is on disk; the patterns of settings are absolute, too.
    """
    settings = show.settings
    if not settings.per_file_ignores and not settings.per_slide_ignores:
        yield from diagnostics
        return
    files = _meant(settings.per_file_ignores)
    slides = _meant(settings.per_slide_ignores)
    for found in diagnostics:
        path = absolute(found.location.source.path).as_posix()
        if not _in_file(path, found, files) and not _on_slide(show, path, found, slides):
            yield found


def _meant(ignores: Mapping[str, tuple[str, ...]]) -> list[tuple[str, frozenset[str]]]:
    return [(pattern, names_of(names)) for pattern, names in ignores.items()]


def _in_file(path: str, found: Diagnostic, ignores: Iterable[tuple[str, frozenset[str]]]) -> bool:
    return any(found.rule in rules and _matches(path, pattern) for pattern, rules in ignores)


def _on_slide(show: Show, path: str, found: Diagnostic, ignores: Iterable[tuple[str, frozenset[str]]]) -> bool:
    for pattern, rules in ignores:
        file, _, slide = pattern.rpartition("#")
        is_there = found.rule in rules and found.slide is not None and _matches(path, file)
        if is_there and _is_slide(show, found.slide or 0, slide):
            return True
    return False


def _is_slide(show: Show, no: int, wanted: str) -> bool:
    """Is a shown slide the one that a number, a range `3-5` or a routeAlias means?"""
    first, dash, last = wanted.partition("-")
    if first.isdecimal() and (not dash or last.isdecimal()):
        return int(first) <= no <= int(last or first)
    return bool(wanted) and show.deck.slides[no - 1].frontmatter.get("routeAlias") == wanted


@cache
def _pattern(pattern: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([pattern])


def _matches(path: str, pattern: str) -> bool:
    """Does an absolute path match an absolute glob, in the form of `.gitignore`?"""
    return _pattern(pattern).match_file(path.lstrip("/"))
