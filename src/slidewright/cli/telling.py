"""What a check found, told: on the terminal, into a file, and as annotations where a workflow wants them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from slidewright.cli.checking import Round
from slidewright.report import Look, Placed, Report, formatted
from slidewright.settings import CheckSettings

if TYPE_CHECKING:
    from slidewright.cli.check import Options
    from slidewright.cli.mending import Mended

ABOUT_RULES = ("sarif",)
"""Formats that tell of the rules themselves, findings or not; the others need none of them imported."""

FOR_PEOPLE = ("full", "concise", "grouped")
"""Formats that are read on a terminal, where a summary line and annotations may stand beside them."""


def tell_round(found: Round, options: Options, own: CheckSettings, fixed: int, known: int, stale: int) -> None:
    """Print or write the findings, then the summary."""
    name = options.output or own.format
    report = _report(found, fixed, known, with_rules=name in ABOUT_RULES)
    text = _statistics(report) if options.statistics else formatted(name, report, _look(options))
    if options.output_file:
        from slidewright.cli.writing import write_text

        write_text(options.output_file, text)
    elif found.checked or not found.faults:
        click.echo(text, nl=False, color=True)
    if _is_on_github() and name != "github":
        annotations = formatted("github", report, Look())
        click.echo(annotations, nl=False, err=name not in FOR_PEOPLE and options.output_file is None)
    if not options.quiet and found.checked:
        _summary(report, stale)


def _report(found: Round, fixed: int, known: int, with_rules: bool) -> Report:
    placed = [
        Placed(one, item.opened.display(one.location.source.path), item.opened.display)
        for item in found.checked
        for one in item.diagnostics
    ]
    chosen = dict.fromkeys(rule for item in found.checked for rule in item.rules if with_rules)
    paths = {item.opened.display(path): None for item in found.checked for path in item.opened.deck.documents}
    return Report(
        placed,
        decks=len(found.checked),
        slides=sum(len(item.opened.deck.slides) for item in found.checked),
        rules=tuple(rule.load().facts for rule in chosen),
        suppressed=sum(len(item.suppressed) for item in found.checked),
        baselined=known,
        fixed=fixed,
        paths=tuple(paths),
    )


def _look(options: Options) -> Look:
    is_terminal = sys.stdout.isatty() and options.output_file is None
    return Look(wants_colour(options.color, is_terminal), _columns() if is_terminal else Look().columns)


def _columns() -> int:
    """How wide the terminal is; asked of it directly, since `shutil` takes long to import."""
    try:
        return int(os.environ.get("COLUMNS", 0)) or os.get_terminal_size().columns
    except (OSError, ValueError):
        return Look().columns


def wants_colour(choice: str, is_terminal: bool) -> bool:
    """Are colours wanted: by the option, else by NO_COLOR, FORCE_COLOR and the terminal?"""
    from slidewright.report.terminal import wants_colour as decided

    return decided(choice, is_terminal, os.environ)


def _statistics(report: Report) -> str:
    from slidewright.report.statistics import statistics

    text = statistics(report)
    return f"{text.rstrip()}\n" if text else ""


def _summary(report: Report, stale: int) -> None:
    from slidewright.report.summary import summary

    click.echo(summary(report), err=True)
    if stale:
        entries = "1 entry" if stale == 1 else f"{stale} entries"
        click.echo(f"{entries} of the baseline mended since: `--update-baseline` takes them out", err=True)


def differences(mended: Mended, choice: str) -> str:
    """What mending changes, file by file, as a unified diff."""
    from slidewright.cli.decks import display
    from slidewright.report.diff import diff

    colour = wants_colour(choice, sys.stdout.isatty())
    return "".join(
        diff(mended.before[path], text, display(path), colour) for path, text in sorted(mended.texts.items())
    )


def _is_on_github() -> bool:
    return os.environ.get("GITHUB_ACTIONS") == "true"
