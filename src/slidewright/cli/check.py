"""`slidewright check`: what is wrong with a deck, with its place and how to mend it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

from slidewright.cli.check_options import check_options
from slidewright.cli.checking import Request, Round, look
from slidewright.cli.config_options import configuration_of
from slidewright.cli.faults import tell
from slidewright.cli.meant import DEFAULT
from slidewright.configuration import Configuration
from slidewright.diagnostics import Severity, count
from slidewright.errors import InputError, UsageError
from slidewright.settings import CheckSettings

STDIN = Path("-")
GIVEN = ("select", "extend_select", "ignore", "exclude", "fail_on", "max_warnings", "baseline", "base")
"""Options that stand for keys of a configuration file."""


class Options(NamedTuple):
    """What the command line says about how a check is done and told."""

    output: str | None
    output_file: Path | None
    color: str
    fix: bool
    unsafe_fixes: bool
    diff: bool
    add_suppressions: bool
    update_baseline: bool
    statistics: bool
    quiet: bool
    exit_zero: bool

    @property
    def mends(self) -> bool:
        """Are fixes wanted, on disk or as a diff?"""
        return self.fix or self.unsafe_fixes or self.diff


@click.command("check", short_help="Report what is wrong with a deck, and how to mend it.")
@check_options
def command(
    paths: tuple[Path, ...],
    root: Path | None,
    config: Path | None,
    isolated: bool,
    stdin_filename: Path | None,
    watch: bool,
    external: bool,
    allow_private: bool,
    **rest: Any,
) -> int:
    """Check decks: references (images, links, imports, snippets), frontmatter, syntax, accessibility, citations.

    PATHS are decks, folders with decks in them, or globs; without any, slides.md in the current folder; `-` is standard
    input. Nothing of a deck is run, nothing outside the project root is opened, and nothing is fetched unless
    --external asks for it. Settings come from slidewright.toml or [tool.slidewright] of pyproject.toml, nearest upward
    from the deck.

    Findings go to standard output, everything else to standard error. Exit code 0: clean; 1: findings at or above
    --fail-on, or more warnings than --max-warnings; 2: usage, configuration, or an input that cannot be read; 3: a
    fault of slidewright.
    """
    given = {name: rest.pop(name) for name in GIVEN}
    given["external.allow_private"] = allow_private or None
    options = Options(**rest)
    _refuse_contradictions(options, watch)

    settings = _settings_by_deck(config, isolated, given)

    texts, paths = _standard_input(paths, stdin_filename)
    own = settings((paths[0] if paths else DEFAULT).absolute())
    request = Request(paths, root, own.exclude, settings, _asker(external))
    if watch:
        from slidewright.cli.watching import watched

        return watched(request, lambda: _once(request, texts, options, own))
    return _once(request, texts, options, own)


def _settings_by_deck(config: Path | None, isolated: bool, given: Mapping[str, Any]) -> Callable[[Path], CheckSettings]:
    """What gives the settings of a deck; decks of one configuration file have one and the same."""
    known: dict[int, tuple[Configuration, CheckSettings]] = {}

    def settings(deck: Path) -> CheckSettings:
        configuration = configuration_of(deck, config, isolated)
        if id(configuration) not in known:
            known[id(configuration)] = configuration, configuration.settings(given)
        return known[id(configuration)][1]

    return settings


def _refuse_contradictions(options: Options, watch: bool) -> None:
    if options.add_suppressions and options.mends:
        raise UsageError("--add-suppressions allows what --fix would mend: first fix, then allow what is left")
    if watch and (options.mends or options.add_suppressions or options.update_baseline):
        raise UsageError("--watch looks and writes nothing: run fixes, suppressions and the baseline without it")


def _asker(external: bool) -> Callable[..., Any] | None:
    if not external:
        return None
    from slidewright.cli.asking import ask_decks

    return ask_decks


def _standard_input(paths: tuple[Path, ...], name: Path | None) -> tuple[dict[Path, str], tuple[Path, ...]]:
    """The text of standard input under the name of its deck, and the paths with that name in the place of `-`."""
    if STDIN not in paths:
        return {}, paths
    deck = name or DEFAULT
    if sys.stdin is None:
        raise InputError("standard input is closed")
    text = sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
    return {deck.resolve(): text}, tuple(deck if path == STDIN else path for path in paths)


def _once(request: Request, texts: Mapping[Path, str], options: Options, own: CheckSettings) -> int:
    """One check: look, mend, compare with the baseline, tell."""
    found = look(request, texts)
    fixed, changes = 0, ""
    if options.mends or options.add_suppressions:
        found, fixed, changes = _mend(request, found, texts, options)
    known = stale = 0
    if own.baseline and (options.update_baseline or not options.add_suppressions):
        found, known, stale = _compare(found, own.baseline, options)
    elif options.update_baseline:
        raise UsageError("--update-baseline needs a file: name it with --baseline, or in the configuration")
    from slidewright.cli.telling import tell_round

    if changes:
        click.echo(changes, nl=False, color=True)
    tell_round(found, options, own, fixed, known, stale)
    return tell(found.faults) or (0 if options.exit_zero else _exit_code(found, own))


def _mend(request: Request, found: Round, texts: Mapping[Path, str], options: Options) -> tuple[Round, int, str]:
    """Mend files, or show as a diff what would be mended; what standard input held is printed."""
    from slidewright.cli.mending import with_fixes, with_suppressions, written

    mended = (
        with_suppressions(request, found, texts)
        if options.add_suppressions
        else with_fixes(request, found, texts, options.unsafe_fixes)
    )
    if options.diff:
        from slidewright.cli.telling import differences

        return found, 0, differences(mended, options.color)
    return mended.round, mended.mended, written(mended, texts)


def _compare(found: Round, file: Path, options: Options) -> tuple[Round, int, int]:
    from slidewright.cli.accepting import accept, without_known

    return accept(found, file) if options.update_baseline else without_known(found, file)


def _exit_code(found: Round, own: CheckSettings) -> int:
    """1 where a deck has findings at or above its own threshold, or all have too many warnings together."""
    for item in found.checked:
        threshold = item.settings.fail_on
        if threshold is not None and any(one.severity >= threshold for one in item.diagnostics):
            return 1
    warnings = count(found.diagnostics)[Severity.WARNING]
    return int(own.max_warnings is not None and warnings > own.max_warnings)
